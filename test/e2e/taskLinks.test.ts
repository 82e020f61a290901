import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { FedPanel } from './support/fedPanel';
import { snapshot } from './support/models';
import { connectBrowser } from './support/session';
import { themeLooks } from './support/themes';

suite('what the panel offers below the steps of a task', () => {
  let browser: Browser;
  let panel: FedPanel;
  const task = { id: 't9', title: 'Accept empty input', createdAt: 0 };

  suiteSetup(async () => {
    browser = await connectBrowser();
    panel = await FedPanel.open(browser, (await themeLooks()).dark, { width: 1280 });
  });

  suiteTeardown(async () => {
    await panel?.assertNoTrouble();
    await browser?.close();
  });

  test('a task that was made of a line links back to it', async () => {
    const steps = [{ id: 's1', title: 'Write the test' }];
    await panel.show({ ...snapshot(), tasks: [{ ...task, steps, from: 'src/parser.ts:12' }] });
    await panel.said();
    await panel.button('From src/parser.ts:12').click();
    assert.deepEqual(await panel.said(), [{ type: 'openTaskSource', task: 't9' }]);
    assert.equal(await panel.button('Keep as a template: Accept empty input').count(), 0);
    assert.deepEqual(await panel.findings(), []);
    await panel.picture('task-links');
  });

  test('a finished task can be kept as a template', async () => {
    const steps = [{ id: 's1', title: 'Write the test', doneAt: 1 }];
    await panel.show({ ...snapshot(), tasks: [{ ...task, steps, finishedAt: 1 }] });
    await panel.button('Finished').click();
    await panel.button('Accept empty input').click();
    await panel.said();
    await panel.button('Keep as a template: Accept empty input').click();
    assert.deepEqual(await panel.said(), [{ type: 'keepTemplate', task: 't9' }]);
    assert.deepEqual(await panel.findings(), []);
  });
});
