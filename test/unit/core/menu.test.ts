import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type MenuSituation, menuEntries } from '../../../src/core/menu';
import type { NextStepText } from '../../../src/core/nextStepText';
import type { Win } from '../../../src/core/win';
import { sampleOverview } from './sample';

const next: NextStepText = {
  id: 'step-abc',
  title: 'Write the failing test',
  detail: 'Streaming parser, step 3 of 5',
  act: { id: 'done', title: 'Done' },
  another: true,
};
const offer = { task: 't', step: 's', title: 'Accept empty input', detail: 'Your commit says: accept it' };
const win: Win = {
  id: 'w',
  kind: 'commit',
  at: 1,
  day: '2026-11-18',
  title: 'Accept it',
  provisional: false,
  why: 'It was yours.',
  source: {},
};
const ordinary: MenuSituation = {
  overview: sampleOverview({ '2026-11-17': [1, 0, 0, 0, 0], '2026-11-18': [1, 0, 0, 0, 0] }),
  next,
  offers: [],
  hasSteps: true,
  justWon: undefined,
  scanning: undefined,
  has: () => true,
};
const labels = (some: Partial<MenuSituation> = {}): string[] =>
  menuEntries({ ...ordinary, ...some }).map(({ label }) => label);

suite('The menu of the status bar', () => {
  test('on an ordinary day', () => {
    assert.deepEqual(labels(), [
      'Done: Write the failing test',
      'Open progress panel',
      'Log a win…',
      'Pick another small step…',
      'Break down a task…',
    ]);
  });

  test('before anything was ever done', () => {
    const overview = sampleOverview({});
    assert.deepEqual(labels({ overview, next: undefined, hasSteps: false }), [
      'Open progress panel',
      'Break down a task…',
      'Log a win…',
      'Set a goal…',
      'Copy standup summary',
    ]);
  });

  test('in the morning the standup is near', () => {
    const overview = sampleOverview({ '2026-11-17': [1, 0, 0, 0, 0] });
    assert.equal(labels({ overview })[2], 'Copy standup summary');
  });

  test('offers to tick come first, two at most', () => {
    assert.deepEqual(
      labels({ offers: [offer, { ...offer, title: 'Two' }, { ...offer, title: 'Three' }] }).slice(0, 3),
      ['Tick “Accept empty input”', 'Tick “Two”', 'Done: Write the failing test'],
    );
  });

  test('a win that was just recorded can be taken back', () => {
    assert.ok(labels({ justWon: win }).includes('Take back: Accept it'));
  });

  test('paused: resuming comes first, pausing is not offered', () => {
    const overview = sampleOverview({}, { pauses: [{ from: '2026-11-18' }] });
    assert.equal(labels({ overview })[0], 'Resume streak');
    assert.ok(!labels({ overview, next: undefined }).includes('Pause streak…'));
  });

  test('a scan that is running can be stopped', () => {
    assert.ok(labels({ scanning: 0.4 }).includes('Stop reading history'));
  });

  test('a red suite, work to commit and a TODO say what they open', () => {
    const open = { ...next, title: 'Get `npm test` green again', detail: 'Its last run was red.' };
    const [entry] = menuEntries({ ...ordinary, next: { ...open, act: { id: 'open', title: 'Run tests' } } });
    assert.equal(entry?.label, 'Get `npm test` green again');
    assert.equal(entry?.detail, 'Its last run was red. Run tests.');
  });

  test('a command that does not exist is not offered', () => {
    assert.ok(!labels({ has: name => name !== 'breakDownTask' }).includes('Break down a task…'));
  });

  test('at every moment: five, each once, and the panel among them', () => {
    const situation = fc.record({
      overview: fc.constantFrom(
        ordinary.overview,
        sampleOverview({}),
        sampleOverview({}, { pauses: [{ from: '2026-11-18' }] }),
      ),
      next: fc.constantFrom(undefined, next, { ...next, another: false }),
      offers: fc.subarray([offer, { ...offer, step: 's2' }, { ...offer, step: 's3' }]),
      hasSteps: fc.boolean(),
      justWon: fc.constantFrom(undefined, win),
      scanning: fc.constantFrom(undefined, 0.4),
      has: fc.constant(() => true),
    });
    fc.assert(
      fc.property(situation, given => {
        const entries = menuEntries(given);
        const actions = entries.map(({ action }) => JSON.stringify(action));
        assert.ok(entries.length === 5);
        assert.equal(new Set(actions).size, entries.length);
        assert.ok(actions.includes('{"type":"command","command":"openPanel"}'));
      }),
    );
  });
});
