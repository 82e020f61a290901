import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addDays, type Day } from '../../core/day';
import { Phrases } from '../../core/phrases';
import { shoutOuts, type TeamCommit } from '../../core/shoutOuts';
import { plainLabel } from '../labels';
import { askWeek, type WeekChoice } from './askWeek';
import { openMarkdown } from './shared';

/** A repository whose team can be thanked. */
export interface TeamRepository {
  readonly name: string;
  readonly root: string;
  /** What was merged from a day to another, both included, oldest first. */
  merged(from: Day, to: Day, signal: AbortSignal): Promise<readonly TeamCommit[]>;
}

/** What shout-outs go by. */
export interface ShoutOutParts extends WeekChoice {
  readonly repositories: readonly TeamRepository[];
}

/** Opens thanks for everybody's work of a week as a new Markdown document, from the history alone. */
export async function writeShoutOuts(parts: ShoutOutParts): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    const manage = l10n.t('Manage trust');
    const text = l10n.t('The history is read once this workspace is trusted.');
    void vscode.window.showInformationMessage(text, manage).then(answer => {
      return answer === manage ? vscode.commands.executeCommand('workbench.trust.manage') : undefined;
    });
    return;
  }
  const repository = await askRepository(parts.repositories);
  if (!repository) return;
  const from = await askWeek(l10n.t('Write Team Shout-Outs'), parts);
  if (from === undefined) return;
  const to = addDays(from, 6);
  const commits = await withProgress(signal => repository.merged(from, to, signal));
  if (!commits) return;
  const text = shoutOuts(commits, from, to, parts.locale);
  if (text === '') {
    const week = new Phrases(parts.locale).range(from, to);
    void vscode.window.showInformationMessage(l10n.t('Nothing was merged here in the week of {0}.', week));
    return;
  }
  await openMarkdown(text);
}

async function askRepository(repositories: readonly TeamRepository[]): Promise<TeamRepository | undefined> {
  if (repositories.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('There is no git repository in this window.'));
  }
  if (repositories.length < 2) return repositories[0];
  const items = repositories.map(repository => ({
    label: plainLabel(repository.name),
    description: plainLabel(folderOf(repository.root)),
    repository,
  }));
  const options = { title: l10n.t('Write Team Shout-Outs'), placeHolder: l10n.t('Whose team?') };
  return (await vscode.window.showQuickPick(items, options))?.repository;
}

/** The folder that a path is in. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
}

/** Undefined when the user cancelled. */
function withProgress<T>(work: (signal: AbortSignal) => Promise<T>): Thenable<T | undefined> {
  const title = l10n.t('Reading the week’s history');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      const done = await work(abort.signal);
      return abort.signal.aborted ? undefined : done;
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  });
}
