import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  candidates,
  type NextFacts,
  noChoices,
  passOver,
  pick,
  type Suggestion,
  suggested,
} from '../../../src/core/nextStep';
import { nextStepText } from '../../../src/core/nextStepText';
import type { Task } from '../../../src/core/task';

const today = '2026-11-18';

function task(id: string, createdAt: number, steps: string[], ticked: Record<string, number> = {}): Task {
  return {
    id,
    title: `Task ${id}`,
    createdAt,
    steps: steps.map(title => {
      const name = title.replace('!', '');
      return {
        id: name,
        title: name,
        ...(ticked[name] !== undefined && { doneAt: ticked[name] }),
        ...(title.endsWith('!') && { forDay: today }),
      };
    }),
  };
}

const facts: NextFacts = {
  today,
  tasks: [task('old', 100, ['o1', 'o2']), task('new', 200, ['n1', 'n2', 'n3'], { n1: 900 })],
  red: [
    { key: 'u', command: 'npm run unit', at: 10 },
    { key: 't', command: 'npm test', at: 20 },
  ],
  uncommitted: [{ root: '/repo/app', name: 'app', since: 5 }],
  todos: [{ uri: 'file:///a.ts', file: 'a.ts', line: 3, text: 'retry' }],
};

function nameOf(one: Suggestion | undefined): string {
  switch (one?.kind) {
    case 'step':
      return one.step.title;
    case 'tests':
      return one.suite.command;
    case 'commit':
      return one.work.name;
    case 'todo':
      return one.todo.text;
    default:
      return 'none';
  }
}
const names = (some: Partial<NextFacts>): string[] => candidates({ ...facts, ...some }).map(nameOf);
const first = (some: Partial<NextFacts>): string =>
  nameOf(suggested(candidates({ ...facts, ...some }), noChoices, today));

suite('The next small step', () => {
  test('a step committed to for today comes first', () => {
    assert.equal(first({ tasks: [...facts.tasks, task('third', 1, ['x', 'mine!'])] }), 'mine');
  });

  test('else the first open step of the task touched last', () => assert.equal(first({}), 'n2'));

  test('else the suite that was red last', () => assert.equal(first({ tasks: [] }), 'npm test'));

  test('else what is uncommitted for long', () => assert.equal(first({ tasks: [], red: [] }), 'app'));

  test('else a TODO in the file edited last', () => {
    assert.equal(first({ tasks: [], red: [], uncommitted: [] }), 'retry');
  });

  test('else nothing', () => assert.equal(first({ tasks: [], red: [], uncommitted: [], todos: [] }), 'none'));

  test('Another walks through all, the further steps last', () => {
    assert.deepEqual(names({}), ['n2', 'npm test', 'npm run unit', 'app', 'retry', 'n3', 'o1', 'o2']);
  });

  test('a step that was committed to for yesterday is like any other', () => {
    assert.equal(first({ today: '2026-11-19', tasks: [task('a', 1, ['x', 'y!'])] }), 'x');
  });

  test('picking puts a suggestion first, until it is passed over, done, or the day ends', () => {
    const all = candidates(facts);
    const picked = pick(noChoices, all[3]?.id ?? '', today);
    assert.equal(suggested(all, picked, today), all[3]);
    assert.equal(suggested(all, picked, '2026-11-19'), all[0]);
    assert.equal(suggested(all, passOver(all, picked, today), today), all[0]);
    assert.equal(suggested(all.slice(0, 3), picked, today), all[0]);
  });
});

suite('The words of the next small step', () => {
  const textOf = (some: Partial<NextFacts>) => {
    const [one] = candidates({ today, tasks: [], red: [], uncommitted: [], todos: [], ...some });
    assert.ok(one);
    const { title, detail, act } = nextStepText(one, false);
    return [title, detail, act.id];
  };
  test('a step, its task and its place', () => {
    assert.deepEqual(textOf({ tasks: facts.tasks }), ['n2', 'Task new, step 2 of 3', 'done']);
  });
  test('a red suite', () => {
    assert.deepEqual(textOf({ red: facts.red }), [
      'Get `npm test` green again',
      'Its last run was red.',
      'open',
    ]);
  });
  test('uncommitted work', () => {
    assert.deepEqual(textOf({ uncommitted: facts.uncommitted }), [
      'Commit what you have',
      'Changes in app have waited for more than an hour.',
      'open',
    ]);
  });
  test('a TODO', () => {
    assert.deepEqual(textOf({ todos: facts.todos }), ['retry', 'A TODO in a.ts, line 4', 'open']);
  });
});

const name = fc.string({ minLength: 1, maxLength: 3 });
const time = fc.nat(4);
const anyTask = fc.record({
  id: name,
  title: name,
  createdAt: time,
  steps: fc.uniqueArray(
    fc.record(
      { id: name, title: name, doneAt: time, forDay: fc.constantFrom(today, '2026-11-17') },
      { requiredKeys: ['id', 'title'] },
    ),
    { selector: step => step.id, maxLength: 4 },
  ),
}) as fc.Arbitrary<Task>;
const anyFacts: fc.Arbitrary<NextFacts> = fc.record({
  today: fc.constant(today),
  tasks: fc.uniqueArray(anyTask, { selector: ({ id }) => id, maxLength: 4 }),
  red: fc.uniqueArray(fc.record({ key: name, command: name, at: time }), {
    selector: one => one.key,
    maxLength: 3,
  }),
  uncommitted: fc.uniqueArray(fc.record({ root: name, name, since: time }), {
    selector: one => one.root,
    maxLength: 3,
  }),
  todos: fc.uniqueArray(fc.record({ uri: name, file: name, line: time, text: name }), {
    selector: one => `${one.uri}\0${one.line}`,
    maxLength: 3,
  }),
});

suite('The order of suggestions', () => {
  test('is total and stable: the same whatever order the facts come in', () => {
    const shuffled = anyFacts.chain(given =>
      fc.record({
        given: fc.constant(given),
        tasks: fc.shuffledSubarray([...given.tasks], { minLength: given.tasks.length }),
        red: fc.shuffledSubarray([...given.red], { minLength: given.red.length }),
        uncommitted: fc.shuffledSubarray([...given.uncommitted], { minLength: given.uncommitted.length }),
        todos: fc.shuffledSubarray([...given.todos], { minLength: given.todos.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given, ...other }) => {
        assert.deepEqual(candidates({ ...given, ...other }), candidates(given));
      }),
    );
  });

  test('holds everything there is to do, each once', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const all = candidates(given);
        const open = given.tasks.flatMap(({ steps }) => steps.filter(({ doneAt }) => doneAt === undefined));
        const count = open.length + given.red.length + given.uncommitted.length + given.todos.length;
        assert.equal(all.length, count);
        assert.equal(new Set(all.map(({ id }) => id)).size, count);
      }),
    );
  });

  test('Another shows each of them once, then comes round', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const all = candidates(given);
        let choices = noChoices;
        for (let round = 0; round < 2; round++) {
          for (const expected of all) {
            assert.equal(suggested(all, choices, today), expected);
            choices = passOver(all, choices, today);
          }
        }
      }),
    );
  });

  test('Another always shows another where there is one, whatever was done or came up in between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyFacts, fc.nat(3)), { minLength: 1, maxLength: 6 }), days => {
        let choices = noChoices;
        for (const [given, times] of days) {
          const all = candidates(given);
          for (let time = 0; time <= times; time++) {
            const before = suggested(all, choices, today);
            choices = passOver(all, choices, today);
            if (all.length > 1) assert.notEqual(suggested(all, choices, today), before);
          }
        }
      }),
    );
  });

  test('what was passed over comes again the next day', () => {
    fc.assert(
      fc.property(anyFacts, given => {
        const all = candidates(given);
        const choices = passOver(all, passOver(all, noChoices, today), today);
        assert.equal(suggested(all, choices, '2026-11-19'), all[0]);
      }),
    );
  });
});
