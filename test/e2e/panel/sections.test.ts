import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import type { FromPanel } from '../../../src/protocol';
import { FedPanel } from '../support/fedPanel';
import { snapshot } from '../support/models';
import { connectBrowser } from '../support/session';
import { states } from '../support/states';
import { themeLooks } from '../support/themes';

const sections = [
  'Today',
  'Streak',
  'Momentum',
  'Next small step',
  'Activity',
  'Milestones',
  'Goals',
  'Tasks',
  'Recent wins',
  'This week',
];

for (const by of ['the mouse', 'the keyboard alone'] as const) {
  suite(`the panel’s sections by ${by}`, () => {
    const withKeys = by === 'the keyboard alone';
    let browser: Browser;
    let panel: FedPanel;

    suiteSetup(async () => {
      browser = await connectBrowser();
      panel = await FedPanel.open(browser, (await themeLooks()).light, { width: 1280 });
    });

    setup(async () => {
      const { review: _none, ...week } = snapshot().week;
      const next = snapshot().nextStep;
      assert.ok(next);
      await panel.show(snapshot({ week, nextStep: { ...next, today: false } }));
      await panel.said();
    });

    suiteTeardown(async () => {
      await panel?.assertNoTrouble();
      await browser?.close();
    });

    const press = async (name: string): Promise<void> => {
      const button = panel.button(name);
      if (!withKeys) return button.click();
      await panel.tabTo(button);
      await panel.page.keyboard.press('Enter');
    };

    test('every section is a landmark with its heading as name', async () => {
      for (const name of sections) await panel.section(name).waitFor();
    });

    const id = 'step-t1-t1-2';
    const buttons: readonly (readonly [string, FromPanel])[] = [
      ['Standup', { type: 'copyStandup' }],
      ['Story', { type: 'weeklyStory' }],
      ['Open settings', { type: 'openSettings' }],
      ['Export data', { type: 'exportData' }],
      ['Done', { type: 'nextStep', id, act: 'act' }],
      ['Another', { type: 'nextStep', id, act: 'another' }],
      ['Commit to today', { type: 'nextStep', id, act: 'today' }],
      ['Break down a task', { type: 'breakDownTask' }],
      ['Set a goal', { type: 'setGoal' }],
      ['Copy', { type: 'copyStory' }],
      ['Open as document', { type: 'weeklyStory' }],
    ];
    for (const [name, message] of buttons) {
      test(`${name} says so to the host`, async () => {
        await press(name);
        assert.deepEqual(await panel.said(), [message]);
      });
    }

    test('the scope is switched', async () => {
      const everywhere = panel.page.getByRole('radio', { name: 'Everywhere' });
      if (withKeys) await panel.page.getByRole('radio', { name: 'tidepool' }).press('ArrowRight');
      else await everywhere.click();
      assert.equal(await everywhere.isChecked(), true);
      assert.deepEqual(await panel.said(), [{ type: 'scope', everywhere: true }]);
    });

    test('the weekly question is answered, or put off', async () => {
      await panel.show(snapshot());
      const answer = panel.page.getByRole('textbox', { name: 'What worked last week?' });
      await answer.focus();
      await panel.page.keyboard.type('Tests first.');
      await panel.show(snapshot({ total: 900 }));
      assert.equal(await answer.inputValue(), 'Tests first.');
      assert.equal(await panel.focused(), 'answer');
      await press('Keep');
      assert.deepEqual(await panel.said(), [
        { type: 'answerReview', week: '2026-11-09', answer: 'Tests first.' },
      ]);
      // Until the host has kept it, nothing that was written is gone.
      await panel.show(snapshot({ total: 901 }));
      assert.equal(await answer.inputValue(), 'Tests first.');
      await press('Not now');
      assert.deepEqual(await panel.said(), [{ type: 'answerReview', week: '2026-11-09', answer: '' }]);
    });

    test('an empty panel shows an example day, of which nothing is told, and comes back', async () => {
      await panel.show(states.empty ?? snapshot());
      await press('See an example day');
      await panel.page.getByText('An example day. Nothing here is kept.').waitFor();
      for (const name of sections) await panel.section(name).waitFor();
      const step = panel.step('Measure it');
      if (withKeys) await step.press('Space');
      else await step.click();
      assert.equal(await step.isChecked(), false);
      await press('Done');
      await panel.picture('example');
      assert.deepEqual(await panel.findings(), []);
      await press('Close example');
      await panel.page.getByRole('heading', { name: 'Small wins show up here' }).waitFor();
      assert.deepEqual(await panel.said(), []);
      await press('Log a win');
      assert.deepEqual(await panel.said(), [{ type: 'logWin' }]);
    });

    test('the heat-map: a day is shown in words, and leads to its wins', async () => {
      const activity = panel.section('Activity');
      if (withKeys) {
        await activity.locator('[role=gridcell][tabindex="0"]').focus();
        await panel.page.keyboard.press('ArrowUp');
        await panel.page.keyboard.press('Enter');
      } else {
        await activity.locator('#day-2026-11-17').click();
      }
      assert.equal(await panel.focused(), 'wins-2026-11-17');
    });

    test('the heat-map of everything: a day of other projects leads to words that say so', async () => {
      const { week } = snapshot();
      const everywhere = snapshot({ week, scope: 'everywhere' });
      await panel.show(everywhere);
      const day = panel.section('Activity').locator('#day-2026-03-17');
      if (withKeys) {
        await day.focus();
        await panel.page.keyboard.press('Enter');
      } else await day.click();
      const [asked] = await panel.said();
      assert.ok(asked?.type === 'showWins' && asked.day === '2026-03-17');
      // A snapshot that is no answer leaves the question open.
      await panel.show(everywhere);
      await panel.show({ ...everywhere, askedDay: '2026-03-17' });
      assert.equal(await panel.focused(), 'elsewhere');
      const words = 'Tuesday 17 March: the wins of this day are in other projects.';
      await panel.sectionShows('Recent wins', words);
      for (const name of ['Goals', 'This week']) await panel.sectionShows(name, 'tidepool only');
    });

    test('a goal whose last day has passed says when that was, and no pace', async () => {
      const [goal] = snapshot().goals;
      assert.ok(goal);
      const over = {
        ...goal,
        title: 'Close 5 TODOs by 31 October',
        endsOn: '2026-10-31',
        pace: 'behind',
      } as const;
      await panel.show(snapshot({ goals: [over] }));
      assert.equal(await panel.section('Goals').locator('.pace').innerText(), 'to 31 Oct');
      await panel.show(snapshot({ goals: [{ ...over, current: over.target, left: 0, pace: 'done' }] }));
      assert.match(await panel.section('Goals').locator('.pace').innerText(), /^Reached\s+to 31 Oct$/);
    });

    test('a streak that needs several wins a day says how many it begins with', async () => {
      const { streak, week } = snapshot();
      const none = { ...streak, current: 0, todayCounts: false };
      await panel.show(snapshot({ week, streak: { ...none, winsToCount: 2 } }));
      await panel.sectionShows('Streak', 'It begins with 2 more wins today.');
      await panel.show(snapshot({ week, streak: { ...none, winsToCount: 1 } }));
      await panel.sectionShows('Streak', 'It begins with your next win.');
    });

    test('milestones already reached are shown on demand', async () => {
      await press('Show all 2 reached');
      await panel.section('Milestones').getByText('500 wins').waitFor();
    });
  });
}

suite('the panel without a snapshot', () => {
  test('says so when none can be made, and asks again', async () => {
    const browser = await connectBrowser();
    const panel = await FedPanel.open(browser, (await themeLooks()).dark, { width: 800 });
    await panel.tell({ type: 'trouble' });
    await panel.page.getByRole('heading', { name: 'The panel can’t be shown right now' }).waitFor();
    await panel.picture('trouble');
    assert.deepEqual(await panel.findings(), []);
    await panel.button('Show log').click();
    assert.deepEqual(await panel.said(), [{ type: 'notice', action: 'showLog' }]);
    await panel.show(snapshot());
    await panel.section('Today').waitFor();
    await panel.assertNoTrouble();
    await browser.close();
  });
});
