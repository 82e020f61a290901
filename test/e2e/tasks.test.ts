import { strict as assert } from 'node:assert';
import { eventually } from './support/eventually';
import { inWindow } from './support/inWindow';
import type { Workbench } from './support/workbench';

suite('from a task to its steps', () => {
  let workbench: Workbench;

  inWindow('tasks', opened => {
    workbench = opened;
  });

  test('a task is broken down from the command palette', async () => {
    await workbench.breakDown('Streaming parser');
    await workbench.typeStep('Sketch the grammar');
    await workbench.typeStep('Write the failing test');
    await workbench.finishSteps();
    await workbench.runCommand('Micro Wins: Open Progress Panel');
    await workbench.panel.sectionShows('Tasks', 'Streaming parser');
    await workbench.panel.step('Sketch the grammar').waitFor();
    await workbench.panel.step('Write the failing test').waitFor();
  });

  test('pasted lines become a step each', async () => {
    const steps = ['Write the notes', 'Tag the version', 'Tell the team'];
    await workbench.breakDown('Release');
    await workbench.pasteSteps(steps);
    await workbench.finishSteps();
    for (const step of steps) await workbench.panel.step(step).waitFor();
  });

  test('a ticked step is a win', async () => {
    await workbench.panel.step('Sketch the grammar').click();
    await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar');
    assert.equal(await workbench.panel.step('Sketch the grammar').isChecked(), true);
    await workbench.statusShows(/\b1\/3\b/);
  });

  test('task, tick and win are there after a reload, once each', async () => {
    await workbench.reload();
    await workbench.panel.ready();
    await workbench.panel.sectionShows('Tasks', 'Streaming parser');
    await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar');
    assert.equal(await workbench.panel.step('Sketch the grammar').isChecked(), true);
    assert.equal(await workbench.panel.step('Write the failing test').isChecked(), false);
  });

  test('unticking a step takes its win back', async () => {
    await workbench.panel.step('Sketch the grammar').click();
    await workbench.statusShows(/\b0\/3\b/);
    await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar', 0);
  });

  test('the status bar shows a win’s icon for a moment, and says that a task is finished', async () => {
    const icon = workbench.statusItem.locator('.codicon-checklist');
    await workbench.panel.step('Write the failing test').click();
    await icon.waitFor();
    await icon.waitFor({ state: 'detached' });
    await workbench.statusShows(/\b1\/3\b/);
    await workbench.panel.step('Sketch the grammar').click();
    await workbench.statusShows(/Task finished/);
    await workbench.statusShows(/^(?!.*Task finished).*\b2\/3\b/);
  });

  test('a step is renamed, moved and committed to in the panel', async () => {
    const { panel, page } = workbench;
    await panel.step('Tag the version').press('F2');
    await page.keyboard.type('Tag 1.4');
    await page.keyboard.press('Enter');
    await panel.step('Tag 1.4').waitFor();
    await panel.step('Tag 1.4').press('Alt+ArrowUp');
    const order = async (): Promise<string[]> => (await panel.steps()).filter(step => step !== '');
    await eventually('the step has moved up', async () => {
      const steps = await order();
      return steps.indexOf('Tag 1.4') < steps.indexOf('Write the notes');
    });
    await panel.button('Commit to today: Tag 1.4').press('Enter');
    await panel.button('Not today: Tag 1.4').waitFor();
  });

  test('a removed step comes back with Undo, and so does a removed task', async () => {
    const { panel } = workbench;
    await panel.step('Tag 1.4').press('Delete');
    await panel.text('Removed: Tag 1.4').waitFor();
    await panel.step('Tag 1.4').waitFor({ state: 'detached' });
    await panel.button('Undo').click();
    await panel.step('Tag 1.4').waitFor();
    await panel.button('Release').press('Delete');
    await panel.text('Removed: Release').waitFor();
    await panel.step('Tag 1.4').waitFor({ state: 'detached' });
    await panel.button('Undo').press('Enter');
    await panel.step('Tag 1.4').waitFor();
    await panel.text('Removed: Release').waitFor({ state: 'detached' });
  });

  test('the panel breaks no rule of its Content Security Policy and logs no error', () => {
    workbench.assertNoTrouble();
  });
});
