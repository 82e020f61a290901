import { strict as assert } from 'node:assert';
import { eventually } from './support/eventually';
import { inWindow } from './support/inWindow';
import { Keyboard } from './support/keyboard';
import { session } from './support/session';
import type { Workbench } from './support/workbench';

suite('texts to share, by keyboard alone', () => {
  let workbench: Workbench;
  let user: Keyboard;

  inWindow('demo', opened => {
    workbench = opened;
    user = new Keyboard(opened.page);
  });

  // VS Code draws blanks as non-breaking ones.
  const heading = (text: RegExp) => workbench.page.locator('.view-line').filter({ hasText: text }).first();

  test('the standup is copied, and opens as a document from its notification', async () => {
    await workbench.statusShows(/\d\/3/);
    await user.command('Micro Wins: Copy Standup Summary');
    await eventually('the standup is on the clipboard', async () =>
      (await user.clipboard()).includes('· tidepool'),
    );
    const text = await user.clipboard();
    assert.match(text, /^\*\*.+\*\*\n\nCommits · tidepool/m);
    assert.match(text, /^- \S/m);
    const note = await user.notification('Copied');
    await note.getByRole('button', { name: 'Open as document' }).press('Enter');
    await heading(/^\*\*.+\*\*$/).waitFor();
    await workbench.page.screenshot({ path: `${session().screenshots}/standup.png` });
  });

  test('names are left out when asked for, and the choice is kept', async () => {
    await user.command('Notifications: Clear All Notifications');
    await user.command('Micro Wins: Copy Standup Summary');
    const note = await user.notification('Copied');
    await note.getByRole('button', { name: 'Leave out names' }).press('Enter');
    await eventually('the names are gone', async () => !(await user.clipboard()).includes('tidepool'));
  });

  test('the weekly story opens as a document', async () => {
    await user.command('Notifications: Clear All Notifications');
    await user.command('Micro Wins: Write Weekly Story');
    const story = heading(/^#\sWeek\sof/);
    await eventually('the story is open', async () => {
      // Early in a week, VS Code asks which one.
      if (await workbench.quickInput.isVisible()) await workbench.page.keyboard.press('Enter');
      return story.isVisible();
    });
    await heading(/^##\sWhat\sto\stry\snext/).waitFor();
    await workbench.page.screenshot({ path: `${session().screenshots}/story.png` });
  });
});
