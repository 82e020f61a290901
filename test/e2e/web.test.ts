import { strict as assert } from 'node:assert';
import path from 'node:path';
import { inWindow } from './support/inWindow';
import { session } from './support/session';
import type { Workbench } from './support/workbench';

suite('in a browser, without a server', () => {
  let workbench: Workbench;
  inWindow('web', opened => {
    workbench = opened;
  });

  test('the empty panel promises what counts there, and nothing else', async () => {
    await workbench.runCommand('Micro Wins: Open Progress Panel');
    await workbench.panel.text('Removed from a comment, then saved').waitFor();
    await workbench.panel.text('From a task you broke into small ones').waitFor();
    assert.equal(await workbench.panel.text('Yours, made here, in a terminal or anywhere else').count(), 0);
  });

  test('a task is broken down, and a ticked step is a win', async () => {
    await workbench.breakDown('Streaming parser');
    await workbench.typeStep('Sketch the grammar');
    await workbench.typeStep('Write the failing test');
    await workbench.finishSteps();
    await workbench.panel.ready();
    await workbench.panel.step('Sketch the grammar').click();
    await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar');
    await workbench.statusShows(/\b1\/3\b/);
  });

  test('a goal, and the Explorer view beside the panel', async () => {
    const goal = workbench.panel.section('Goals').getByText('15 wins this week').first();
    await workbench.answerAll('Micro Wins: Set a Goal…', goal);
    await workbench.runCommand('Explorer: Focus on Micro Wins View');
    const view = workbench.page.getByRole('treeitem').filter({ hasText: 'Write the failing test' });
    await view.first().waitFor();
    await workbench.page.screenshot({ path: path.join(session().screenshots, 'web.png') });
  });

  test('what needs git or a terminal is not offered', async () => {
    await workbench.page.keyboard.press('F1');
    const offered = workbench.page.locator('.quick-input-widget .monaco-list-row .label-name');
    // By the alphabet what is not offered would stand before what is.
    for (const [typed, first, missing] of [
      ['Micro Wins: Re', 'Micro Wins: Resume Streak', 'Micro Wins: Rescan Git History'],
      ['Micro Wins: Write', 'Micro Wins: Write Weekly Story', 'Micro Wins: Write Team Shout-Outs'],
    ] as const) {
      await workbench.quickInput.fill(`>${typed}`);
      await offered.first().filter({ hasText: first }).waitFor();
      assert.equal(await offered.filter({ hasText: missing }).count(), 0, missing);
    }
    await workbench.page.keyboard.press('Escape');
  });

  test('everything is there after a reload', async () => {
    await workbench.reload();
    await workbench.panel.ready();
    await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar');
    assert.equal(await workbench.panel.step('Sketch the grammar').isChecked(), true);
    await workbench.panel.section('Goals').getByText('15 wins this week').first().waitFor();
  });

  test('the panel’s page had no trouble', () => workbench.assertNoTrouble());
});
