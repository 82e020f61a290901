import { inWindow } from './support/inWindow';
import type { Workbench } from './support/workbench';

suite('from a commit to a win', () => {
  let workbench: Workbench;

  inWindow('loop', opened => {
    workbench = opened;
  });

  test('own commits of the last days are there when VS Code opens, those of others are not', async () => {
    await workbench.statusShows(/\b0\/3\b/);
    await workbench.runCommand('Micro Wins: Open Progress Panel');
    await workbench.panel.ready();
    await workbench.panel.sectionShows('Recent wins', 'Start the project');
    await workbench.panel.sectionShows('Recent wins', 'Read the options');
    await workbench.panel.sectionShows('Recent wins', 'Fix the build', 0);
  });

  test('a commit in the terminal shows in the status bar and in the panel', async () => {
    await workbench.openTerminal();
    await workbench.typeInTerminal('git commit --allow-empty -m "Parse empty input"');
    await workbench.statusShows(/\b1\/3\b/);
    await workbench.panel.sectionShows('Recent wins', 'Parse empty input');
  });

  test('a window reload keeps the win, once, and brings the panel back', async () => {
    await workbench.reload();
    await workbench.panel.ready();
    await workbench.panel.sectionShows('Recent wins', 'Parse empty input');
    await workbench.panel.sectionShows('Recent wins', 'Start the project');
    await workbench.statusShows(/\b1\/3\b/);
  });

  test('amending adds no win; the title follows', async () => {
    await workbench.openTerminal();
    await workbench.typeInTerminal('git commit --amend --allow-empty -m "Parse empty lines"');
    await workbench.panel.sectionShows('Recent wins', 'Parse empty lines');
    await workbench.panel.sectionShows('Recent wins', 'Parse empty input', 0);
    await workbench.statusShows(/\b1\/3\b/);
  });

  test("somebody else's commit adds none", async () => {
    const theirs = '--author="Colleague <colleague@example.com>"';
    await workbench.typeInTerminal(`git commit --allow-empty ${theirs} -m "Not mine"`);
    await workbench.typeInTerminal('git commit --allow-empty -m "Mine again"');
    await workbench.statusShows(/\b2\/3\b/);
    await workbench.panel.sectionShows('Recent wins', 'Mine again');
    await workbench.panel.sectionShows('Recent wins', 'Not mine', 0);
  });

  test('a click on the status bar item shows the menu, which opens the panel', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.chooseFromMenu('Open progress panel');
    await workbench.panel.ready();
  });

  test('the panel breaks no rule of its Content Security Policy and logs no error', () => {
    workbench.assertNoTrouble();
  });
});
