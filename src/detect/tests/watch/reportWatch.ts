import path from 'node:path';
import * as vscode from 'vscode';
import zeptomatch from 'zeptomatch';
import { Turns } from '../../../turns';
import { isInside, tidy } from '../../paths';
import { readRegularFile } from '../../regularFile';
import { maxReport, readReport } from '../reports';
import { mergeHorizon } from '../sameRun';
import type { Collector } from './collector';
import { NewFolders } from './newFolders';
import { placeOf } from './projectFolders';
import { SettledFiles } from './settledFiles';
import type { TestHost } from './testHost';
import { reportsName } from './witness';

/** Runners write a report in one go, but not in one write. */
const quietMs = 300;
/**
 * A report that says it is older than its file by more than this was copied, touched or checked out, not written by
 * a run: a day, and the 14 hours by which a moment without a zone may be off.
 */
const longestRun = (24 + 14) * 3_600_000;
/** How long after the user wrote a file VS Code may tell that it changed, ms. */
const handSlack = 5_000;

/** Watches the report files that runs write into the workspace. */
export class ReportWatch implements vscode.Disposable {
  private readonly files: SettledFiles;
  private readonly listeners: vscode.Disposable;
  private readonly reading = new Turns();
  /** Files that the user wrote, with when. */
  private readonly byHand = new Map<string, number>();
  private readonly tracked = new Map<string, { readonly at: number; readonly answer: Promise<boolean> }>();

  constructor(
    folders: readonly vscode.Uri[],
    globs: readonly string[],
    private readonly collector: Collector,
    private readonly isTracked: TestHost['isTracked'],
    private readonly log: vscode.LogOutputChannel,
    private readonly now: () => number,
  ) {
    const patterns = folders.flatMap(folder => globs.map(glob => new vscode.RelativePattern(folder, glob)));
    this.files = new SettledFiles(patterns, quietMs, file => this.look(file));
    const isReport = (file: string): boolean => {
      const owner = folders.find(({ fsPath }) => isInside(file, fsPath));
      const inside = owner && tidy(path.relative(owner.fsPath, file));
      return inside !== undefined && globs.some(glob => zeptomatch(glob, inside));
    };
    const fresh =
      process.platform === 'linux' ? [new NewFolders(folders, isReport, file => this.files.touch(file))] : [];
    this.listeners = vscode.Disposable.from(
      ...fresh,
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.note([uri])),
      vscode.workspace.onDidCreateFiles(({ files }) => this.note(files)),
      vscode.workspace.onDidRenameFiles(({ files }) => this.note(files.map(({ newUri }) => newUri))),
    );
  }

  dispose(): void {
    this.files.dispose();
    this.listeners.dispose();
  }

  private note(uris: readonly vscode.Uri[]): void {
    const now = this.now();
    for (const file of this.byHand.keys()) if (!this.isByHand(file)) this.byHand.delete(file);
    for (const { fsPath } of uris) this.byHand.set(fsPath, now);
  }

  private isByHand(file: string): boolean {
    const at = this.byHand.get(file);
    return at !== undefined && this.now() - at <= handSlack;
  }

  /** Asked once for the many reports of a run: they lie together, and have one name but for their class. */
  private isKeptByGit(file: string): Promise<boolean> {
    const name = reportsName([tidy(file)]);
    const now = this.now();
    const known = this.tracked.get(name);
    if (known && now - known.at < mergeHorizon) return known.answer;
    const answer = (this.isTracked?.(file) ?? Promise.resolve(false)).catch(() => false);
    for (const [other, { at }] of this.tracked) if (now - at >= mergeHorizon) this.tracked.delete(other);
    this.tracked.set(name, { at: now, answer });
    return answer;
  }

  /** One after the other: a run may write hundreds. */
  private look(file: string): void {
    if (this.isByHand(file) || /[/\\](node_modules|\.git)[/\\]/.test(file)) return;
    this.reading
      .take(() => this.read(file))
      .catch(error => this.log.debug(`The report ${file} could not be read.`, error));
  }

  private async read(file: string): Promise<void> {
    // Every character takes a byte or more.
    const found = await readRegularFile(file, maxReport);
    if (!found || this.now() - found.writtenAt > mergeHorizon) return;
    const { text, writtenAt } = found;
    const read = readReport(text);
    if ('reason' in read) return this.log.debug(`${file} is passed over: ${read.reason}`);
    const { at, passed, failed, skipped } = read.value;
    if (at !== undefined && Math.abs(writtenAt - at) > longestRun) return;
    if (await this.isKeptByGit(file)) return;
    const folder = path.dirname(file);
    const workspaceFolder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file))?.uri.fsPath;
    const place = await placeOf(folder, workspaceFolder);
    this.collector.add({
      place: 'report',
      id: `${file}@${writtenAt}`,
      endedAt: writtenAt,
      outcome: failed > 0 ? 'red' : passed > 0 ? 'green' : 'unknown',
      count: { passed, failed, skipped },
      folder: tidy(folder),
      root: place.root,
      shownFolder: place.folder,
      path: file,
      file: tidy(path.relative(place.root, file)),
    });
  }
}
