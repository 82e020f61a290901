import { strict as assert } from 'node:assert';
import { overviewOf } from '../../../src/core/overview';
import type { Pause } from '../../../src/core/rules';
import { statusText } from '../../../src/core/status';
import type { KindCounts } from '../../../src/core/win';
import { noon, nothing, settings } from './sample';

function overview(days: Record<string, number>, goal = 5, pauses: Pause[] = []) {
  const history = new Map(
    Object.entries(days).map(([day, wins]): [string, KindCounts] => [day, [wins, 0, 0, 0, 0]]),
  );
  return overviewOf({ ...nothing, days: history, pauses }, { ...settings, dailyGoal: goal }, noon);
}

suite('The status bar’s text', () => {
  test('nothing yet today, without alarm', () => {
    assert.equal(statusText(overview({ '2026-11-17': 3 })).text, '$(circle-outline) 0/5');
  });

  test('streak in days, wins today out of the day’s goal', () => {
    assert.equal(statusText(overview({ '2026-11-17': 1, '2026-11-18': 3 })).text, '$(flame) 2 · 3/5');
  });

  test('goal reached', () => {
    assert.equal(statusText(overview({ '2026-11-17': 1, '2026-11-18': 5 })).text, '$(pass-filled) 5/5 · 2');
  });

  test('a win that was just recorded shows its icon', () => {
    const { text } = statusText(overview({ '2026-11-18': 3 }), { justWon: 'commit' });
    assert.equal(text, '$(git-commit) 3/5 · 1');
  });

  test('the first scan shows how far it is', () => {
    assert.equal(statusText(overview({}), { scanning: 0.4 }).text, '$(sync~spin) Reading history 40%');
  });

  test('paused', () => {
    assert.equal(
      statusText(overview({ '2026-11-17': 3 }, 5, [{ from: '2026-11-18' }])).text,
      '$(coffee) Paused',
    );
  });

  test('a milestone is said in words, with today’s wins beside it', () => {
    const saying = { icon: 'star-full', words: '100 wins', label: 'Milestone reached: 100 wins' };
    const { text, label } = statusText(overview({ '2026-11-18': 3 }), { saying, justWon: 'commit' });
    assert.equal(text, '$(star-full) 100 wins · 3/5');
    assert.match(label, /^Milestone reached: 100 wins\. Micro Wins: 3 of 5/);
  });

  test('everything is said in words, too', () => {
    const { label } = statusText(overview({ '2026-11-18': 3 }));
    assert.equal(label, 'Micro Wins: 3 of 5 wins today. Streak: 1 day.');
  });
});
