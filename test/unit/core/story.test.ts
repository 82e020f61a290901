import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays } from '../../../src/core/day';
import type { Kept } from '../../../src/core/overview';
import { type StoryOptions, weeklyStory } from '../../../src/core/story';
import type { Task } from '../../../src/core/task';
import { type KindCounts, noWins, type Win, winKinds, withCount } from '../../../src/core/win';
import { nothing, settings, sampleWin as win } from './sample';

/** Monday of the week that is told, and its Friday, which is today. */
const week = '2026-11-16';
const today = '2026-11-20';
function told(wins: readonly Win[], more: Partial<Kept> = {}, options: Partial<StoryOptions> = {}) {
  const days = new Map<string, KindCounts>();
  for (const { day, kind } of wins) days.set(day, withCount(days.get(day) ?? noWins, kind, 1));
  const kept: Kept = { ...nothing, days, ...more };
  const story = weeklyStory({ kept, settings, today, week, wins, locale: 'en-GB', names: true, ...options });
  // The blanks in a range of dates differ between versions of Intl.
  return { ...story, markdown: story.markdown.replace(/(?<=^# .*\d)\s*–\s*(?=\d)/, '–') };
}

const parser: Task = {
  id: 't1',
  title: 'Streaming parser',
  createdAt: 0,
  steps: [
    { id: 's1', title: 'sketch the grammar', doneAt: Date.parse('2026-11-17') },
    { id: 's2', title: 'failing test for empty input' },
    { id: 's3', title: 'make it pass', forDay: today },
  ],
};

suite('Weekly story', () => {
  const source = { repository: 'api', branch: 'main', sha: 'a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4e5f6a1b2' };
  const wins = [
    win('2026-11-16', 'parser: accept empty input', { source }),
    win('2026-11-17', 'sketch the grammar', {
      kind: 'step',
      source: { task: 'Streaming parser', taskId: 't1' },
    }),
    win('2026-11-17', 'handle empty input', {
      kind: 'todo',
      source: { repository: 'api', file: 'src/parser.ts', line: '12' },
    }),
    win('2026-11-18', 'Green again after red', { kind: 'tests', source: { command: 'npm test' } }),
    win('2026-11-19', 'Reviewed the release', { kind: 'manual' }),
  ];
  const goal = {
    id: 'g',
    title: '15 wins this week',
    kinds: 'all' as const,
    target: 15,
    period: { every: 'week' as const },
  };
  const reviews = new Map([
    [week, 'Short branches'],
    ['2026-11-09', 'Tests first'],
  ]);

  test('has the goals, what was done, the evidence, what worked and what to try next', () => {
    assert.equal(
      told(wins, { tasks: [parser], goals: [goal], reviews }).markdown,
      `# Week of 16–22 November 2026

1 commit, 1 closed TODO, 1 green run, 1 step and 1 logged by hand on 4 days. The fullest day was Tuesday, with 2 wins.

## Goals

- 15 wins this week: 5 of 15, behind

## What was done

### Streaming parser (1 of 3 steps)

- sketch the grammar

### Also done

- Reviewed the release

## Evidence

### Commits · api · main

- \`a1b2c3d\` parser: accept empty input

### Closed TODOs · api

- handle empty input (\`src/parser.ts:12\`)

### Green test runs

- Green again after red (\`npm test\`)

## What worked

> Short branches

## What to try next

- 10 more wins for “15 wins this week”
- make it pass (Streaming parser)
- failing test for empty input (Streaming parser)
- What worked the week before: Tests first
`,
    );
  });

  test('of a week that is over tells its goals as they stood, and no pace', () => {
    const later = win('2026-11-24', 'Next week’s work');
    const { markdown } = told([...wins, later], { goals: [goal] }, { today: '2026-11-24' });
    assert.match(markdown, /- 15 wins this week: 5 of 15\n/);
    assert.doesNotMatch(markdown, /Next week’s work|more wins for/);
    assert.doesNotMatch(
      told(wins, { goals: [{ ...goal, period: { from: '2026-11-23', by: '2026-12-01' } }] }).markdown,
      /## Goals/,
    );
  });

  test('says when most wins come, once there are enough', () => {
    const days = new Map<string, KindCounts>([
      ['2026-10-06', [30, 0, 0, 0, 0]],
      ['2026-10-07', [10, 0, 0, 0, 0]],
    ]);
    const { markdown } = told([], { days });
    assert.match(markdown, /## What worked\n\n- The weekday with most wins so far: Tuesday\n/);
  });

  test('can leave out names of repositories and branches', () => {
    const { markdown, hasNames } = told(wins, {}, { names: false });
    assert.equal(hasNames, true);
    assert.doesNotMatch(markdown, /\bapi\b|· main/);
    assert.match(markdown, /### Commits\n/);
  });

  test('of an empty week is short, and says what to try', () => {
    assert.equal(
      told([]).markdown,
      `# Week of 16–22 November 2026

No win this week yet.

## What to try next

- Break the next piece of work down into small steps.
`,
    );
  });

  test('of an empty week that is over expects nothing more of it', () => {
    const { markdown } = told([], {}, { today: '2026-11-24' });
    assert.match(markdown, /\n\nNo win in this week\.\n/);
  });

  const anyWin = fc.record({
    ago: fc.integer({ min: -2, max: 9 }),
    kind: fc.constantFrom(...winKinds),
    title: fc.string({ maxLength: 20 }),
    task: fc.constantFrom('t1', 't2', '# gone'),
    repository: fc.option(fc.constantFrom('api', '<b>\n- x')),
  });

  test('every win of the week stands in it exactly once, and no hostile title makes a line of its own', () => {
    fc.assert(
      fc.property(fc.array(anyWin, { maxLength: 25 }), fc.boolean(), (plans, names) => {
        const all = plans.map(({ ago, kind, title, task, repository }, index) =>
          win(addDays(today, -ago), `${title} win${index}end`, {
            kind,
            source: {
              ...(kind === 'step' ? { task, taskId: task } : {}),
              ...(repository === null ? {} : { repository }),
            },
          }),
        );
        const { markdown } = told(all, { tasks: [parser] }, { names });
        for (const [index, { day }] of all.entries()) {
          const lines = markdown.split('\n').filter(line => line.includes(`win${index}end`));
          assert.equal(lines.length, day >= week && day <= today ? 1 : 0);
          for (const line of lines) assert.match(line, /^- /);
        }
        for (const line of markdown.split('\n').slice(3)) assert.match(line, /^(?:$|- |#{2,3} \S|> )/);
      }),
      { numRuns: 300 },
    );
  });
});
