import { isInside } from '../paths';

/** Why a repository can't be read. */
export type GitTrouble = 'missing' | 'refused';

/** Whose folder it is: the workspace's, or a repository's that VS Code's git told of. */
export type Asker = 'workspace' | 'git';

/** A folder whose repository is wanted, and what looking for it brought. */
export interface Asked {
  readonly folder: string;
  readonly by: Asker;
  /** Absent in no repository, or before it was looked for. */
  gitFolder?: string | undefined;
  trouble?: GitTrouble | undefined;
}

/** The folders whose repositories are wanted. A repository is needed as long as one of them is in it. */
export class AskedFolders {
  private asked: readonly Asked[] = [];

  /** Adds a folder; one that is there already stays as it is. */
  add(folder: string, by: Asker): Asked {
    const known = this.asked.find(one => one.folder === folder && one.by === by);
    if (known) return known;
    const added: Asked = { folder, by };
    this.asked = [...this.asked, added];
    return added;
  }

  /** Whether it is still asked for: looking takes time, in which folders may leave. */
  has(one: Asked): boolean {
    return this.asked.includes(one);
  }

  get all(): readonly Asked[] {
    return this.asked;
  }

  /** The git folder that a folder of the workspace turned out to be in. */
  gitFolderOf(folder: string): string | undefined {
    return this.asked.find(one => one.by === 'workspace' && one.folder === folder)?.gitFolder;
  }

  isNeeded(gitFolder: string): boolean {
    return this.asked.some(one => one.gitFolder === gitFolder);
  }

  /** The worst trouble in any of the folders. */
  get trouble(): GitTrouble | undefined {
    const troubles = this.asked.map(({ trouble }) => trouble);
    return troubles.includes('missing') ? 'missing' : troubles.find(Boolean);
  }

  /** A folder left the workspace. What git told of because of it leaves along, unless it is in one that stays. */
  leave(folder: string): void {
    const left = this.asked.find(one => one.by === 'workspace' && one.folder === folder);
    if (!left) return;
    const others = this.asked.filter(one => one !== left);
    const stays = (root: string): boolean =>
      others.some(one => one.by === 'workspace' && isInside(root, one.folder));
    this.asked = others.filter(({ by, folder: root, gitFolder }) => {
      const isOfLeft = isInside(root, folder) || (gitFolder !== undefined && gitFolder === left.gitFolder);
      return by === 'workspace' || !isOfLeft || stays(root);
    });
  }

  /** VS Code's git closed a repository. Gives its git folder. */
  closed(root: string): string | undefined {
    const closed = this.asked.find(({ by, folder }) => by === 'git' && folder === root);
    this.asked = this.asked.filter(one => one !== closed);
    return closed?.gitFolder;
  }

  clear(): void {
    this.asked = [];
  }
}
