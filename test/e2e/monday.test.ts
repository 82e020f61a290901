import { strict as assert } from 'node:assert';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { eventually, succeeds } from './support/eventually';
import { inWindow } from './support/inWindow';
import { Keyboard } from './support/keyboard';
import { session } from './support/session';
import type { Workbench } from './support/workbench';

const answer = 'Tests first, <b>in</b> pairs.';

suite('a Monday morning, by keyboard alone', () => {
  let workbench: Workbench;
  let user: Keyboard;

  inWindow('monday', opened => {
    workbench = opened;
    user = new Keyboard(workbench.page);
  });

  const box = (): Locator => workbench.panel.section('This week').getByRole('textbox');
  const question = 'What worked last week?';

  /** Waits until a document shows a line that begins so. VS Code draws blanks as non-breaking ones. */
  const lineOf = async (line: string, within = 15_000): Promise<void> => {
    const lines = workbench.page.locator('.editor-instance .view-line');
    let seen: string[] = [];
    const shows = async (): Promise<boolean> => {
      seen = (await lines.allInnerTexts()).map(text => text.replaceAll('\u00a0', ' '));
      return seen.some(text => text.startsWith(line));
    };
    await eventually(`"${line}" shows, and not only ${seen.join('\n')}`, shows, within);
  };

  /** Opens the story of a week and waits until it has a line. */
  const storyHas = async (week: string, line: string): Promise<void> => {
    const asks = async (): Promise<void> => {
      await user.command('Micro Wins: Write Weekly Story');
      await user.moveTo(week);
      await user.press('Enter');
      await user.closed();
      await lineOf(line, 5_000);
    };
    // A panel that a reload brought back takes the focus when it is there, and so closes what was asked: once more then.
    await eventually(`the story of ${week} has "${line}"`, () => succeeds(asks()), 45_000);
  };

  test('the standup has Friday’s wins and the weekend’s, nobody else’s and nothing from before', async () => {
    await workbench.statusShows(/\b0\/3\b/);
    await user.command('Micro Wins: Copy Standup Summary');
    await eventually('the standup is on the clipboard', async () =>
      (await user.clipboard()).startsWith('**'),
    );
    const [friday, sunday] = (await user.clipboard()).split('\n**');
    assert.match(
      friday ?? '',
      /^\*\*Friday, .+\*\*\n\nCommits · monday · main\n- Ship the parser\n- Tell the team\n$/,
    );
    assert.match(sunday ?? '', /^Sunday, .+\*\*\n\nCommits · monday · main\n- Mend a typo\n$/);
    await user.notification('Copied: 3 wins since Friday');
  });

  test('the panel asks what worked last week; half an answer is still there after a reload', async () => {
    await user.command('Micro Wins: Open Progress Panel');
    await workbench.panel.sectionShows('This week', question);
    await workbench.panel.tabTo(box());
    await user.type(answer.slice(0, 11));
    await workbench.reload({ panel: answer.slice(0, 11) });
    await workbench.panel.sectionShows('This week', question);
    assert.equal(await box().inputValue(), answer.slice(0, 11));
  });

  test('an answer of no words is none; one of some is kept with the week, and asked for no more', async () => {
    const { panel } = workbench;
    const keep = panel.section('This week').getByRole('button', { name: 'Keep', exact: true });
    await panel.tabTo(box());
    await user.press('ControlOrMeta+A');
    await user.press('Delete');
    await panel.tabTo(keep);
    await user.press('Enter');
    await panel.sectionShows('This week', question);
    await user.type(answer);
    await panel.tabTo(keep);
    await user.press('Enter');
    await panel.sectionShows('This week', answer);
    await panel.sectionShows('This week', question, 0);
    await panel.sectionShows('This week', 'You wrote about last week');
  });

  test('the answer is there after a reload, and in the stories of its week and of this one', async () => {
    await workbench.reload();
    await workbench.panel.sectionShows('This week', answer);
    await workbench.panel.sectionShows('This week', question, 0);
    await storyHas('Last week', '> Tests first, \\<b>in\\</b> pairs.');
    await storyHas('This week', '- What worked the week before: Tests first, \\<b>in\\</b> pairs.');
  });

  test('everybody’s work of last week is thanked for, by name', async () => {
    await user.command('Micro Wins: Write Team Shout-Outs');
    await user.moveTo('Last week');
    await user.press('Enter');
    await user.closed();
    await lineOf('# Thank you, week of ');
    await lineOf('**Colleague**, thank you for');
    await lineOf('- Fix their build');
    await lineOf('**Dev**, thank you for');
  });

  test('a card of what was chosen is saved where the user says', async () => {
    await user.command('Micro Wins: Save a Progress Card');
    await user.row('Wins of this week').waitFor();
    await user.press('Enter');
    await user.holds('micro-wins-card-');
    await user.press('Enter');
    await user.closed();
    const home = path.join(session().folders.monday, '..', 'home');
    await eventually('the card is written', async () =>
      (await readdir(home)).some(name => /^micro-wins-card-.+\.svg$/.test(name)),
    );
  });

  test('the panel breaks no rule of its Content Security Policy and logs no error', () => {
    workbench.assertNoTrouble();
  });
});
