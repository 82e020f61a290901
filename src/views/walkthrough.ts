import * as vscode from 'vscode';

/** What the steps of the Get Started walkthrough wait for. */
export interface WalkthroughFacts {
  readonly hasTask: boolean;
  /** The user ticked a step, logged a win or made one while this window was open. */
  readonly madeWin: boolean;
  readonly hasGoal: boolean;
}

/** Ticks the walkthrough's steps by doing: tells VS Code the facts as context keys (`onContext:` in the manifest). */
export class Walkthrough {
  private readonly told = new Map<string, boolean>();

  /** Costs nothing while the facts stay the same. */
  tell(facts: WalkthroughFacts): void {
    for (const [name, value] of Object.entries(facts)) {
      if (this.told.get(name) === value) continue;
      this.told.set(name, value);
      void vscode.commands.executeCommand('setContext', `microwins.${name}`, value);
    }
  }
}
