import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { type System, SystemGit } from './systemGit';

/** Why git did not do what it was asked. */
export class GitError extends Error {
  constructor(
    /** `missing`: there is no git to start. `cancelled`: stopped by the caller. `failed`: it ended with an error. */
    readonly reason: 'missing' | 'cancelled' | 'failed',
    message: string,
    /** Its exit status where it had one. */
    readonly status?: number,
  ) {
    super(message);
    this.name = 'GitError';
  }
}

/** Whether a call was stopped by its caller. */
export function isCancelled(error: unknown): boolean {
  return error instanceof GitError && error.reason === 'cancelled';
}

/** What a call may bring along. */
export interface GitCall {
  readonly signal?: AbortSignal;
  /** Text for its standard input. */
  readonly input?: string;
}

/** Given to every call, so that nothing a repository configures is ever run, and nothing is written. */
const safeArguments = [
  '--no-pager',
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  `core.hooksPath=${process.platform === 'win32' ? 'NUL' : '/dev/null'}`,
];

/** For `git log`: what is configured neither changes what it prints, nor has it check signatures or run a diff program. */
export const plainLog: readonly string[] = [
  '--encoding=UTF-8',
  '--no-show-signature',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-notes',
];

/** Variables that would point git at another repository or make it talk; Windows knows them in any case. */
const foreign =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|COMMON_DIR|NAMESPACE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|EXTERNAL_DIFF|CONFIG.*|TRACE.*)$/i;

const thisSystem: System = {
  platform: process.platform,
  folders: () => (process.env.PATH ?? '').split(path.delimiter).filter(Boolean),
  exists: existsSync,
  succeeds: (program, args) =>
    new Promise(resolve => {
      execFile(program, [...args], error => resolve(error === null));
    }),
};

/** Starts git without a shell, in a folder, with nothing that a repository could make it run. */
export class Git {
  /** Processes started so far, for tests and benchmarks. */
  started = 0;

  constructor(
    /** The binary to use, or several of which the first that is there is; asked for at each call: it may change. */
    private readonly binary: () => string | readonly string[],
    private readonly system = new SystemGit(thisSystem),
  ) {}

  /**
   * Runs git to its end.
   * @returns its standard output; bytes that are not UTF-8 become U+FFFD
   * @throws GitError
   */
  async run(folder: string, args: readonly string[], call: GitCall = {}): Promise<string> {
    let output = '';
    for await (const chunk of this.stream(folder, args, call)) output += chunk;
    return output;
  }

  /**
   * Runs git and gives its standard output as it comes, as text.
   * @throws GitError
   */
  async *stream(folder: string, args: readonly string[], call: GitCall = {}): AsyncGenerator<string> {
    const decoder = new StringDecoder('utf8');
    for await (const bytes of this.bytes(folder, args, call)) yield decoder.write(bytes);
    yield decoder.end();
  }

  /**
   * Runs git and gives its standard output as it comes. Leaving the loop early ends the process.
   * @throws GitError
   */
  async *bytes(
    folder: string,
    args: readonly string[],
    { signal, input }: GitCall = {},
  ): AsyncGenerator<Buffer> {
    const binary = await this.system.choose([this.binary()].flat());
    if (signal?.aborted) throw new GitError('cancelled', 'cancelled before it was started');
    if (binary === undefined) throw new GitError('missing', 'the command line tools are not installed');
    this.started++;
    const child = start(binary, [...safeArguments, '-C', folder, ...args]);
    const end = ended(child);
    const stop = (): void => {
      child.kill();
    };
    signal?.addEventListener('abort', stop, { once: true });
    child.stdin.on('error', () => undefined); // it may end before it has read everything
    child.stdin.end(input ?? '');
    try {
      for await (const chunk of child.stdout) yield chunk as Buffer;
      const { status, errors } = await end;
      if (signal?.aborted) throw new GitError('cancelled', 'cancelled');
      if (status !== 0)
        throw new GitError('failed', errors.trim() || `git ended with status ${status}`, status);
    } finally {
      signal?.removeEventListener('abort', stop);
      if (child.exitCode === null) child.kill();
    }
  }
}

/** @throws GitError where the system has no room for one more process, or refuses its arguments */
function start(binary: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  let child: Partial<ChildProcessWithoutNullStreams> & Pick<ChildProcessWithoutNullStreams, 'once'>;
  try {
    child = spawn(binary, args, {
      env: environmentFrom(process.env),
      shell: false,
      windowsHide: true,
      stdio: 'pipe',
    });
  } catch (error) {
    throw new GitError('failed', `git could not be started: ${String(error)}`);
  }
  if (child.stdin) return child as ChildProcessWithoutNullStreams;
  // With too many files open node makes no streams; it says so a moment later, when nobody listens.
  child.once('error', () => undefined);
  throw new GitError('failed', 'git could not be started: too many files are open');
}

function ended(child: ChildProcessWithoutNullStreams): Promise<{ status: number; errors: string }> {
  let errors = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (chunk: string) => {
    if (errors.length < 4000) errors += chunk;
  });
  const end = new Promise<{ status: number; errors: string }>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'missing' : 'failed';
      reject(new GitError(reason, `git could not be started: ${error.message}`));
    });
    child.once('close', status => resolve({ status: status ?? -1, errors }));
  });
  end.catch(() => undefined); // awaited later, when the output has been read
  return end;
}

/** An environment for git: without what would lead it elsewhere, with what keeps it from asking and fetching. */
export function environmentFrom(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !foreign.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1', // known to git 2.45 and newer; an older one is kept from fetching by the next
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  };
}
