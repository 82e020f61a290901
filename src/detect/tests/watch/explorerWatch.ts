import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { explorerOutcome, maxExplorerFile, readExplorerRun } from '../explorer';
import type { Collector } from './collector';
import { SettledFiles } from './settledFiles';

/** VS Code writes a file at once; this only brings its two events together. */
const quietMs = 150;
/** A run that says it ended so much apart from when its file was written was timed by another machine's clock. */
const clockSlack = 5_000;

/**
 * Watches the files in which VS Code keeps the finished runs of its Test Explorer. They are its own and may change:
 * one that looks different is passed over, and said so once.
 */
export class ExplorerWatch implements vscode.Disposable {
  private files: vscode.Disposable | undefined;
  /** Files of runs that are told, or were over before. */
  private readonly known = new Set<string>();
  private hasComplained = false;
  private isDisposed = false;

  constructor(
    storageFolder: string | undefined,
    private readonly collector: Collector,
    private readonly log: vscode.LogOutputChannel,
  ) {
    if (storageFolder === undefined) return;
    // A window that shares its workspace with another has storage of its own (`…-1`), but the results lie in the first.
    // In a browser a workspace's id may itself be a negative number: only what stands behind an id is a suffix.
    void this.watch(path.join(storageFolder.replace(/(?<=[^/\\])-\d+[/\\]?$/, ''), 'testResults'));
  }

  dispose(): void {
    this.isDisposed = true;
    this.files?.dispose();
  }

  private async watch(folder: string): Promise<void> {
    try {
      // The first run's file would be missed: a folder that does not exist can't be watched.
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(folder)) this.known.add(name);
    } catch (error) {
      return this.complain(error instanceof Error ? error.message : String(error));
    }
    if (this.isDisposed) return;
    const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), '*.json');
    this.files = new SettledFiles([pattern], quietMs, file => void this.read(file));
  }

  private async read(file: string): Promise<void> {
    const name = path.basename(file);
    if (this.known.has(name)) return;
    let text: string;
    let writtenAt: number;
    try {
      const { size, mtimeMs } = await stat(file);
      if (size > maxExplorerFile) return;
      writtenAt = Math.round(mtimeMs);
      text = await readFile(file, 'utf8');
    } catch {
      return; // VS Code keeps the newest runs only, and removes the others
    }
    const read = readExplorerRun(text);
    if ('reason' in read) return this.complain(read.reason);
    this.known.add(name);
    const { id, completedAt, continuous, suite, passed, failed, skipped } = read.value;
    const { selected, controllers } = read.value;
    if (continuous) return; // a watch
    this.collector.add({
      place: 'explorer',
      id,
      suite: `explorer ${suite}`,
      ...(selected !== '' && { command: selected }),
      wider: controllers.map(one => ({ suite: `explorer all ${one.id}`, name: one.name })),
      endedAt: Math.abs(writtenAt - completedAt) > clockSlack ? writtenAt : completedAt,
      outcome: explorerOutcome(read.value),
      count: { passed, failed, skipped },
    });
  }

  private complain(reason: string): void {
    if (this.hasComplained || this.isDisposed) return;
    this.hasComplained = true;
    this.log.info(`Runs of the Test Explorer can't be read (${reason}); other runs are.`);
  }
}
