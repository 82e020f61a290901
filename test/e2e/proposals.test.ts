import type { Browser } from 'playwright-core';
import { Keyboard } from './support/keyboard';
import { connectBrowser, session } from './support/session';
import { Workbench } from './support/workbench';

const propose = 'Propose steps with a model';

suite('steps that a model proposes, by keyboard alone', () => {
  let browser: Browser;
  let workbench: Workbench;
  let user: Keyboard;

  suiteSetup(async () => {
    browser = await connectBrowser();
    workbench = await Workbench.open(browser, session().folders.proposals);
    user = new Keyboard(workbench.page);
  });

  teardown(async function () {
    await workbench.keepEvidence(this.currentTest);
  });

  suiteTeardown(async () => {
    await workbench?.close();
    await browser?.close();
  });

  /** Begins a task, up to its empty list of steps. */
  const begin = async (title: string): Promise<void> => {
    await user.command('Micro Wins: Break Down a Task…');
    await user.titled('(1 of 2)');
    await user.type(title);
    await user.press('Enter');
    await user.titled(`(2 of 2): ${title}`);
  };

  test('without a model nothing is offered, and everything else works', async () => {
    await begin('By hand');
    await user.row('Bug fix').waitFor();
    await user.type('Write it');
    await user.focused('Write it');
    await user.press('Enter');
    await user.steps(['Write it']);
    await user.row('Add a template’s steps').waitFor();
    await user.absent(propose);
    await user.press('Enter');
    await workbench.panel.step('Write it').waitFor();
  });

  test('with a model its steps come into the list, and are kept when the user says so', async () => {
    await user.command('Fixture: Offer a Model');
    await user.closed();
    await begin('With a model');
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
    await begin('Breaks off midway');
    await user.moveTo(propose);
    await user.press('Enter');
    await user.focused('The model stopped midway');
    await user.steps(['Sketch the grammar', 'Write the failing test']);
    await user.type('My own step');
    await user.focused('My own step');
    await user.press('Enter');
    await user.steps(['Sketch the grammar', 'Write the failing test', 'My own step']);
    await user.moveTo('Keep this task with 3 steps');
    await user.press('Enter');
    await workbench.panel.step('My own step').waitFor();
  });

  test('a slow model is stopped, and what has arrived stays', async () => {
    await begin('A slow one');
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
