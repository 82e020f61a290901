import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { eventually } from './support/eventually';
import { inWindow } from './support/inWindow';
import type { Workbench } from './support/workbench';

const titles = ['See today’s picture', 'Break a task down', 'Take one small step', 'Choose your own pace'];

suite('the Get Started walkthrough', () => {
  let workbench: Workbench;

  inWindow('walkthrough', opened => {
    workbench = opened;
  });

  const open = (): Promise<void> => workbench.openWalkthrough('Get Started with Micro Wins');

  const step = (title: string): Locator =>
    workbench.page.locator('.getting-started-step').filter({ hasText: title });

  const isDone = async (title: string): Promise<boolean> =>
    (await step(title).locator('.codicon-getting-started-step-checked').count()) > 0;

  test('opens with four steps, none done, each with its picture', async () => {
    await open();
    for (const title of titles) {
      await step(title).click();
      assert.equal(await isDone(title), false);
      const picture = workbench.page.locator('.getting-started-media img');
      await eventually(`"${title}" shows its picture`, () =>
        picture.evaluate(image => (image as HTMLImageElement).naturalWidth > 0),
      );
    }
  });

  test('its steps are done by doing', async () => {
    await workbench.runCommand('Micro Wins: Open Progress Panel');
    await workbench.page.locator('iframe.webview.ready').waitFor();
    await workbench.breakDown('Streaming parser');
    await workbench.typeStep('Sketch the grammar');
    await workbench.finishSteps();
    await workbench.runCommand('Micro Wins: Open Progress Panel');
    await workbench.panel.step('Sketch the grammar').click();
    await workbench.statusShows(/\b1\/3\b/);
    const goal = workbench.panel.section('Goals').getByText('15 wins this week').first();
    await workbench.answerAll('Micro Wins: Set a Goal…', goal);
    await open();
    for (const title of titles) await eventually(`"${title}" is done`, () => isDone(title));
  });
});
