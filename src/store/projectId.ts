import { sha256Hex } from '#sha256';

/** The project of wins and tasks in a window without a folder. */
export const noFolderProject = 'no-folder';

/** A project's id: its root commit where it has one of its own, else the folder. */
export function projectId(root: string | undefined, folder: string): string {
  return root ? `git-${root}` : `folder-${sha256Hex(folder).slice(0, 32)}`;
}

/** The root commit that a project is named by, if by one. */
function rootOf(project: string): string | undefined {
  return /^git-(.+)$/.exec(project)?.[1];
}

/**
 * The name that a new clone or worktree would give a project since its first commit was rewritten; undefined while
 * that is still there, or where no commit named it.
 * @param roots the first commits of its history `now`, by name order, and of all branches' histories `anywhere`
 */
export function nameSince(
  project: string,
  { now, anywhere }: { readonly now: readonly string[]; readonly anywhere: readonly string[] },
): string | undefined {
  const before = rootOf(project);
  if (before === undefined || anywhere.includes(before)) return undefined;
  return now[0] === undefined ? undefined : projectId(now[0], '');
}
