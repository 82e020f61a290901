import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Entry } from '../../../../src/core/entry';
import { readImport } from '../../../../src/store/transfer/importJson';
import { anyStory, exported, now, win, won } from './samples';

async function problemOf(text: string): Promise<{ line: number; message: string }> {
  const read = await readImport(text, now);
  assert.ok('problem' in read, 'it was read');
  return read.problem;
}

const three = [won(win('a')), won(win('b')), won(win('c'))];

/** An export of three wins, the second (in line 4) with something else in its place. */
async function withSecond(change: (line: string) => string): Promise<string> {
  const lines = (await exported(three)).split('\n');
  lines[3] = `${change((lines[3] ?? '').replace(/,$/, ''))},`;
  return lines.join('\n');
}

const replacing = (second: unknown): Promise<string> => withSecond(() => JSON.stringify(second));

suite('Import of a malformed file', () => {
  const notRight = /missing or not as it should be/;
  const wrong: readonly (readonly [name: string, second: unknown, message: RegExp])[] = [
    [
      'a win without a day',
      { type: 'win', win: { ...win('b'), day: undefined }, offset: 0 },
      /“win\.day” is missing/,
    ],
    ['a day that is none', won(win('b', { day: '2026-02-30' })), /“win\.day”/],
    ['an unknown kind', { type: 'win', win: { ...win('b'), kind: 'tea' }, offset: 0 }, /“win\.kind”/],
    [
      'a win without a clock',
      { type: 'win', win: win('b') },
      /“win” is no entry .* or a part of it is wrong/,
    ],
    [
      'an unknown type',
      { type: 'party', id: 'b' },
      /“party” is no entry that this version of Micro Wins knows/,
    ],
    ['no type', { win: win('b') }, /no “type”/],
    ['no object', 'b', /no “type”/],
    ['null', null, /no “type”/],
    ['an array', [won(win('b'))], /no “type”/],
    [
      'a step without a title',
      { type: 'task', task: { id: 't', title: 't', createdAt: 1, steps: [{ id: 's' }] } },
      notRight,
    ],
    ['a day before 1970', won(win('b', { day: '1969-12-30' })), /“win\.day” lies before 1970/],
    [
      'a day in the future',
      won(win('b', { kind: 'manual', day: '2026-11-24' })),
      /“win\.day” lies in the future/,
    ],
    [
      'a moment in the future',
      won(win('b', { kind: 'manual', at: now + 2 * 86_400_000 })),
      /“win\.at” lies in the future/,
    ],
    [
      'a tick in the future',
      { type: 'task', task: { id: 't', title: 't', createdAt: now * 2, steps: [] } },
      /“task\.createdAt” lies in/,
    ],
    [
      'a goal of thousands of years, whose days would be walked at each update',
      {
        type: 'goal',
        goal: {
          id: 'g',
          title: 'g',
          kinds: 'all',
          target: 1,
          period: { from: '2026-01-01', by: '9999-12-31' },
        },
      },
      /“goal\.period\.by” lies in the future/,
    ],
    [
      'a pause since before there was anything',
      { type: 'pause', pause: { from: '0001-01-01' } },
      /“pause\.from” lies before 1970/,
    ],
  ];
  for (const [name, second, message] of wrong) {
    test(`${name} is refused with its line`, async () => {
      const problem = await problemOf(await replacing(second));
      assert.equal(problem.line, 4);
      assert.match(problem.message, message);
    });
  }

  test('a commit whose author’s clock was wrong comes back in', async () => {
    const late = won(win('b', { kind: 'commit', at: now * 2, day: '2083-10-08' }));
    assert.ok('projects' in (await readImport(await replacing(late), now)));
  });

  test('a commit of a time that no clock shows is refused with its line', async () => {
    for (const at of [9e15, 253_402_300_800_000, -1]) {
      const problem = await problemOf(await replacing(won(win('b', { kind: 'commit', at }))));
      assert.equal(problem.line, 4);
      assert.match(problem.message, /“win\.at” is missing or not as it should be/);
    }
  });

  test('a day that has begun somewhere is no future', async () => {
    assert.ok('projects' in (await readImport(await replacing(won(win('b', { day: '2026-11-23' }))), now)));
  });

  test('broken JSON is refused with its line', async () => {
    const broken: readonly ((line: string) => string)[] = [
      line => line.slice(0, 20),
      line => line.replace('"win"', 'win'),
      line => line.replace('"b"', "'b'"),
      line => `${line}${line}`,
      line => line.replace('false', 'fals'),
      line => line.replace('"title":"b"', '"title":"\u0007"'),
      line => line.replace('"title":"b"', '"title":"\\x"'),
      line => line.replace('"offset":60', '"offset":060'),
      line => line.replace('"offset":60', '"offset":60,'),
    ];
    for (const change of broken) {
      const problem = await problemOf(await withSecond(change));
      assert.deepEqual(problem, { line: 4, message: 'This is not valid JSON.' }, String(change));
    }
  });

  test('a file that was cut is refused with its last line', async () => {
    const text = (await exported(three)).trimEnd();
    const problem = await problemOf(text.slice(0, -4));
    assert.deepEqual(problem, { line: 6, message: 'The file ends too early.' });
    assert.deepEqual(await problemOf(''), { line: 1, message: 'The file ends too early.' });
  });

  test('whatever is cut off or changed, it is read or refused with a line of the file', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, fc.nat(), fc.string(), fc.nat(30), async (story, at, put, cut) => {
        const text = await exported(story);
        const from = at % text.length;
        const mutated = text.slice(0, from) + put + text.slice(from + cut);
        const read = await readImport(mutated, now);
        if ('projects' in read) return;
        assert.ok(read.problem.line >= 1 && read.problem.line <= mutated.split('\n').length);
        assert.notEqual(read.problem.message, '');
      }),
      { numRuns: 500 },
    );
  });

  test('another form of the same JSON names its own line', async () => {
    const text = JSON.stringify(JSON.parse(await replacing(won(win('b', { day: 'x' })))), undefined, 2);
    const lines = text.split('\n');
    assert.equal((await problemOf(text)).line, lines.findIndex(line => line.includes('"day": "x"')) + 1);
  });

  test('a file of something else is said to be so', async () => {
    for (const text of [
      '{}',
      '[]',
      '"x"',
      '{"microWins":"state","version":1}',
      '{"microWins":"export","version":"1"}',
    ]) {
      assert.deepEqual(await problemOf(text), { line: 1, message: 'This is not an export of Micro Wins.' });
    }
  });

  test('an export without projects or entries is refused', async () => {
    const head = '{"microWins":"export","version":1';
    assert.match((await problemOf(`${head}}`)).message, /“projects” is missing/);
    assert.match(
      (await problemOf(`${head},"projects":[{"name":"a"}]}`)).message,
      /“projects\.0\.entries” is missing/,
    );
  });

  test('an export of a newer version is said to be so, whatever it looks like', async () => {
    const { message } = await problemOf('{"microWins":"export","version":2,"pages":[]}');
    assert.match(message, /made by a newer version/);
  });

  test('deep nesting is refused, not a crash', async () => {
    const deep = '['.repeat(100_000);
    assert.equal((await problemOf(deep)).line, 1);
    const closed = deep + ']'.repeat(100_000);
    assert.equal((await problemOf(await withSecond(() => `{"type":"win","win":${closed}}`))).line, 4);
  });

  test('names that only the file knows are not repeated', async () => {
    const type = '[free](command:workbench.action.quit)';
    assert.doesNotMatch((await problemOf(await replacing({ type }))).message, /command/);
    const source = { [type]: 1 };
    assert.doesNotMatch(
      (await problemOf(await replacing({ ...won(win('b')), win: { ...win('b'), source } }))).message,
      /command/,
    );
  });
});

suite('Import of a hostile file', () => {
  test('titles are made safe to show', async () => {
    const entries: Entry[] = [
      won(win('a', { title: `\u202eevil\n${'x'.repeat(500)}`, why: '\u0000' })),
      { type: 'task', task: { id: 't', title: '\u200b', createdAt: 1, steps: [{ id: 's', title: 'a\tb' }] } },
      { type: 'review', week: '2026-11-09', answer: `\u202eevil ${'x'.repeat(4000)}` },
    ];
    const read = await readImport(await exported(entries), now);
    assert.ok('projects' in read);
    const [first, second, third] = read.projects[0]?.entries ?? [];
    assert.ok(first?.type === 'win' && second?.type === 'task' && third?.type === 'review');
    assert.match(first.win.title, /^\\u202eevil x+…$/);
    assert.equal(first.win.title.length, 200);
    assert.equal(first.win.why, '\\u0000');
    assert.equal(second.task.title, '\\u200b');
    assert.equal(second.task.steps[0]?.title, 'a b');
    assert.match(third.answer, /^\\u202eevil x{1900,}…$/);
  });

  test('a byte-order mark and other line ends do no harm', async () => {
    const text = `\ufeff${(await exported(three)).replaceAll('\n', '\r\n')}`;
    assert.ok('projects' in (await readImport(text, now)));
    assert.equal((await problemOf(text.replace('"win"', '"gin"'))).line, 3);
  });

  test('names of the language itself are only names', async () => {
    const text = await withSecond(line =>
      line.replace('"source":{}', '"source":{"__proto__":"x","constructor":"y"}'),
    );
    const read = await readImport(text, now);
    assert.ok('projects' in read);
    const second = read.projects[0]?.entries[1];
    assert.ok(second?.type === 'win');
    assert.equal(Object.getPrototypeOf(second.win.source), Object.prototype);
  });
});
