import * as vscode from 'vscode';

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
  return new Promise(resolve => {
    if (api.state === 'initialized') return resolve();
    const listener = api.onDidChangeState(state => {
      if (state !== 'initialized') return;
      listener.dispose();
      resolve();
    });
  });
}

/**
 * The git binaries of VS Code's own setting, which only the user (never a workspace) can set, and last the one on PATH:
 * the first that is there is meant.
 */
export function configuredGit(): readonly string[] {
  const set = vscode.workspace.getConfiguration('git').inspect<string | string[] | null>('path')?.globalValue;
  return [set ?? [], 'git'].flat().filter(Boolean);
}
