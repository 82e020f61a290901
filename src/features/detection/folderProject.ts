import * as vscode from 'vscode';
import { noFolderProject, projectId } from '../../store/projectId';

/** The project of the window's first folder as such, whatever git says. */
export function folderProject(): string {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) return noFolderProject;
  if (folder.scheme === 'file') return projectId(undefined, folder.fsPath);
  // A virtual repository's authority may say after a plus which branch is shown: it is the same project.
  const authority = folder.authority.split('+', 1)[0] ?? '';
  return projectId(undefined, folder.with({ authority }).toString());
}
