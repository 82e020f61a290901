import * as vscode from 'vscode';

/** The ids of the commands, as the manifest names them. */
export const commandIds = {
  openPanel: 'microwins.openPanel',
  breakDownTask: 'microwins.breakDownTask',
  nextStep: 'microwins.nextStep',
  breakDownSelection: 'microwins.breakDownSelection',
  openTaskSource: 'microwins.openTaskSource',
  keepTemplate: 'microwins.keepTemplate',
  exportTemplates: 'microwins.exportTemplates',
  importTemplates: 'microwins.importTemplates',
  completeStep: 'microwins.completeStep',
  logWin: 'microwins.logWin',
  setGoal: 'microwins.setGoal',
  copyStandup: 'microwins.copyStandup',
  weeklyStory: 'microwins.weeklyStory',
  shareCard: 'microwins.shareCard',
  shoutOuts: 'microwins.shoutOuts',
  pauseStreak: 'microwins.pauseStreak',
  resumeStreak: 'microwins.resumeStreak',
  undoLastWin: 'microwins.undoLastWin',
  exportData: 'microwins.exportData',
  importData: 'microwins.importData',
  rescan: 'microwins.rescan',
  showMenu: 'microwins.showMenu',
} as const;

/** A command's name in this code. */
export type CommandName = keyof typeof commandIds;

/** Registers every command; a failure is logged and said once, never swallowed. */
export function registerCommands(
  run: (name: CommandName, given: readonly unknown[]) => Promise<void>,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const names = Object.keys(commandIds) as CommandName[];
  return vscode.Disposable.from(
    ...names.map(name =>
      vscode.commands.registerCommand(commandIds[name], async (...given: unknown[]) => {
        try {
          await run(name, given);
        } catch (error) {
          log.error(`${commandIds[name]} failed.`, error);
          throw error;
        }
      }),
    ),
  );
}
