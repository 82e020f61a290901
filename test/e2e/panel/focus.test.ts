import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import type { PanelModel, PanelTask } from '../../../src/core/panelModel';
import { FedPanel } from '../support/fedPanel';
import { recent, snapshot } from '../support/models';
import { connectBrowser } from '../support/session';
import { states } from '../support/states';
import { themeLooks } from '../support/themes';

suite('focus and words in the panel after a control has gone', () => {
  let browser: Browser;
  let panel: FedPanel;

  suiteSetup(async () => {
    browser = await connectBrowser();
    panel = await FedPanel.open(browser, (await themeLooks()).dark, { width: 1280 });
  });

  suiteTeardown(async () => {
    await panel?.assertNoTrouble();
    await browser?.close();
  });

  const spoken = async (): Promise<string> =>
    (await panel.page.locator('#said p').last().textContent()) ?? '';
  const headings = (): Promise<string> =>
    panel.page.evaluate(() => document.activeElement?.textContent ?? document.activeElement?.id ?? '');
  const finished = (task: PanelTask): PanelTask => ({
    ...task,
    finishedAt: Date.parse('2026-11-18T11:30:00'),
    steps: task.steps.map(step => ({ ...step, doneAt: Date.parse('2026-11-18T11:30:00') })),
  });

  test('the last step of a task leads to the next task, and its end is told', async () => {
    const model = snapshot();
    const [first, second, ...others] = model.tasks;
    assert.ok(first && second);
    await panel.show(model);
    const last = first.steps.find(({ doneAt }) => doneAt === undefined);
    await panel.step(last?.title ?? '').focus();
    await panel.show({ ...model, tasks: [second, ...others, finished(first)] });
    assert.equal(await panel.focused(), `task-${second.id}`);
    assert.equal(await spoken(), `Task finished: ${first.title}`);
  });

  test('a win taken back leads to the one after it; the line says what was taken, each time', async () => {
    const model = snapshot();
    await panel.show(model);
    const took: PanelModel['notice'] = {
      icon: 'discard',
      text: 'Taken back: A win',
      action: { title: 'Undo', id: 'restore' },
    };
    for (const gone of [1, 2]) {
      await panel.page.locator(`#undo-${recent[gone - 1]?.id}`).focus();
      await panel.page.evaluate(() => document.getElementById('said')?.replaceChildren());
      await panel.show({ ...model, notice: took, recent: recent.slice(gone), total: model.total - gone });
      assert.equal(await panel.focused(), `win-${recent[gone]?.id}`);
      assert.equal(await spoken(), took.text);
    }
  });

  test('what Undo brings back has the focus', async () => {
    const model = snapshot();
    const [first, ...others] = model.tasks;
    assert.ok(first);
    const notice: PanelModel['notice'] = {
      icon: 'discard',
      text: `Removed: ${first.steps[2]?.title}`,
      action: { title: 'Undo', id: 'restore' },
    };
    const fewer = { ...first, steps: first.steps.filter((_, index) => index !== 2) };
    await panel.show({ ...model, notice, tasks: [fewer, ...others] });
    await panel.button('Undo').focus();
    await panel.show(model);
    assert.equal(await panel.focused(), `step-${first.steps[2]?.id}`);
    assert.equal(await spoken(), `Back again: ${first.steps[2]?.title}`);
  });

  test('a line under the header that goes leaves the focus at the top', async () => {
    await panel.show(states.paused ?? snapshot());
    await panel.button('Resume').focus();
    await panel.show(snapshot());
    assert.equal(await headings(), 'Micro Wins');
    assert.equal(await spoken(), 'Your streak goes on.');
  });

  test('a refused offer leaves the focus with its step', async () => {
    const model = snapshot();
    const [offer] = model.offers;
    assert.ok(offer);
    await panel.show(model);
    await panel.page.locator(`#refuse-${offer.step}`).focus();
    await panel.show({ ...model, offers: [] });
    assert.equal(await panel.focused(), `step-${offer.step}`);
  });

  test('the last earlier wins take their button along: the focus is where they begin', async () => {
    const model = snapshot({ moreWins: true });
    await panel.show(model);
    await panel.page.locator('#show-earlier').focus();
    await panel.show({ ...model, moreWins: false });
    assert.equal(await panel.focused(), `wins-${recent.at(-1)?.day}`);
  });

  test('the example day answers where the user looks, and gives the focus back', async () => {
    await panel.show(states.empty ?? snapshot());
    await panel.button('See an example day').press('Enter');
    assert.equal(await panel.focused(), 'close-example');
    const another = panel.button('Another');
    await another.scrollIntoViewIfNeeded();
    await another.press('Enter');
    const line = panel.page.locator('.notice').getByText('Only an example, so nothing happened.');
    const box = await line.boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 900, 'the answer is in sight');
    assert.equal(await spoken(), 'Only an example, so nothing happened.');
    await panel.said();
    await panel.section('Tasks').getByRole('button', { name: 'Break down a task' }).press('Enter');
    assert.deepEqual(await panel.said(), [{ type: 'breakDownTask' }]);
    await panel.button('Close example').press('Enter');
    assert.equal(await panel.focused(), 'see-example');
  });
});
