import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { hoverCard } from '../../../src/core/hoverCard';
import type { NextStepText } from '../../../src/core/nextStepText';
import type { Overview } from '../../../src/core/overview';
import { sampleOverview } from './sample';

const next: NextStepText = {
  id: 'step-abc',
  title: 'Write the failing test',
  detail: 'Streaming parser, step 3 of 5',
  act: { id: 'done', title: 'Done' },
  today: false,
  another: true,
};
const context = {
  locale: 'en',
  next,
  scanning: undefined,
  nextCommand: '_microwins.nextStep',
  panelCommand: 'microwins.openPanel',
};
const full = sampleOverview({ '2026-11-17': [440, 0, 0, 0, 0], '2026-11-18': [1, 1, 1, 0, 0] });

/** The card as it is read, links as `[words]`. */
function read(overview: Overview, more: Partial<typeof context> | object = {}): string[] {
  return hoverCard(overview, { ...context, ...more })
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/(?:&nbsp;)+/g, '  ')
    .replace(/\]\(command:[^)]*\)/g, ']')
    .replace(/<span style="color:var\(--vscode-\w+(-\w+)?\);">([━─]+)<\/span>/g, '$2')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

suite('The status bar’s hover card', () => {
  test('shows today, the streak, the next small step, the nearest milestone and the way to the panel', () => {
    assert.deepEqual(read(full), [
      '**3 of 5 wins today**',
      '$(git-commit) 1 commit  $(note) 1 TODO  $(beaker) 1 green run',
      '$(flame) 2 days, best 2',
      '---',
      '**Write the failing test**',
      'Streaming parser, step 3 of 5',
      '[$(check) Done]  [$(refresh) Another]',
      '---',
      '500 wins, 443 of 500',
      '━━━━━━━━━━━━━━━━━━━━━━━━━━────',
      '---',
      '[$(graph) Open panel]',
    ]);
  });

  test('large numbers are written as the user’s language does', () => {
    const many = sampleOverview({ '2026-11-18': [1800, 0, 0, 0, 0] });
    assert.ok(read(many).includes('2500 wins, 1,800 of 2,500'));
    assert.ok(read(many, { locale: 'de' }).some(line => line.endsWith(', 1.800 of 2.500')));
  });

  test('nothing yet today, without alarm', () => {
    const [title, streak] = read(sampleOverview({ '2026-11-17': [1, 0, 0, 0, 0] }));
    assert.equal(title, '**Nothing yet today**');
    assert.equal(streak, '$(flame) 1 day, best 1');
  });

  test('rest passes are shown where there are some', () => {
    const days = ['09', '10', '11', '12', '13', '16', '17'].map(day => [`2026-11-${day}`, [1, 0, 0, 0, 0]]);
    assert.ok(
      read(sampleOverview(Object.fromEntries(days))).includes(
        '$(flame) 7 days, best 7  $(coffee) 1 rest pass',
      ),
    );
  });

  test('paused, and reading history, are said in words', () => {
    const pauses = [{ from: '2026-11-18', to: '2026-11-24' }];
    const shown = read(sampleOverview({}, { pauses }), { scanning: 0.4 });
    assert.ok(shown.includes('$(debug-pause) Paused until Tuesday, November 24, 2026.'));
    assert.ok(shown.includes('$(sync) Reading history, 40%. Wins appear as they are found.'));
  });

  test('no next step, and none but one', () => {
    assert.ok(read(full, { next: undefined }).includes('No open step. Break a task into small ones.'));
    assert.ok(read(full, { next: { ...next, another: false } }).includes('[$(check) Done]'));
  });

  test('links name the step, so that an old card can’t tick another one', () => {
    const links = [...hoverCard(full, context).matchAll(/\]\(command:([^?)]+)(?:\?([^)]*))?\)/g)];
    assert.deepEqual(
      links.map(([, command, args]) => [command, args && JSON.parse(decodeURIComponent(args))]),
      [
        ['_microwins.nextStep', ['step-abc', 'act']],
        ['_microwins.nextStep', ['step-abc', 'another']],
        ['microwins.openPanel', undefined],
      ],
    );
  });

  test('whatever titles say, the card has its own links, icons, lines and bold words, and no others', () => {
    const shape = (card: string): string =>
      card.replace(/&#\d+;|[^[\]()*$\n<>!`_~|\\]/g, '').replace(/\n+/g, '\n');
    const plain = shape(hoverCard(full, context));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, detail) => {
        const card = hoverCard(full, {
          ...context,
          next: { ...next, title: `x${title}`, detail: `x${detail}` },
        });
        assert.equal(shape(card), plain);
      }),
    );
  });
});
