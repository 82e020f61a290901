import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { buildSync } from 'esbuild';

/** Bundles a script of `children` for a process of its own. */
export function bundleChild(name: string, folder: string): string {
  const outfile = path.join(folder, `${name}.js`);
  buildSync({
    absWorkingDir: process.cwd(),
    entryPoints: [`test/unit/store/children/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
  });
  return outfile;
}

/** A process that runs such a script. */
export class Child {
  private readonly process: ChildProcessByStdio<Writable, Readable, null>;
  private printed = '';

  constructor(script: string, ...args: string[]) {
    this.process = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.printed += text;
    });
  }

  /** Resolves when it printed its first line. */
  opened(): Promise<void> {
    return this.hasPrinted(1);
  }

  /** Resolves when it printed so many lines. */
  async hasPrinted(lines: number): Promise<void> {
    while (this.printed.split('\n').length <= lines) await once(this.process.stdout, 'data');
  }

  /** Ends its input, for which it may be waiting. */
  begin(): void {
    this.process.stdin.end();
  }

  /** Kills it, as the system does, with no chance to tidy up. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  /** The whole lines that it printed after the first, once it has ended. */
  async ended(): Promise<string[]> {
    await once(this.process, 'close');
    return this.printed.split('\n').slice(1, -1);
  }
}
