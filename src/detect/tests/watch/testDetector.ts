import * as vscode from 'vscode';
import { settleTime } from '../sameRun';
import { Collector } from './collector';
import { DebugWatch } from './debugSessions';
import { ExplorerWatch } from './explorerWatch';
import { Recogniser } from './recogniser';
import { ReportWatch } from './reportWatch';
import { TaskWatch } from './tasks';
import { TerminalWatch } from './terminals';
import type { TestHost } from './testHost';

/** Watches test runs wherever VS Code shows one (SPEC 2.3), and hands in the wins among them. */
export class TestDetector implements vscode.Disposable {
  private readonly collector: Collector;
  private readonly watches: vscode.Disposable[] = [];
  private reports: vscode.Disposable | undefined;
  private globs = '';

  /** @param settleMs how long to wait for the other sightings of a run */
  constructor(
    private readonly host: TestHost,
    private readonly log: vscode.LogOutputChannel,
    settleMs: number = settleTime,
  ) {
    this.collector = new Collector(host, log, settleMs);
  }

  /** Begins to listen; in a trusted workspace only. */
  start(): void {
    const { collector, host, log } = this;
    const { now } = host.sink;
    const recogniser = new Recogniser(() => host.settings(), log);
    this.watches.push(
      new TaskWatch(recogniser, collector, now),
      new TerminalWatch(recogniser, collector, now),
      new DebugWatch(recogniser, collector, now),
      new ExplorerWatch(host.storageFolder, collector, log),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.watchReports()),
    );
    this.watchReports();
  }

  /** The settings have changed. */
  reconfigure(): void {
    if (this.watches.length > 0 && this.host.settings().reports.join('\n') !== this.globs)
      this.watchReports();
  }

  /** Listens no more; a run that has ended is still judged. */
  dispose(): void {
    for (const watch of this.watches.splice(0)) watch.dispose();
    this.reports?.dispose();
    void this.collector.flush();
  }

  private watchReports(): void {
    const { reports } = this.host.settings();
    const folders = (vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri);
    this.globs = reports.join('\n');
    this.reports?.dispose();
    this.reports = new ReportWatch(
      folders.filter(({ scheme }) => scheme === 'file'),
      reports,
      this.collector,
      this.host.isTracked?.bind(this.host),
      this.log,
      this.host.sink.now,
    );
  }
}
