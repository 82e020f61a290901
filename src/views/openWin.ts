import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { safeText } from '../core/text';
import type { Win } from '../core/win';
import type { GitApi } from '../gitExtension';
import { plainMessage } from './plainMessage';
import { sayQuietly } from './sayQuietly';

/** The tree without a file, the same in every repository: what a first commit is compared with. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Where what a win came from may be found. */
export interface OpenRepositories {
  readonly api: GitApi | undefined;
  readonly all: readonly { readonly name: string; readonly root: string }[];
  /** Whether `api` will not come any more. */
  readonly hasSearched: boolean;
}

/**
 * Opens what a win came from: a commit in VS Code's own diff, else the file and line. Where there is nothing to open,
 * it is said quietly why it counted; what can't be found is said aloud.
 */
export async function openWin(win: Win, repositories: OpenRepositories): Promise<void> {
  const { sha, file } = win.source;
  if (sha && (await openCommit(sha, win.title, repositories.api))) return;
  if (file && (await openFile(win, repositories))) return;
  const missing = whatIsMissing(win, repositories);
  if (missing === undefined) sayQuietly(safeText(win.why), 'info');
  else void vscode.window.showInformationMessage(plainMessage(missing));
}

function whatIsMissing({ source }: Win, { api, hasSearched }: OpenRepositories): string | undefined {
  const sha = source.sha?.slice(0, 7);
  if (sha && !api && hasSearched) {
    return l10n.t('Commit {0} can’t be shown here: that needs VS Code’s own Git extension.', sha);
  }
  if (sha) return l10n.t('Commit {0} is not in an open repository.', sha);
  return source.file ? l10n.t('{0} is not in an open folder.', safeText(source.file)) : undefined;
}

async function openCommit(sha: string, title: string, git: GitApi | undefined): Promise<boolean> {
  for (const repository of git?.repositories ?? []) {
    const changes = await repository
      .diffBetween(`${sha}^`, sha)
      .catch(() => repository.diffBetween(emptyTree, sha))
      .catch(() => undefined); // not this repository's
    if (!git || !changes) continue;
    const resources = changes.map(({ uri, originalUri }) => [
      uri,
      git.toGitUri(originalUri, `${sha}^`),
      git.toGitUri(uri, sha),
    ]);
    await vscode.commands.executeCommand('vscode.changes', `${sha.slice(0, 7)} ${title}`, resources);
    return true;
  }
  return false;
}

async function openFile({ source }: Win, { all }: OpenRepositories): Promise<boolean> {
  const roots = [
    ...all.filter(({ name }) => name === source.repository).map(({ root }) => vscode.Uri.file(root)),
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  ];
  for (const root of roots) {
    const full = vscode.Uri.joinPath(root, source.file ?? '');
    // A path from a journal may say anything: only what lies inside the folder is opened.
    if (!full.path.startsWith(root.path.endsWith('/') ? root.path : `${root.path}/`)) continue;
    try {
      const document = await vscode.workspace.openTextDocument(full);
      const line = Math.min(document.lineCount, Math.max(1, Number(source.line) || 1)) - 1;
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0) });
      return true;
    } catch {
      // Gone, or not in this root: the next one, else the user is told.
    }
  }
  return false;
}
