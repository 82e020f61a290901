import { strict as assert } from 'node:assert';
import { eventually } from './support/eventually';
import { ExplorerView } from './support/explorerView';
import { inWindow } from './support/inWindow';
import type { Workbench } from './support/workbench';

const focusView = 'Explorer: Focus on Micro Wins View';
const hostile = '$(flame) [run](command:workbench.action.quit) <img src=x onerror=alert(1)>';

suite('the Explorer view, by keyboard alone', () => {
  let workbench: Workbench;
  let view: ExplorerView;

  inWindow('explorer', opened => {
    workbench = opened;
    view = new ExplorerView(workbench.page);
  });

  test('while there is nothing, its welcome says how to begin', async () => {
    await workbench.runCommand(focusView);
    await view.pane.getByRole('button', { name: 'Break Down a Task', exact: true }).waitFor();
    await view.pane.getByRole('button', { name: 'Log a Win', exact: true }).waitFor();
    // Room for all lines: those that can't be seen are not drawn.
    await view.foldFiles();
  });

  test('a task shows with its steps', async () => {
    await workbench.breakDown('Streaming parser');
    await workbench.pasteSteps(['Sketch the grammar', 'Write the failing test', 'Read a frame']);
    await workbench.finishSteps();
    await workbench.runCommand(focusView);
    await view.line('Sketch the grammar, open').waitFor();
    await view.line('Sketch the grammar, Streaming parser').waitFor(); // the next small step, too
  });

  test('a step is added from the task’s menu; a hostile title is text', async () => {
    await view.walkTo('Streaming parser');
    await view.choose('Add Step…');
    await workbench.quickInput.fill(hostile);
    await workbench.page.keyboard.press('Enter');
    await eventually('it is there, word for word', async () =>
      (await view.lines()).some(line => line === hostile),
    );
  });

  test('Space ticks a step, which is a win; the milestone is said in the status bar', async () => {
    await workbench.runCommand(focusView);
    await view.walkTo('Sketch the grammar, open');
    assert.equal(await view.checkbox('Sketch the grammar, open').getAttribute('aria-checked'), 'false');
    await workbench.page.keyboard.press('Space');
    // First, for it stands there for ten seconds only.
    await workbench.statusShows(/1 win · 1\/3/);
    await view.line('Sketch the grammar, done').waitFor();
    assert.equal(await view.checkbox('Sketch the grammar, done').getAttribute('aria-checked'), 'true');
    await view.line('Today’s wins, 1 of 3').waitFor();
    await view.line('Sketch the grammar,').nth(1).waitFor();
    await workbench.statusShows(/\b1\/3\b/);
  });

  test('Enter on a win that has nothing to open says quietly why it counted', async () => {
    await workbench.runCommand(focusView);
    await view.walkTo('Today’s wins');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    const why = 'You ticked this step of Streaming parser.';
    await workbench.page.locator('.statusbar').getByText(why).waitFor();
  });

  test('its notification comes when nothing was edited for a while, and can be turned off', async () => {
    const milestone = await workbench.notification('Milestone reached: 1 win');
    await milestone.getByRole('button', { name: 'Don’t show again' }).waitFor();
    await milestone.getByRole('button', { name: 'Open panel' }).click();
    await workbench.panel.ready();
  });

  test('the menu moves a step, commits to it for today, and removes it; Undo brings it back', async () => {
    await workbench.runCommand(focusView);
    await view.walkTo('Read a frame, open');
    await view.choose('Move Up');
    await eventually('it moved', async () => {
      const lines = await view.lines();
      return lines.lastIndexOf('Read a frame') < lines.lastIndexOf('Write the failing test');
    });
    // The line keeps the focus, so that it can be moved on.
    await view.choose('Commit to Today');
    await view.line('Read a frame, open, picked for today').waitFor();
    await view.choose('Remove');
    await view.line('Read a frame, open').waitFor({ state: 'detached' });
    const removed = await workbench.notification('Removed: Read a frame');
    await removed.getByRole('button', { name: 'Undo' }).click();
    await view.line('Read a frame, open, picked for today').waitFor();
  });

  test('Space unticks, which takes the win back', async () => {
    await workbench.runCommand(focusView);
    await view.walkTo('Sketch the grammar, done');
    await workbench.page.keyboard.press('Space');
    await workbench.statusShows(/\b0\/3\b/);
  });

  test('a reload shows the same', async () => {
    await workbench.reload();
    await workbench.runCommand(focusView);
    await view.line('Read a frame, open, picked for today').waitFor();
  });
});
