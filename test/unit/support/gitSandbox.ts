import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const config = ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com', '-c', 'commit.gpgSign=false'];

/** A real repository in a temporary folder, with a home of its own: nothing of this machine's git settings. */
export class GitSandbox {
  readonly base = realpathSync(mkdtempSync(path.join(tmpdir(), 'micro-git-')));
  readonly root: string;
  private readonly env: NodeJS.ProcessEnv;

  constructor(name = 'project') {
    this.root = path.join(this.base, name);
    this.env = {
      ...process.env,
      HOME: this.base,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: path.join(this.base, 'none'),
    };
    for (const variable of Object.keys(this.env)) {
      if (/^GIT_(?!CONFIG_(NOSYSTEM|GLOBAL))/.test(variable)) delete this.env[variable];
    }
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', this.root], { env: this.env });
    this.git('config', 'user.email', 'dev@example.com');
    this.git('config', 'user.name', 'Dev');
  }

  /** Runs git; gives its trimmed output. @throws when git fails */
  git(...args: string[]): string {
    return this.gitWith({}, ...args);
  }

  /** The same, with more in its environment and, at will, text for its input. */
  gitWith(
    { env = {}, input }: { env?: Record<string, string>; input?: string | Buffer },
    ...args: string[]
  ): string {
    return execFileSync('git', [...config, ...args], {
      cwd: this.root,
      env: { ...this.env, ...env },
      input: input ?? '',
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    })
      .toString('utf8')
      .trim();
  }

  /** Runs git; whether it succeeded. */
  tries(...args: string[]): boolean {
    try {
      this.git(...args);
      return true;
    } catch {
      return false;
    }
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.root, name), text);
  }

  dispose(): void {
    rmSync(this.base, { recursive: true, force: true, maxRetries: 5 });
  }
}
