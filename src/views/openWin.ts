import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Win } from '../core/win';
import type { GitApi } from '../gitExtension';

/** The tree without a file, the same in every repository: what a first commit is compared with. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Opens what a win came from: a commit in VS Code's own diff. */
export async function openWin(win: Win, git: GitApi | undefined): Promise<void> {
  const { sha } = win.source;
  if (!sha) return;
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
    await vscode.commands.executeCommand('vscode.changes', `${sha.slice(0, 7)} ${win.title}`, resources);
    return;
  }
  void vscode.window.showInformationMessage(
    l10n.t('Commit {0} is not in an open repository.', sha.slice(0, 7)),
  );
}
