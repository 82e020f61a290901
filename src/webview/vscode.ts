import type { FromPanel } from '../protocol';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

// May be called once in a page's life only, so it is kept here.
const vscode = acquireVsCodeApi();

let instead: (() => void) | undefined;

/** What is about no win or task that is shown, and so means the same in the example. */
const real: readonly string[] = ['openSettings', 'breakDownTask', 'setGoal'];

/** Tells the host what the user wants. */
export function post(message: FromPanel): void {
  if (!instead || real.includes(message.type)) vscode.postMessage(message);
  // The list has filtered itself already.
  else if (message.type !== 'showWins') instead();
}

/** While something is given, it is done and hardly anything is told: what is shown is only an example. */
export function mute(otherwise: (() => void) | undefined): void {
  instead = otherwise;
}

/** What `keep` stored before the tab was hidden or the window reloaded. */
export function kept(): unknown {
  return vscode.getState();
}

/** Stores the panel's look for the next time the page is made; plain data only. */
export function keep(state: unknown): void {
  vscode.setState(state);
}
