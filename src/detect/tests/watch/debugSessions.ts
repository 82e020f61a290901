import * as v from 'valibot';
import * as vscode from 'vscode';
import { outcomeOf } from '../outcome';
import { setsCi } from '../wrappers';
import { BoundedOutput } from './boundedOutput';
import type { Collector, UnderWay } from './collector';
import { debugCommandOf } from './debugCommand';
import type { Recognised, Recogniser } from './recogniser';

const exited = v.object({
  type: v.literal('event'),
  event: v.literal('exited'),
  body: v.object({ exitCode: v.number() }),
});
const printed = v.object({
  type: v.literal('event'),
  event: v.literal('output'),
  body: v.object({ category: v.optional(v.string()), output: v.string() }),
});

/** Watches debug sessions that run tests and whose adapter tells the exit code (debugpy does, js-debug does not). */
export class DebugWatch implements vscode.Disposable {
  private readonly trackers = new Set<RunTracker>();
  private readonly registration: vscode.Disposable;

  constructor(
    private readonly recogniser: Recogniser,
    private readonly collector: Collector,
    private readonly now: () => number,
  ) {
    this.registration = vscode.debug.registerDebugAdapterTrackerFactory('*', {
      createDebugAdapterTracker: session => this.track(session),
    });
  }

  dispose(): void {
    this.registration.dispose();
    for (const tracker of this.trackers) tracker.stop();
    this.trackers.clear();
  }

  private async track(session: vscode.DebugSession): Promise<vscode.DebugAdapterTracker | undefined> {
    const { configuration, workspaceFolder } = session;
    const command = debugCommandOf(configuration);
    if (command === undefined) return undefined;
    const owner = workspaceFolder ?? vscode.workspace.workspaceFolders?.[0];
    const folder =
      typeof configuration.cwd === 'string' && configuration.cwd !== ''
        ? configuration.cwd
        : owner?.uri.scheme === 'file'
          ? owner.uri.fsPath
          : undefined;
    const ci = setsCi(`CI=${configuration.env?.CI ?? process.env.CI ?? ''}`);
    const recognised = await this.recogniser.recognise(command, { shell: 'posix', folder, ci });
    if (!recognised) return undefined;
    return new RunTracker(rootOf(session).id, recognised, this.collector, this.now, this.trackers);
  }
}

/** One session that runs tests. */
class RunTracker implements vscode.DebugAdapterTracker {
  private startedAt: number;
  private readonly output = new BoundedOutput();
  private underWay: UnderWay | undefined;
  private isOver = false;

  constructor(
    private readonly id: string,
    private readonly recognised: Recognised,
    private readonly collector: Collector,
    private readonly now: () => number,
    /** Those that listen. */
    private readonly listening: Set<RunTracker>,
  ) {
    this.startedAt = now();
  }

  /** Listens no more. */
  stop(): void {
    this.isOver = true;
    this.listening.delete(this);
    this.underWay?.end();
  }

  // Not before: VS Code drops a tracker that it has waited for too long, and never tells.
  onWillStartSession(): void {
    this.startedAt = this.now();
    this.listening.add(this);
    this.underWay = this.collector.begin(this.recognised.where.root);
  }

  onDidSendMessage(message: unknown): void {
    if (this.isOver) return;
    if (v.is(printed, message)) {
      const { category, output } = message.body;
      if (category === 'stdout' || category === 'stderr') this.output.add(output);
    } else if (v.is(exited, message)) {
      this.isOver = true;
      void this.tell(message.body.exitCode);
    }
  }

  onWillStopSession(): void {
    if (!this.isOver) this.stop();
  }

  onError(): void {
    this.onWillStopSession();
  }

  onExit(): void {
    this.onWillStopSession();
  }

  private async tell(exitCode: number): Promise<void> {
    const { run, where } = this.recognised;
    const endedAt = this.now();
    this.collector.add({
      place: 'debug',
      id: this.id,
      suite: run.suite,
      command: run.command,
      startedAt: this.startedAt,
      endedAt,
      ...outcomeOf(run, exitCode, await this.output.text()),
      ...where,
    });
    this.stop();
  }
}

/** The session that the user started: its children run for it. */
function rootOf(session: vscode.DebugSession): vscode.DebugSession {
  return session.parentSession ? rootOf(session.parentSession) : session;
}
