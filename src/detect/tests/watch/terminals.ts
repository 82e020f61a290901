import * as vscode from 'vscode';
import { outcomeOf } from '../outcome';
import { shellOf } from '../shell';
import { setsCi } from '../wrappers';
import { BoundedOutput } from './boundedOutput';
import type { Collector, UnderWay } from './collector';
import type { Recognised, Recogniser, Setting } from './recogniser';

/** A command under way in a terminal that may be a run. */
interface Started {
  readonly terminal: vscode.Terminal;
  readonly line: string;
  readonly setting: Setting;
  /** ms since the epoch; not known for a command that was under way before. */
  readonly startedAt?: number;
  readonly recognised: Promise<Recognised | undefined>;
  readonly output: BoundedOutput;
  readonly reading?: Promise<void>;
  underWay?: UnderWay;
}

/** Watches commands in terminals with shell integration. */
export class TerminalWatch implements vscode.Disposable {
  private readonly started = new Map<vscode.TerminalShellExecution, Started>();
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly recogniser: Recogniser,
    private readonly collector: Collector,
    private readonly now: () => number,
  ) {
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidStartTerminalShellExecution(event => this.begin(event)),
      vscode.window.onDidEndTerminalShellExecution(event => void this.end(event)),
      vscode.window.onDidCloseTerminal(terminal => {
        for (const [execution, { terminal: its }] of this.started)
          if (its === terminal) void this.finish(execution, undefined);
      }),
    );
  }

  dispose(): void {
    this.listeners.dispose();
    for (const { underWay } of this.started.values()) underWay?.end();
    this.started.clear();
  }

  private begin({ terminal, execution }: vscode.TerminalShellExecutionStartEvent): void {
    const started = this.look(terminal, execution);
    if (!started) return;
    // It must be asked for now, or the beginning is lost.
    const reading = started.output.read(execution.read());
    const known: Started = { ...started, startedAt: this.now(), reading };
    this.started.set(execution, known);
    void known.recognised.then(recognised => {
      if (this.started.get(execution) !== known) return;
      if (recognised) known.underWay = this.collector.begin(recognised.where.root);
      else this.started.delete(execution);
    });
  }

  private look(terminal: vscode.Terminal, execution: vscode.TerminalShellExecution): Started | undefined {
    const { value, confidence } = execution.commandLine;
    // Read off the screen, and unlikely to be right.
    if (confidence === vscode.TerminalShellExecutionCommandLineConfidence.Low) return undefined;
    const setting = settingOf(terminal, execution);
    if (!this.recogniser.mayBeRun(value, setting)) return undefined;
    const recognised = this.recogniser.recognise(value, setting);
    return { terminal, line: value, setting, recognised, output: new BoundedOutput() };
  }

  private async end({ terminal, execution, exitCode }: vscode.TerminalShellExecutionEndEvent): Promise<void> {
    const known = this.started.get(execution);
    const { value } = execution.commandLine;
    if (known?.line === value) return this.finish(execution, exitCode);
    // The line is known better now, or the command was under way before this window.
    const seen = this.look(terminal, execution);
    if (!seen) {
      known?.underWay?.end();
      this.started.delete(execution);
      return;
    }
    this.started.set(execution, {
      ...known,
      ...seen,
      ...(known && { output: known.output, setting: known.setting }),
      ...(known && { recognised: this.recogniser.recognise(value, known.setting) }),
    });
    await this.finish(execution, exitCode);
  }

  /** @param exitCode undefined where none was told */
  private async finish(
    execution: vscode.TerminalShellExecution,
    exitCode: number | undefined,
  ): Promise<void> {
    const endedAt = this.now();
    const started = this.started.get(execution);
    if (!started) return;
    const recognised = await started.recognised;
    const output = started.reading ? await started.output.text(started.reading) : '';
    if (!this.started.delete(execution)) return;
    if (recognised) {
      const { run, where } = recognised;
      this.collector.add({
        place: 'terminal',
        suite: run.suite,
        command: run.command,
        ...(started.startedAt !== undefined && { startedAt: started.startedAt }),
        endedAt,
        terminalName: started.terminal.name,
        withAgent: isAgents(started.terminal),
        typed: { line: started.line, ...(started.setting.folder && { folder: started.setting.folder }) },
        ...outcomeOf(run, exitCode, output),
        ...where,
      });
    }
    started.underWay?.end();
  }
}

function settingOf(terminal: vscode.Terminal, execution: vscode.TerminalShellExecution): Setting {
  const options = terminal.creationOptions as vscode.TerminalOptions;
  // Newer VS Code tells which shell is running.
  const state = terminal.state as vscode.TerminalState & { readonly shell?: unknown };
  const shell = typeof state.shell === 'string' ? state.shell : (options.shellPath ?? vscode.env.shell);
  const cwd = execution.cwd ?? terminal.shellIntegration?.cwd;
  return {
    shell: shellOf(shell, process.platform === 'win32'),
    folder: cwd?.scheme === 'file' || cwd?.scheme === 'vscode-remote' ? cwd.fsPath : undefined,
    ci: setsCi(`CI=${options.env?.CI ?? process.env.CI ?? ''}`),
  };
}

/** Whether an agent opened the terminal: VS Code's own agent mode marks its terminals so. */
function isAgents({ creationOptions }: vscode.Terminal): boolean {
  const { env } = creationOptions as vscode.TerminalOptions;
  return Boolean(env?.AI_AGENT || env?.COPILOT_AGENT);
}
