import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { dayOf, localOffset } from '../core/day';
import type { Entry } from '../core/entry';
import { Phrases } from '../core/phrases';
import { one } from '../core/plural';
import { exportCsv } from '../store/transfer/csv';
import {
  type ImportedProject,
  type ImportProblem,
  maxImportBytes,
  readImport,
  tooLarge,
} from '../store/transfer/importJson';
import { exportJson, type ProjectEntries } from '../store/transfer/json';
import { exportMarkdown } from '../store/transfer/markdown';
import { type Merge, mergeImport } from '../store/transfer/merge';
import { countWins } from '../store/transfer/shownWins';
import { displayLocale } from './locale';

/** What export and import work on. */
export interface TransferParts {
  /** Every project of this window with all that its journal says. */
  projects(): Promise<readonly ProjectEntries[]>;
  /** Keeps entries; without a project, in this window's home. */
  append(project: string | undefined, entries: readonly Entry[]): Promise<void>;
  /** Where files are offered to be saved. */
  readonly saveFolder: vscode.Uri;
  /** ms since the epoch */
  now(): number;
}

/** Below these, work takes no time that one would notice. */
const longExport = 10_000;
const longImport = 1024 * 1024;
/** Entries kept in one go, so that the editor has its turn between. */
const appendSize = 5000;

interface Format extends vscode.QuickPickItem {
  readonly extension: string;
  text(projects: readonly ProjectEntries[], at: number): AsyncGenerator<string>;
}

/** Asks for a format and a file, and writes all projects of this window to it. */
export async function exportData(parts: TransferParts): Promise<void> {
  const projects = await parts.projects();
  const size = projects.reduce((sum, { entries }) => sum + entries.length, 0);
  if (size === 0) {
    void vscode.window.showInformationMessage(l10n.t('There is nothing to export yet.'));
    return;
  }
  const format = await vscode.window.showQuickPick(formats(), {
    title: l10n.t('Export Data'),
    placeHolder: l10n.t('What is it for?'),
  });
  if (!format) return;
  const at = parts.now();
  const name = `micro-wins-${dayOf(at, localOffset(at), 0)}.${format.extension}`;
  const file = await vscode.window.showSaveDialog({
    title: l10n.t('Export Data'),
    saveLabel: l10n.t('Export'),
    // Not the workspace: nothing of ours belongs into a repository unless the user puts it there.
    defaultUri: vscode.Uri.joinPath(parts.saveFolder, name),
    filters: { [format.label]: [format.extension] },
  });
  if (!file) return;
  const written = await withLongProgress(size > longExport, l10n.t('Exporting'), async signal => {
    const pieces: string[] = [];
    for await (const piece of format.text(projects, at)) {
      if (signal.aborted) return false;
      pieces.push(piece);
    }
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(pieces.join('')));
    return true;
  }).catch((error: Error) => {
    void vscode.window.showErrorMessage(l10n.t('The file could not be written: {0}', error.message));
    return false;
  });
  if (!written) return;
  const open = l10n.t('Open');
  const text = l10n.t('Exported: {0}.', winsInWords(countWins(projects)));
  // The work is done; the message may stay as long as it likes.
  void vscode.window
    .showInformationMessage(text, open)
    .then(answer => (answer === open ? vscode.commands.executeCommand('vscode.open', file) : undefined));
}

function formats(): readonly Format[] {
  return [
    {
      label: 'JSON',
      detail: l10n.t('Everything of this window’s projects, as a backup or to import on another machine'),
      extension: 'json',
      text: exportJson,
    },
    {
      label: 'CSV',
      detail: l10n.t('One line per win, for a spreadsheet'),
      extension: 'csv',
      text: exportCsv,
    },
    {
      label: 'Markdown',
      detail: l10n.t('Wins by month and day, to read or to share'),
      extension: 'md',
      text: projects => exportMarkdown(projects, displayLocale()),
    },
  ];
}

/** Asks for an exported JSON file, says what it would bring, and takes it in when the user agrees. */
export async function importData(parts: TransferParts): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('Import Data'),
      openLabel: l10n.t('Import'),
      filters: { JSON: ['json'] },
    })) ?? [];
  if (!file) return;
  const read = await readProjects(file, parts);
  if (!read) return;
  const merge = mergeImport(await parts.projects(), read);
  if (merge.appends.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('Everything in this file is known already.'));
    return;
  }
  const news = newsInWords(merge);
  const yes = l10n.t('Import');
  const known = l10n.t('{0}: known already. What is here stays.', winsInWords(merge.knownWins));
  const answer = await vscode.window.showInformationMessage(
    l10n.t('This file brings {0}.', news),
    { modal: true, ...(merge.knownWins > 0 && { detail: known }) },
    yes,
  );
  if (answer !== yes) return;
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: l10n.t('Importing') },
    async () => {
      // While the user was asked, another window may have changed what is here.
      const { appends } = mergeImport(await parts.projects(), read);
      for (const { project, entries } of appends) {
        for (let from = 0; from < entries.length; from += appendSize) {
          await parts.append(project, entries.slice(from, from + appendSize));
        }
      }
    },
  );
  void vscode.window.showInformationMessage(l10n.t('Imported: {0}.', news));
}

/** What a file holds; undefined when it can't be imported, which the user is told, or was cancelled. */
async function readProjects(
  file: vscode.Uri,
  parts: TransferParts,
): Promise<readonly ImportedProject[] | undefined> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > maxImportBytes) {
    void vscode.window.showErrorMessage(tooLarge());
    return undefined;
  }
  return withLongProgress(size > longImport, l10n.t('Reading the file'), async signal => {
    const text = decode(await vscode.workspace.fs.readFile(file));
    if (text === undefined) {
      void vscode.window.showErrorMessage(l10n.t('Nothing was imported. The file is not UTF-8 text.'));
      return undefined;
    }
    const read = await readImport(text, parts.now(), signal);
    if ('problem' in read) {
      tellProblem(file, read.problem);
      return undefined;
    }
    return signal.aborted ? undefined : read.projects;
  }).catch(error => {
    if (error instanceof Error && error.name === 'AbortError') return undefined;
    throw error;
  });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8: the user is told
  }
}

function tellProblem(file: vscode.Uri, { line, message }: ImportProblem): void {
  const show = l10n.t('Show line');
  const text = l10n.t('Nothing was imported. Line {0}: {1}', line, message);
  void vscode.window.showErrorMessage(text, show).then(answer => {
    if (answer !== show) return;
    const selection = new vscode.Range(line - 1, 0, line - 1, 0);
    return vscode.window.showTextDocument(file, { selection });
  });
}

/** Shows progress with a way out where work is long. */
async function withLongProgress<T>(
  isLong: boolean,
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  if (!isLong) return work(abort.signal);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_progress, token) => {
    token.onCancellationRequested(() => abort.abort());
    return work(abort.signal);
  });
}

function newsInWords({ wins, tasks, others }: Merge): string {
  const phrases = new Phrases(displayLocale());
  const [taskCount, otherCount] = [phrases.number(tasks), phrases.number(others)];
  const parts = [
    ...(wins > 0 ? [phrases.wins(wins)] : []),
    ...(tasks > 0 ? [one(tasks) ? l10n.t('{0} task', taskCount) : l10n.t('{0} tasks', taskCount)] : []),
    ...(others > 0
      ? [one(others) ? l10n.t('{0} other change', otherCount) : l10n.t('{0} other changes', otherCount)]
      : []),
  ];
  return parts.length === 0 ? l10n.t('the history of wins taken back') : phrases.list(parts);
}

/** `5 wins` */
function winsInWords(count: number): string {
  return new Phrases(displayLocale()).wins(count);
}
