import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays } from '../../../src/core/day';
import type { RestRules } from '../../../src/core/rules';
import { lastWorkingDay, type StandupOptions, standup } from '../../../src/core/standup';
import { winKinds } from '../../../src/core/win';
import { sampleWin as win } from './sample';

const weekends: RestRules = { restDays: new Set([0, 6]), pauses: [] };
/** Monday 23 November 2026. */
const monday = '2026-11-23';
const options: StandupOptions = { today: monday, rest: weekends, locale: 'en-GB', names: true };
suite('The last working day', () => {
  const cases: readonly (readonly [name: string, today: string, rest: RestRules, last: string])[] = [
    ['of a Monday is Friday', monday, weekends, '2026-11-20'],
    ['of a Sunday is Friday', '2026-11-22', weekends, '2026-11-20'],
    ['of a Tuesday is Monday', '2026-11-24', weekends, '2026-11-23'],
    ['is yesterday when no day is free', monday, { restDays: new Set(), pauses: [] }, '2026-11-22'],
    [
      'lies before a pause',
      monday,
      { ...weekends, pauses: [{ from: '2026-11-09', to: '2026-11-22' }] },
      '2026-11-06',
    ],
    [
      'is yesterday when every day is free',
      monday,
      { restDays: new Set([0, 1, 2, 3, 4, 5, 6]), pauses: [] },
      '2026-11-22',
    ],
  ];
  for (const [name, today, rest, last] of cases) {
    test(name, () => assert.equal(lastWorkingDay(today, rest), last));
  }
});

suite('Standup', () => {
  const source = { repository: 'api', branch: 'main' };

  test('on a Monday has Friday’s wins and the weekend’s, by day and kind', () => {
    const wins = [
      win(monday, 'Today’s work', { source }),
      win('2026-11-22', 'Helped on Sunday', { kind: 'manual' }),
      win('2026-11-20', 'Green again after red', { kind: 'tests', source: { command: 'npm test' } }),
      win('2026-11-20', 'parser: accept empty input', { source }),
      win('2026-11-20', 'handle empty input', {
        kind: 'todo',
        provisional: true,
        source: { repository: 'api' },
      }),
      win('2026-11-20', 'sketch the grammar', { kind: 'step', source: { task: 'Streaming parser' } }),
      win('2026-11-19', 'Thursday’s work', { source }),
    ];
    const made = standup(wins, options);
    assert.equal(made.from, '2026-11-20');
    assert.equal(made.wins, 6);
    assert.equal(
      made.markdown,
      `**Friday 20 November**

Commits · api · main
- parser: accept empty input

Closed TODOs · api
- handle empty input (not committed yet)

Green test runs
- Green again after red (\`npm test\`)

Steps · Streaming parser
- sketch the grammar

**Sunday 22 November**

Also done
- Helped on Sunday

**Today**

Commits · api · main
- Today’s work
`,
    );
  });

  test('can leave out names of repositories and branches, in commands, too', () => {
    const wins = [
      win(monday, 'One', { source: { repository: 'secret-api', branch: 'launch' } }),
      win(monday, 'Green', { kind: 'tests', source: { command: 'cd Secret-API && npm test' } }),
      win(monday, 'Greener', { kind: 'tests', source: { command: 'npm test' } }),
    ];
    const made = standup(wins, { ...options, names: false });
    assert.equal(made.hasNames, true);
    assert.doesNotMatch(made.markdown, /secret-api|launch/i);
    assert.match(made.markdown, /- Greener \(`npm test`\)/);
    assert.equal(standup([win(monday, 'One')], options).hasNames, false);
  });

  test('left out, no name of a repository or branch is in it, wherever it came from', () => {
    const name = fc.constantFrom('secretrepo', 'SecretBranch', 'launch-2027', undefined);
    const secret = fc.record({
      kind: fc.constantFrom(...winKinds),
      repository: name,
      branch: name,
      shout: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(secret, { maxLength: 10 }), plans => {
        const wins = plans.map(({ kind, repository, branch, shout }, index) => {
          const folder = repository ?? branch ?? 'src';
          const command = `cd ${shout ? folder.toUpperCase() : folder} && npm test`;
          const named = { ...(repository && { repository }), ...(branch && { branch }) };
          return win(monday, `Win ${index}`, { kind, source: { ...named, command, file: `${folder}/a.ts` } });
        });
        const { markdown } = standup(wins, { ...options, names: false });
        assert.doesNotMatch(markdown, /secret|launch/i);
      }),
    );
  });

  test('without a win it is empty', () => {
    assert.deepEqual(standup([win('2026-11-19', 'Too old')], options), {
      from: '2026-11-20',
      wins: 0,
      hasNames: false,
      markdown: '',
    });
  });

  const anyWin = fc.record({
    ago: fc.integer({ min: -3, max: 12 }),
    kind: fc.constantFrom(...winKinds),
    title: fc.string({ maxLength: 30 }),
    repository: fc.option(fc.string({ maxLength: 10 })),
    branch: fc.option(fc.constantFrom('main', 'x', '# y\n- z')),
    command: fc.option(fc.string({ maxLength: 20 })),
  });

  test('every win of the days since then stands in it exactly once, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(anyWin, { maxLength: 25 }),
        fc.boolean(),
        fc.nat(6),
        fc.subarray([0, 1, 2, 3, 4, 5, 6]),
        (plans, names, later, restDays) => {
          const today = addDays(monday, later);
          const rest = { restDays: new Set(restDays), pauses: [] };
          const wins = plans.map(({ ago, kind, title, repository, branch, command }, index) =>
            win(addDays(today, -ago), `${title} win${index}end`, {
              kind,
              source: {
                ...(repository === null ? {} : { repository }),
                ...(branch === null ? {} : { branch }),
                ...(command === null ? {} : { command }),
              },
            }),
          );
          const { from, markdown, wins: count } = standup(wins, { ...options, today, rest, names });
          const lines = markdown.split('\n').filter(line => line.startsWith('- '));
          const wanted = wins.filter(({ day }) => day >= from && day <= addDays(today, 1));
          assert.equal(count, wanted.length);
          assert.equal(lines.length, wanted.length);
          for (const [index, each] of wins.entries()) {
            const holding = lines.filter(line => line.includes(`win${index}end`));
            assert.equal(holding.length, wanted.includes(each) ? 1 : 0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
