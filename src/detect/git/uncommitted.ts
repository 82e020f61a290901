import type * as vscode from 'vscode';
import type { UncommittedWork } from '../../core/nextStep';
import { safeText } from '../../core/text';
import { type GitApi, type GitApiChange, type GitApiRepository, gitExtensionApi } from '../../gitExtension';

/** Work that has waited for a commit this long, in ms, is worth a word. */
const longUncommittedMs = 3_600_000;

/** `Status.UNTRACKED` and `Status.IGNORED` of the git extension: files that may never be meant for a commit. */
const notTracked: readonly number[] = [7, 8];

interface Dirty {
  /** ms since the epoch */
  readonly since: number;
  readonly head: string | undefined;
  readonly timer: NodeJS.Timeout;
}

/**
 * Since when repositories hold changes that are not committed, as the git extension knows it anyway: no process is
 * started, nothing is polled. The time begins when this window sees the first change, and anew with each commit.
 */
export class Uncommitted implements vscode.Disposable {
  private readonly dirty = new Map<string, Dirty>();
  private readonly listeners: vscode.Disposable[] = [];
  private isDisposed = false;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly now: () => number,
    /** Called when work has waited for long, or no longer does. */
    private readonly onChange: () => void,
  ) {}

  /** Begins to listen; in a trusted workspace only. */
  async start(): Promise<void> {
    const api: GitApi | undefined = await gitExtensionApi(this.log);
    if (!api || this.isDisposed) return;
    const add = (repository: GitApiRepository): void => {
      this.listeners.push(repository.state.onDidChange(() => this.look(repository)));
      this.look(repository);
    };
    for (const repository of api.repositories) add(repository);
    this.listeners.push(
      api.onDidOpenRepository(add),
      api.onDidCloseRepository(repository => this.forget(repository.rootUri.fsPath)),
    );
  }

  /** The repositories whose changes have waited for long. */
  get long(): UncommittedWork[] {
    const now = this.now();
    return [...this.dirty].flatMap(([root, { since }]) =>
      now - since < longUncommittedMs
        ? []
        : [{ root, name: safeText(root.split(/[\\/]/).at(-1) ?? root), since }],
    );
  }

  dispose(): void {
    this.isDisposed = true;
    for (const listener of this.listeners) listener.dispose();
    for (const root of [...this.dirty.keys()]) this.forget(root);
  }

  private look({ rootUri, state }: GitApiRepository): void {
    const root = rootUri.fsPath;
    const before = this.dirty.get(root);
    const head = state.HEAD?.commit;
    const isDirty = [state.indexChanges, state.workingTreeChanges, state.mergeChanges].some(hasTracked);
    if (isDirty && before && before.head === head) return;
    this.forget(root);
    if (!isDirty) return;
    const timer = setTimeout(() => this.onChange(), longUncommittedMs + 1000);
    timer.unref?.();
    this.dirty.set(root, { since: this.now(), head, timer });
  }

  private forget(root: string): void {
    const before = this.dirty.get(root);
    clearTimeout(before?.timer);
    this.dirty.delete(root);
    if (before && !this.isDisposed && this.now() - before.since >= longUncommittedMs) this.onChange();
  }
}

function hasTracked(changes: readonly GitApiChange[] | undefined): boolean {
  return changes?.some(({ status }) => !notTracked.includes(status)) ?? false;
}
