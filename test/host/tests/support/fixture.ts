import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually';

/** What `test/fixtures/testExtension` gives. */
export interface Fixture {
  /** What the next run of the Test Explorer does. */
  readonly plan: { passed: number; failed: number; skipped: number; meanwhile: () => Promise<void> };
  readonly model: {
    /** Whether there is one; at first there is none. */
    offer(offered: boolean): void;
    /** The prompts that it got. */
    readonly asked: string[];
    /** What it does with the next ones. */
    answer: (say: (text: string) => void, token: vscode.CancellationToken) => Promise<void>;
  };
  /** What the next debug session does; without an exit code it tells none. */
  readonly debug: { exitCode: number | undefined; output?: string; meanwhile: () => Promise<void> };
}

/** The test extension, installed as a user would from a file. */
export async function fixture(): Promise<Fixture> {
  const id = 'microwins-fixtures.test-runner';
  const file = process.env.MICROWINS_TEST_EXTENSION;
  assert.ok(file, 'the workspace made no test extension');
  if (!vscode.extensions.getExtension(id)) {
    await vscode.commands.executeCommand('workbench.extensions.installExtension', vscode.Uri.file(file));
  }
  const extension = await eventually('the test extension is there', () =>
    vscode.extensions.getExtension<Fixture>(id),
  );
  return extension.activate();
}
