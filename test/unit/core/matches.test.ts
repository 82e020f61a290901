import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { maxOffers, offersOf, score, textScore } from '../../../src/core/matches';
import type { Task } from '../../../src/core/task';
import type { Win, WinKind } from '../../../src/core/win';

/** What was done (a commit’s subject or a closed TODO), and a step. */
const fitting: [done: string, step: string][] = [
  ['Accept empty input', 'Accept empty input'],
  ['parser: accept empty input', 'Accept empty input'],
  ['feat(parser): accept empty input (#214)', 'Accept empty input in the parser'],
  ['Add failing test for empty input', 'Write the failing test for empty input'],
  ['test: failing test for empty input', 'Failing test for empty input'],
  ['Added retries to the client', 'Add retry to client'],
  ['Handle empty input in parseLine', 'Fix empty input in parse line'],
  ['Sketch grammar', 'Sketch the grammar'],
  ['fix: parser', 'Fix the parser'],
  ['docs: update', 'Update the docs'],
  ['Document the options', 'Document the options'],
  ['Remove the legacy_config flag', 'Remove legacyConfig flag'],
  ['Bump fast-check to 4.10.2', 'Update fast-check to 4.10.2'],
  ['Measure throughput on the 2 GB capture and note the figures', 'Measure throughput on the 2 GB capture'],
  ['retry with backoff', 'Retry with backoff'],
  ['Validation of the options', 'Validate options'],
  ['Parser: leere Eingabe annehmen', 'Leere Eingabe im Parser annehmen'],
  ['Leere Eingaben annehmen', 'Leere Eingabe annehmen'],
  ['Aceptar entrada vacía en el analizador', 'Aceptar la entrada vacia'],
  ['Accepter une entrée vide', 'Accepter l’entree vide'],
  ['Ajout : accepter les entrées vides', 'Accepter une entrée vide'],
  ['パーサーで空の入力を受け付ける', '空の入力を受け付ける'],
  ['解析器接受空输入', '接受空输入'],
  ['修复登录页面的崩溃', '修复登录页面崩溃'],
  ['Принимать пустой ввод', 'Парсер: принимать пустой ввод'],
];
const notFitting: [done: string, step: string][] = [
  ['Add tests for parser', 'Add tests for lexer'],
  ['Accept empty input', 'Write the failing test for empty input'],
  ['Rewrite the lexer', 'Tests for the lexer'],
  ['Break the parser up into modules for streaming', 'Fix the parser'],
  ['Fix lexer typo', 'Lexer'],
  ['Revert "Accept empty input"', 'Accept empty input'],
  ['WIP: accept empty input', 'Accept empty input'],
  ['Start on the streaming parser', 'Streaming parser'],
  ['Streaming parser, part 1', 'Streaming parser'],
  ['Add the legacyConfig flag', 'Remove the legacyConfig flag'],
  ['Remove the cache', 'Add a cache'],
  ['Release 1.2', 'Release 1.3'],
  ['Handle status 404', 'Handle status 500'],
  ['Connect the client to the socket', 'Disconnect the client from the socket'],
  ['Deserialize options', 'Serialize options'],
  ['Decode messages', 'Encode messages'],
  ['Fix', 'Fix'],
  ['Update', 'Write tests'],
  ['', 'Accept empty input'],
  ['Accept empty input', ''],
  ['wip', 'Accept empty input'],
  ['Merge branch main', 'Clean up the main branch of the parser'],
  ['Tippfehler im Parser beheben', 'Leere Eingabe im Parser annehmen'],
  ['Corriger le lexer', 'Corriger le parser'],
  ['更新文档', '修复登录页面崩溃'],
  ['入力を検証する', '出力を検証する'],
  ['删除缓存', '添加缓存'],
];
const runs: [command: string, step: string, fits: boolean][] = [
  ['npm test', 'Get `npm test` green', true],
  ['npm test', 'npm test', true],
  ['npm run test:unit', 'Run npm run test:unit until it passes', true],
  ['npm run test:unit', 'All tests pass', true],
  ['pytest', 'Make the tests pass', true],
  ['pytest', 'Tests green again', true],
  ['go test ./...', 'Get everything green', true],
  ['npm test', 'Alle Tests grün', true],
  ['npm test', 'Todas las pruebas pasan', true],
  ['npm test', 'Faire passer les tests', true],
  ['npm test', 'テストを通す', true],
  ['npm test', '让测试通过', true],
  ['npm test', 'Write the failing test for empty input', false],
  ['npm test', 'npm testing library upgrade', false],
  ['npm run test:unit', 'npm test', false],
  ['npm test', 'Make the button green', false],
  ['npm test', 'Sketch the grammar', false],
  ['', 'Sketch the grammar', false],
];

let serial = 0;
function win(kind: WinKind, title: string, at = 5000, source: Record<string, string> = {}): Win {
  return { id: `w${++serial}`, kind, at, day: '2026-11-18', title, provisional: false, why: '', source };
}
function task(id: string, titles: string[], createdAt = 1000): Task {
  return { id, title: id, createdAt, steps: titles.map((title, at) => ({ id: `${id}${at}`, title })) };
}
const never = (): number => 0;
const ids = (wins: Win[], tasks: Task[], since = never): string[] =>
  offersOf(wins, tasks, since).map(({ step }) => step.id);

suite('What is done matches an open step', () => {
  for (const [done, step] of fitting) {
    test(`“${done}” does “${step}”`, () => assert.ok(textScore(done, step) > 0));
  }
  for (const [done, step] of notFitting) {
    test(`“${done}” does not do “${step}”`, () => assert.equal(textScore(done, step), 0));
  }
  for (const [command, step, fits] of runs) {
    test(`a green ${command || 'run'} ${fits ? 'does' : 'does not do'} “${step}”`, () => {
      assert.equal(score(win('tests', 'First green run today', 1, { command }), step) > 0, fits);
    });
  }

  test('every text of words that say something matches itself, and the score is 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ maxLength: 200 }),
        (one, other) => {
          const found = textScore(one, other);
          assert.ok(found >= 0 && found <= 1);
          assert.ok(textScore('parse tree walker', 'Parse tree walker') > 0.9);
        },
      ),
    );
  });
});

suite('Offers to tick a step', () => {
  test('a commit, a closed TODO and a green run each offer the step they match', () => {
    const tasks = [task('a', ['Accept empty input', 'Retry with backoff', 'All tests pass', 'Else'])];
    const wins = [
      win('commit', 'Accept empty input'),
      win('todo', 'retry with backoff'),
      win('tests', 'Green'),
    ];
    assert.deepEqual(ids(wins, tasks), ['a0', 'a1', 'a2']);
  });

  test('a hand-logged win or a ticked step offers none', () => {
    const tasks = [task('a', ['Accept empty input'])];
    assert.deepEqual(
      ids([win('manual', 'Accept empty input'), win('step', 'Accept empty input')], tasks),
      [],
    );
  });

  test('a done step is not offered, nor one of a task that came later', () => {
    const done: Task = { ...task('a', []), steps: [{ id: 'x', title: 'Accept empty input', doneAt: 2000 }] };
    const late = task('b', ['Accept empty input'], 6000);
    assert.deepEqual(ids([win('commit', 'Accept empty input', 5000)], [done, late]), []);
  });

  test('of a task one step a win, the best; of two wins the step once', () => {
    const tasks = [task('a', ['Accept empty input in the lexer table', 'Accept empty input'])];
    const wins = [win('commit', 'Accept empty input'), win('todo', 'Accept empty input')];
    assert.deepEqual(ids(wins, tasks), ['a1']);
  });

  test('what was dismissed comes back for a later win only', () => {
    const tasks = [task('a', ['Accept empty input'])];
    const wins = [win('commit', 'Accept empty input', 5000)];
    assert.deepEqual(
      ids(wins, tasks, () => 5000),
      [],
    );
    assert.deepEqual(
      ids([win('commit', 'Accept empty input', 5001), ...wins], tasks, () => 5000),
      ['a0'],
    );
  });

  test('never more than three, and 30 wins against 300 steps take little time', () => {
    const titles = Array.from(
      { length: 400 },
      (_, at) => `Accept empty input number ${at} of the streaming parser`,
    );
    const wins = Array.from({ length: 60 }, (_, at) =>
      win('commit', `Accept empty input number ${at} of the parser`),
    );
    const many = Array.from({ length: 10 }, (_, at) => task(`t${at}`, titles.slice(at * 40, at * 40 + 40)));
    assert.ok(offersOf(wins, many, never).length <= maxOffers);
  });
});
