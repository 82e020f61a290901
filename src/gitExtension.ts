import * as vscode from 'vscode';
import { isInside } from './detect/paths';

/**
 * The part of the built-in git extension's API (version 1) that is used here. Written by hand: its
 * own typings bring const enums that a bundler can't inline.
 */
export interface GitApi {
  readonly git: { readonly path: string };
  /** Initialized when it has looked for repositories in the workspace. */
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<GitApi['state']>;
  readonly repositories: readonly GitApiRepository[];
  readonly onDidOpenRepository: vscode.Event<GitApiRepository>;
  readonly onDidCloseRepository: vscode.Event<GitApiRepository>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

/** A changed file; `status` is a number of the extension's `Status`. */
export interface GitApiChange {
  readonly status: number;
}

/** One repository of it; a new wrapper at each read of `repositories`, so compare `rootUri`. */
export interface GitApiRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly GitApiChange[];
    /** Untracked files are among them, unless the user set `git.untrackedChanges`. */
    readonly workingTreeChanges: readonly GitApiChange[];
    readonly mergeChanges: readonly GitApiChange[];
    /** Paths are relative to the root. */
    readonly submodules: readonly { readonly path: string }[];
    readonly onDidChange: vscode.Event<void>;
  };
  diffBetween(
    ref1: string,
    ref2: string,
  ): Promise<{ uri: vscode.Uri; originalUri: vscode.Uri; status: number }[]>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** The built-in git extension when it is there and enabled; it is a help, never needed. */
export async function gitExtensionApi(log: vscode.LogOutputChannel): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    const exported = await extension.activate();
    return exported.enabled ? exported.getAPI(1) : undefined;
  } catch (error) {
    log.info('The built-in git extension is not usable; repositories are looked up without it.', error);
    return undefined;
  }
}

/** Resolves when it has told of the repositories that it finds by itself. */
export function whenInitialized(api: GitApi): Promise<void> {
  return until(api.onDidChangeState, () => api.state === 'initialized');
}

/** Nothing is told of a submodule that git refuses, or that the user closed, nor of a repository that it can't look at, ms. */
const longestOpeningMs = 3_000;

/**
 * Resolves when it has opened the submodules of a repository that are checked out, and theirs, which it begins after its
 * first look at each; or when one takes long.
 */
export async function submodulesOpened(api: GitApi, { rootUri, state }: GitApiRepository): Promise<void> {
  const settings = vscode.workspace.getConfiguration('git', rootUri);
  if (!settings.get('detectSubmodules', true) || !(await isThere(rootUri, '.gitmodules'))) return;
  await until(state.onDidChange, () => state.HEAD !== undefined, longestOpeningMs);
  const listed = state.submodules.slice(0, settings.get('detectSubmodulesLimit', 10));
  const uris = listed.map(({ path }) => vscode.Uri.joinPath(rootUri, path));
  // A repository can write `.` or `..` there, which would lead round and round.
  const below = uris.filter(
    ({ fsPath }) => isInside(fsPath, rootUri.fsPath) && !isInside(rootUri.fsPath, fsPath),
  );
  await Promise.all(below.map(uri => submoduleOpened(api, uri)));
}

async function submoduleOpened(api: GitApi, uri: vscode.Uri): Promise<void> {
  if (!(await isThere(uri, '.git'))) return;
  const opened = (): GitApiRepository | undefined =>
    api.repositories.find(({ rootUri }) => rootUri.fsPath === uri.fsPath);
  await until(api.onDidOpenRepository, () => opened() !== undefined, longestOpeningMs);
  const submodule = opened();
  if (submodule) await submodulesOpened(api, submodule);
}

/** Resolves when something is so, of which an event tells, or after `longest` ms. */
function until(event: vscode.Event<unknown>, isSo: () => boolean, longest?: number): Promise<void> {
  return new Promise(resolve => {
    if (isSo()) return resolve();
    const end = (): void => {
      listener.dispose();
      clearTimeout(timer);
      resolve();
    };
    const listener = event(() => isSo() && end());
    const timer = longest === undefined ? undefined : setTimeout(end, longest);
  });
}

async function isThere(folder: vscode.Uri, name: string): Promise<boolean> {
  const stat = vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name));
  return await stat.then(
    () => true,
    () => false,
  );
}

/**
 * The git binaries of VS Code's own setting, which only the user (never a workspace) can set, and last the one on PATH:
 * the first that is there is meant.
 */
export function configuredGit(): readonly string[] {
  const set = vscode.workspace.getConfiguration('git').inspect<string | string[] | null>('path')?.globalValue;
  return [set ?? [], 'git'].flat().filter(Boolean);
}
