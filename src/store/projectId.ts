import { createHash } from 'node:crypto';

/** The project of wins and tasks in a window without a folder. */
export const noFolderProject = 'no-folder';

/** A project's id: its root commit where it has one of its own, else the folder. */
export function projectId(root: string | undefined, folder: string): string {
  return root ? `git-${root}` : `folder-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
}
