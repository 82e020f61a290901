import { strict as assert } from 'node:assert';
import { ExplorerView } from '../support/explorerView';
import { inWindow } from '../support/inWindow';
import { session } from '../support/session';
import type { Size, Workbench } from '../support/workbench';

const themes = { dark: 'Dark Modern', light: 'Light Modern' };

/** Room for the walkthrough's pictures, in CSS pixels: they are shown beside the steps, in half a window. */
const small: Size = { width: 1000, height: 900 };

/** What is shown around the status bar's card, in CSS pixels. */
const around = 24;

/** Not a test of its own: `npm run pictures` takes the pictures of README and walkthrough with it. */
suite('pictures for the documents', () => {
  let workbench: Workbench;

  const file = (name: string): string => `${session().screenshots}/${name}.png`;

  inWindow(
    'demo',
    async opened => {
      workbench = opened;
      await workbench.runCommand('Micro Wins: Open Progress Panel');
      await workbench.panel.ready();
      const goal = workbench.panel.section('Goals').getByText('15 wins this week').first();
      await workbench.answerAll('Micro Wins: Set a Goal…', goal);
      await workbench.breakDown('Tide table import');
      await workbench.pasteSteps(['Read one station', 'Keep the time zone', 'Ask for a year at once']);
      await workbench.finishSteps();
      await workbench.breakDown('Streaming parser');
      await workbench.pasteSteps([
        'Sketch the grammar for chunked frames',
        'Read a frame that spans two chunks',
        'Write the failing test for empty input',
        'Keep the partial frame between chunks',
      ]);
      await workbench.finishSteps();
      await workbench.runCommand('Micro Wins: Open Progress Panel');
      await workbench.panel.step('Sketch the grammar for chunked frames').click();
      await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar for chunked frames');
      const view = new ExplorerView(workbench.page);
      await workbench.runCommand('Explorer: Focus on Micro Wins View');
      await view.line('Sketch the grammar').waitFor();
      await view.growBy(330);
      await workbench.runCommand('Notifications: Clear All Notifications');
    },
    { width: 1440, height: 900 },
  );

  for (const [name, theme] of Object.entries(themes)) {
    test(`the window in ${name}`, async () => {
      await workbench.useTheme(theme);
      await workbench.panel.hasClass(`vscode-${name}`);
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      await workbench.runCommand('Explorer: Focus on Micro Wins View');
      await workbench.panel.scrollToTop();
      await workbench.page.mouse.move(0, 0);
      await workbench.page.screenshot({ path: file(`readme-panel-${name}`), animations: 'disabled' });
      const view = new ExplorerView(workbench.page);
      await view.picture(file(`walkthrough-win-${name}`));
    });

    test(`the status bar’s card in ${name}`, async () => {
      const { page, hoverCard } = workbench;
      await workbench.hoverStatusItem();
      const card = await hoverCard.boundingBox();
      const window = page.viewportSize();
      assert.ok(card && window);
      const [x, y] = [Math.max(0, card.x - around), card.y - around];
      const clip = { x, y, width: card.width + 2 * around, height: window.height - y };
      await page.screenshot({ path: file(`readme-card-${name}`), clip, animations: 'disabled' });
      await page.mouse.move(0, 0);
      await hoverCard.waitFor({ state: 'hidden' });
    });

    test(`the panel in ${name}`, async () => {
      await workbench.toggleSideBar();
      await workbench.page.setViewportSize(small);
      await workbench.panel.ready();
      await workbench.panel.scrollToTop();
      await workbench.panel.pictureOf(
        ['Today', 'Streak', 'Momentum', 'Activity'],
        file(`walkthrough-picture-${name}`),
      );
      await workbench.panel.pictureOf(['Goals', 'Milestones'], file(`walkthrough-pace-${name}`));
    });

    test(`the box that asks for steps in ${name}`, async () => {
      await workbench.breakDown('Streaming parser');
      await workbench.pasteSteps(['Sketch the grammar', 'Write the failing test', 'Keep the partial frame']);
      const box = workbench.page.locator('.quick-input-widget:visible');
      await box.screenshot({ path: file(`walkthrough-task-${name}`), animations: 'disabled' });
      await workbench.page.keyboard.press('Escape');
      await workbench.toggleSideBar();
    });
  }
});
