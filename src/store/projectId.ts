import { sha256Hex } from './sha256';

/** The project of wins and tasks in a window without a folder. */
export const noFolderProject = 'no-folder';

/** A project's id: its root commit where it has one of its own, else the folder. */
export function projectId(root: string | undefined, folder: string): string {
  return root ? `git-${root}` : `folder-${sha256Hex(folder).slice(0, 32)}`;
}
