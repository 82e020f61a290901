import * as vscode from 'vscode';

/** Commands that only the hover's links call; not in the manifest, and what they are given is checked. */
export const linkCommands = { nextStep: '_microwins.nextStep' } as const;

/** Where the hover's last link leads. */
export const panelCommand = 'microwins.openPanel';

/** The hover of the status bar item; only the commands of its own links can be called from it. */
export function hoverMarkdown(text: string): vscode.MarkdownString {
  const hover = new vscode.MarkdownString(text, true);
  // For the colours of its bar; no title can be HTML, see `hoverText`.
  hover.supportHtml = true;
  hover.isTrusted = { enabledCommands: [linkCommands.nextStep, panelCommand] };
  return hover;
}
