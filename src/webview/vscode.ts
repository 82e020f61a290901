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

/** Tells the host what the user wants. */
export function post(message: FromPanel): void {
  if (instead && message.type !== 'openSettings') instead();
  else vscode.postMessage(message);
}

/** While something is given, it is done and nothing is told: what is shown is only an example. */
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
