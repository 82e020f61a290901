import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inWindow } from './support/inWindow';
import { Keyboard } from './support/keyboard';
import { session } from './support/session';
import type { Workbench } from './support/workbench';

const propose = 'Propose steps with a model';

suite('steps that a model proposes, by keyboard alone', () => {
  let workbench: Workbench;
  let user: Keyboard;

  inWindow('proposals', opened => {
    workbench = opened;
    user = new Keyboard(workbench.page);
  });

  test('without a model nothing is offered, and everything else works', async () => {
    await user.beginTask('By hand');
    await user.row('Bug fix').waitFor();
    await user.addStep('Write it');
    await user.steps(['Write it']);
    await user.row('Add a template’s steps').waitFor();
    await user.absent(propose);
    await user.press('Enter');
    await workbench.panel.step('Write it').waitFor();
  });

  test('with a model its steps come into the list, and are kept when the user says so', async () => {
    await user.command('Fixture: Offer a Model');
    await user.closed();
    await user.beginTask('With a model');
    await user.moveTo(propose);
    await user.press('Enter');
    await user.steps(['Sketch the grammar', 'Write the failing test', 'Make it pass']);
    await user.focused('3 steps proposed: look them over');
    await workbench.page.screenshot({ path: `${session().screenshots}/proposed-steps.png` });
    await workbench.panel.sectionShows('Tasks', 'With a model', 0);
    await user.press('Enter');
    await user.focused('Keep this task with 3 steps');
    await user.press('Enter');
    await workbench.panel.step('Sketch the grammar').waitFor();
  });

  test('with a model that breaks off, what has arrived can be edited and kept', async () => {
    await user.beginTask('Breaks off midway');
    await user.moveTo(propose);
    await user.press('Enter');
    await user.steps(['Sketch the grammar', 'Write the failing test']);
    await writeFile(path.join(session().folders.proposals, 'break-off'), '');
    await user.focused('The model stopped midway');
    await user.steps(['Sketch the grammar', 'Write the failing test']);
    await user.addStep('My own step');
    await user.steps(['Sketch the grammar', 'Write the failing test', 'My own step']);
    await user.moveTo('Keep this task with 3 steps');
    await user.press('Enter');
    await workbench.panel.step('My own step').waitFor();
  });

  test('a slow model is stopped, and what has arrived stays', async () => {
    await user.beginTask('A slow one');
    await user.moveTo(propose);
    await user.press('Enter');
    await user.steps(['Sketch the grammar']);
    await user.focused('Proposing steps');
    await user.press('Enter');
    await user.focused('1 step proposed: look it over');
    await user.press('Escape');
    await user.closed();
    await user.command('Micro Wins: Break Down a Task…');
    await user.moveTo('A slow one');
    await user.press('Enter');
    await user.steps(['Sketch the grammar']);
    await user.press('Escape');
    await user.closed();
  });
});
