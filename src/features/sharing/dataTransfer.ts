import * as vscode from 'vscode';
import type { Ledger } from '../../store/ledger';
import { exportData, importData, type TransferParts } from '../../views/transfer';

/** Export and import of what is kept. A bundle of its own: most days nobody needs it. */
export class DataTransfer {
  private readonly parts: TransferParts;

  constructor(ledger: Ledger, saveFolder: vscode.Uri, now: () => number) {
    this.parts = {
      projects: async () => {
        const name = vscode.workspace.name ?? '';
        return (await ledger.entries()).map(({ id, entries }) => ({ id, name, entries }));
      },
      append: async (project, entries) => {
        await ledger.record(project ?? (await ledger.homeProject), entries);
      },
      saveFolder,
      now,
    };
  }

  /** Asks for form and place, and writes everything there. */
  async export(): Promise<void> {
    await exportData(this.parts);
  }

  /** Asks for a file, says what will come in, and takes it in when the user agrees. */
  async import(): Promise<void> {
    await importData(this.parts);
  }
}
