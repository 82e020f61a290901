import { strict as assert } from 'node:assert';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually, succeeds } from './support/eventually';
import { inWindow } from './support/inWindow';
import { Keyboard } from './support/keyboard';
import { session } from './support/session';
import type { Workbench } from './support/workbench';

const bugFix = ['See it happen: write down how', 'Write a test that fails because of it'] as const;

suite('breaking a task down, by keyboard alone', () => {
  let workbench: Workbench;
  let user: Keyboard;

  inWindow('steps', opened => {
    workbench = opened;
    user = new Keyboard(workbench.page);
  });

  test('a user who opens VS Code for the first time reaches a ticked step in at most 6 interactions', async () => {
    await user.command('break down', 'Micro Wins: Break Down a Task…');
    await user.titled('(1 of 2)');
    await user.focused('Bug fix');
    await user.press('Enter');
    await user.titled('(2 of 2): Bug fix');
    await user.focused('Keep this task with 5 steps');
    await user.press('Enter');
    await workbench.panel.step(bugFix[0]).click();
    const interactions = user.interactions + 1;
    await workbench.panel.sectionShows('Recent wins', bugFix[0]);
    await workbench.statusShows(/\b1\/3\b/);
    console.log(`      ${interactions} interactions`);
    assert.ok(interactions <= 6);
  });

  test('steps are added, changed, moved and removed; back and forth keeps them', async () => {
    await user.beginTask('Streaming parser');
    const steps = ['Sketch', 'Test', 'Write'];
    for (const [index, step] of steps.entries()) {
      await user.addStep(step);
      await user.steps(steps.slice(0, index + 1));
    }
    await user.moveTo('3. Write');
    await user.press('Enter');
    await user.titled('Step 3 of 3');
    await user.type(' it');
    await user.focused('Write it');
    await user.moveTo('Move up');
    await user.press('Enter');
    await user.titled('Step 2 of 3');
    await user.moveTo('Write it');
    await user.press('Enter');
    await user.steps(['Sketch', 'Write it', 'Test']);
    await user.moveTo('1. Sketch');
    await user.press('Enter');
    await user.titled('Step 1 of 3');
    await user.moveTo('Remove this step');
    await user.press('Enter');
    await user.steps(['Write it', 'Test']);
    await user.press('Control+Alt+Minus');
    await user.titled('(1 of 2)');
    await user.focused('Streaming parser');
    await user.press('Enter');
    await user.steps(['Write it', 'Test']);
    await user.focused('Keep this task with 2 steps');
    await user.press('Enter');
    await workbench.panel.sectionShows('Tasks', 'Streaming parser');
    await workbench.panel.step('Write it').waitFor();
  });

  test('after Escape the draft is there, with what was typed last, also after a reload', async () => {
    await user.beginTask('Write the manual');
    await user.addStep('Outline');
    await user.steps(['Outline']);
    await user.type('First chap');
    await user.focused('First chap');
    await user.press('Escape');
    await user.closed();
    await workbench.reload({ ours: 'First chap' });
    // The palette closes again when the panel that comes back takes the focus.
    await workbench.panel.ready();
    await user.command('Micro Wins: Break Down a Task…');
    await user.focused('Write the manual');
    await user.press('Enter');
    await user.titled('(2 of 2): Write the manual');
    await user.focused('First chap');
    await user.press('Enter');
    await user.steps(['Outline', 'First chap']);
    await user.focused('Keep this task with 2 steps');
    await user.press('Enter');
    await workbench.panel.step('First chap').waitFor();
    await user.command('Micro Wins: Break Down a Task…');
    await user.titled('(1 of 2)');
    await user.focused('Bug fix');
    assert.equal(await user.row('Write the manual').count(), 0);
    await user.press('Escape');
    await user.closed();
  });

  test('a TODO is broken down by its light bulb, and the task links back to it', async () => {
    await user.openLine('parser.ts', 3);
    await user.lightBulb('Break down this TODO');
    await user.titled('(2 of 2): accept empty input');
    await user.addStep('Write the failing test');
    await user.steps(['Write the failing test']);
    await user.press('Enter');
    await workbench.panel.step('Write the failing test').waitFor();
    await user.openLine('notes.md', 1);
    await user.command('Micro Wins: Go to a Task’s Source…');
    await user.focused('accept empty input');
    await user.press('Enter');
    await user.atLine(3);
    await workbench.page.locator('.tab.active', { hasText: 'parser.ts' }).waitFor();
  });

  test('a Markdown list becomes a task by its light bulb, ticked items ticked', async () => {
    await user.openLine('notes.md', 5);
    await user.lightBulb('Make a task of this list');
    await user.titled('(2 of 2): Release');
    await user.steps(['Write the notes', 'Tag it', 'Tell them']);
    await user.press('Enter');
    await workbench.panel.step('Write the notes').waitFor();
    assert.equal(await workbench.panel.step('Tag it').isChecked(), true);
    await workbench.statusShows(/\b1\/3\b/);
  });

  test('selected lines become a task', async () => {
    await user.openLine('notes.md', 5);
    await user.press('Shift+ArrowDown');
    await user.press('Shift+ArrowDown');
    await user.command('Micro Wins: Break Down Selected Lines…');
    await user.titled('(1 of 2)');
    await user.type('Ship it');
    await user.press('Enter');
    await user.titled('(2 of 2): Ship it');
    await user.steps(['Write the notes', 'Tag it']);
    await user.press('Enter');
    await workbench.panel.sectionShows('Tasks', 'Ship it');
  });

  test('more steps than a task can take are refused with a word; what is there stays', async () => {
    await user.beginTask('Far too much');
    await user.addStep('One');
    await user.steps(['One']);
    const lines = Array.from({ length: 100 }, (_, index) => `- line ${index}`);
    await workbench.page.evaluate(text => navigator.clipboard.writeText(text), lines.join('\n'));
    await user.press('ControlOrMeta+V');
    await user.focused('100 steps are enough for one task');
    await user.press('Enter');
    await user.steps(['One']);
    await user.press('ControlOrMeta+A');
    await user.press('Delete');
    await user.focused('Keep this task with 1 step');
    await user.press('Escape');
    await user.closed();
  });

  test('of a longer list the first 100 items are taken, and that is said; the draft keeps them', async () => {
    await user.openLine('many.md', 3);
    await user.lightBulb('Make a task of this list');
    await user.titled('(2 of 2): Many things');
    await user.focused('Only the first 100 steps are here');
    await user.press('Enter');
    await user.focused('Keep this task with 100 steps');
    await user.press('Escape');
    await user.closed();
    await workbench.reload({ ours: 'Many things' });
    await user.command('Micro Wins: Break Down a Task…');
    await user.row('Far too much').waitFor();
    await user.moveTo('Many things');
    await user.press('Enter');
    await user.focused('Keep this task with 100 steps');
    await user.press('Escape');
    await user.closed();
  });

  test('a finished task is kept as a template, and a new one is begun with it', async () => {
    await user.command('Micro Wins: Open Progress Panel');
    for (const step of ['First chap', 'Outline']) {
      await workbench.panel.step(step).waitFor();
      await workbench.panel.tabTo(workbench.panel.step(step));
      await user.press('Space');
    }
    await user.command('Micro Wins: Keep a Finished Task as Template…');
    await user.focused('Write the manual');
    await user.press('Enter');
    await user.asked('What kind of task is it?');
    await user.press('ControlOrMeta+A');
    await user.type('Manual');
    await user.press('Enter');
    await user.notified();
    await user.command('Micro Wins: Break Down a Task…');
    await user.titled('(1 of 2)');
    await user.moveTo('Manual');
    await user.press('Enter');
    await user.titled('(2 of 2): Manual');
    await user.steps(['Outline', 'First chap']);
    await user.press('Escape');
    await user.closed();
  });

  test('templates are exported without anything but their words, and imported again', async () => {
    // In the user's home, which is beside the folder.
    const file = path.join(session().folders.steps, '..', 'home', 'micro-wins-templates.json');
    await user.command('Micro Wins: Export Templates…');
    await user.row('Manual').waitFor();
    await user.press('Enter');
    await user.titled('Export Templates');
    await user.holds('micro-wins-templates.json');
    await user.press('Enter');
    const written = await eventuallyRead(file);
    assert.deepEqual(JSON.parse(written), {
      microWins: 'templates',
      version: 1,
      templates: [{ title: 'Manual', steps: ['Outline', 'First chap'] }],
    });
    await writeFile(file, written.replace('Manual', 'Handbook'));
    await user.command('Micro Wins: Import Templates…');
    await user.titled('Import Templates');
    // VS Code completes the path while it is typed, and takes no key while it reads the folder.
    const { quickInput } = workbench;
    await eventually('the file is taken', async () => {
      if ((await quickInput.count()) === 0) return true;
      const isTyped = async (): Promise<boolean> => (await quickInput.inputValue({ timeout: 1000 })) === file;
      if (!(await isTyped().catch(() => true))) await succeeds(quickInput.fill(file, { timeout: 1000 }));
      await user.press('Enter');
      return succeeds(quickInput.waitFor({ state: 'hidden', timeout: 2000 }));
    });
    await user.closed();
    await user.command('Micro Wins: Break Down a Task…');
    await user.titled('(1 of 2)');
    await user.row('Handbook').waitFor();
    await user.press('Escape');
    await user.closed();
  });

  test('the panel breaks no rule of its Content Security Policy and logs no error', () => {
    workbench.assertNoTrouble();
  });
});

async function eventuallyRead(file: string): Promise<string> {
  let text = '';
  await eventually(`${path.basename(file)} is written`, async () => {
    text = await readFile(file, 'utf8').catch(() => '');
    return text !== '';
  });
  return text;
}
