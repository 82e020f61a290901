import { strict as assert } from 'node:assert';
import { eventually } from './support/eventually';
import { inWindow } from './support/inWindow';
import { session } from './support/session';
import type { Workbench } from './support/workbench';

const hostile = [
  '[click](command:workbench.action.terminal.new)',
  '$(flame) \\$(sync~spin)',
  '<img src=x onerror=alert(1)> <b>bold</b>',
  '**strong** _em_ `code` ~~gone~~',
  'https://example.com www.example.com',
  'a # heading | - item &lt;b&gt;',
];

suite('the next small step in the status bar', () => {
  let workbench: Workbench;

  inWindow('guidance', opened => {
    workbench = opened;
  });

  async function cardShows(text: string): Promise<void> {
    await eventually(`the card shows ${text}`, async () => {
      // A change of the status bar's text closes it; one that came up before the change is not drawn anew.
      const shown = await workbench.hoverCard.innerText({ timeout: 1000 }).catch(() => '');
      if (shown.includes(text)) return true;
      await workbench.hoverStatusItem();
      return false;
    });
  }

  test('the hover shows today, the streak, the next small step and the nearest milestone', async () => {
    await workbench.breakDown('Streaming parser');
    await workbench.pasteSteps(['Sketch the grammar', 'Write the failing test', 'Accept empty input']);
    await workbench.finishSteps();
    await workbench.hoverStatusItem();
    for (const text of [
      'Nothing yet today',
      'Sketch the grammar',
      'Streaming parser, step 1 of 3',
      '━',
      'Open panel',
    ]) {
      await cardShows(text);
    }
    await workbench.hoverCard.screenshot({ path: `${session().screenshots}/hover.png` });
  });

  test('Another shows another step, Done ticks it, and the panel opens: each by a link of the card', async () => {
    await workbench.hoverCard.getByText('Another').click();
    await workbench.hoverStatusItem();
    await cardShows('Write the failing test');
    await workbench.hoverCard.getByText('Done').click();
    await workbench.statusShows(/\b1\/3\b/);
    await workbench.hoverStatusItem();
    await cardShows('1 of 3 wins today');
    await workbench.hoverCard.getByText('Open panel').click();
    await workbench.panel.ready();
    await workbench.panel.sectionShows('Recent wins', 'Write the failing test');
  });

  test('a commit that matches a step offers to tick it in the menu; one key is one win of each kind', async () => {
    await workbench.openTerminal();
    await workbench.typeInTerminal('git commit --allow-empty -m "parser: accept empty input"');
    await workbench.statusShows(/\b2\/3\b/);
    await workbench.statusItem.click();
    await workbench.choices.first().getByText('Tick “Accept empty input”', { exact: true }).waitFor();
    assert.equal(await workbench.choices.count(), 5);
    await workbench.page.keyboard.press('Enter');
    await workbench.statusShows(/\b3\/3\b/);
    await workbench.panel.sectionShows('Recent wins', 'Accept empty input');
    await workbench.panel.sectionShows('Recent wins', 'parser: accept empty input');
    assert.equal(await workbench.panel.step('Accept empty input').isChecked(), true);
  });

  test('the next small step is picked and taken by keyboard', async () => {
    await workbench.runCommand('Micro Wins: Pick My Next Small Step…');
    await workbench.choices.getByText('Sketch the grammar', { exact: true }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.quickInput.waitFor({ state: 'hidden' });
    await workbench.runCommand('Micro Wins: Show Menu');
    await workbench.choices.first().getByText('Done: Sketch the grammar', { exact: true }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.statusShows(/\b4\/3\b/);
  });

  test('hostile titles are text only in hover, menu and list', async () => {
    await workbench.breakDown('[t](command:x) $(flame)');
    for (const [at, title] of hostile.entries()) {
      await workbench.quickInput.fill(title);
      await workbench.page.keyboard.press('Enter');
      await workbench.choices
        .filter({ hasText: `${at + 1}. ` })
        .first()
        .waitFor();
    }
    await workbench.finishSteps();
    for (const title of hostile) {
      await workbench.hoverStatusItem();
      await cardShows(title.replaceAll(/\s+/g, ' '));
      await cardShows('[t](command:x) $(flame), step');
      const links = workbench.hoverCard.locator('a');
      assert.deepEqual(
        (await links.allInnerTexts()).map(text => text.trim()),
        ['Done', 'Another', 'Open panel'],
      );
      const foreign = workbench.hoverCard.locator(
        'img, b, em, code, del, h1, li, .codicon-flame ~ .codicon-flame',
      );
      assert.equal(await foreign.count(), 0);
      assert.equal(await workbench.hoverCard.locator('.codicon-sync').count(), 0);
      await workbench.hoverCard.getByText('Another').click();
    }
    await workbench.runCommand('Micro Wins: Pick My Next Small Step…');
    await workbench.choices
      .getByText('[click](command:workbench.action.terminal.new)', { exact: true })
      .waitFor();
    assert.equal(await workbench.choices.locator('.codicon-flame, .codicon-sync, img, b').count(), 0);
    await workbench.page.keyboard.press('Escape');
  });
});
