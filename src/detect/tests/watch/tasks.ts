import * as vscode from 'vscode';
import { joinWords } from '../commandLine';
import { outcomeOf } from '../outcome';
import type { TestRun } from '../recognise';
import { shellOf } from '../shell';
import { setsCi } from '../wrappers';
import type { Collector, UnderWay } from './collector';
import type { Command, Recognised, Recogniser, Setting } from './recogniser';

interface Started {
  /** ms since the epoch */
  readonly startedAt?: number;
  readonly recognised: Promise<Recognised | undefined>;
  underWay?: UnderWay;
}

/** Watches tasks: those of the `test` group, and those whose command runs tests. */
export class TaskWatch implements vscode.Disposable {
  private readonly started = new Map<vscode.TaskExecution, Started>();
  private readonly ended = new WeakSet<vscode.TaskExecution>();
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly recogniser: Recogniser,
    private readonly collector: Collector,
    private readonly now: () => number,
  ) {
    this.listeners = vscode.Disposable.from(
      vscode.tasks.onDidStartTaskProcess(({ execution }) => this.begin(execution)),
      vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => void this.end(execution, exitCode)),
    );
  }

  dispose(): void {
    this.listeners.dispose();
    for (const { underWay } of this.started.values()) underWay?.end();
    this.started.clear();
  }

  private begin(execution: vscode.TaskExecution): void {
    const started: Started = { startedAt: this.now(), recognised: this.recognise(execution.task) };
    this.ended.delete(execution);
    this.started.set(execution, started);
    void started.recognised.then(recognised => {
      if (this.started.get(execution) !== started) return;
      if (recognised) started.underWay = this.collector.begin(recognised.where.root);
      else this.started.delete(execution);
    });
  }

  /** @param exitCode undefined when the task was terminated */
  private async end(execution: vscode.TaskExecution, exitCode: number | undefined): Promise<void> {
    const endedAt = this.now();
    if (this.ended.has(execution)) return; // VS Code tells of an end twice at times
    this.ended.add(execution);
    const started: Started = this.started.get(execution) ?? { recognised: this.recognise(execution.task) };
    const recognised = await started.recognised;
    this.started.delete(execution);
    if (recognised) {
      const { run, where } = recognised;
      this.collector.add({
        place: 'task',
        suite: run.suite,
        command: run.command,
        ...(started.startedAt !== undefined && { startedAt: started.startedAt }),
        endedAt,
        terminalName: execution.task.name,
        ...outcomeOf(run, exitCode),
        ...where,
      });
    }
    started.underWay?.end();
  }

  private async recognise(task: vscode.Task): Promise<Recognised | undefined> {
    if (task.isBackground) return undefined; // a watch
    const isTest = task.group?.id === vscode.TaskGroup.Test.id;
    const { execution } = task;
    const setting = settingOf(task);
    if (execution instanceof vscode.CustomExecution || execution === undefined) {
      return isTest ? { run: customRun(task), where: placeless(setting) } : undefined;
    }
    const command = commandOf(execution, setting);
    return command === undefined ? undefined : this.recogniser.recognise(command, setting, isTest);
  }
}

function commandOf(
  execution: vscode.ShellExecution | vscode.ProcessExecution,
  setting: Setting,
): Command | undefined {
  if (execution instanceof vscode.ProcessExecution) return [execution.process, ...execution.args];
  if (execution.commandLine !== undefined) return execution.commandLine;
  return [execution.command, ...execution.args].map(word => wordOf(word, setting)).join(' ');
}

/** A word as VS Code writes it into the line: quoted when told so or when it has blanks, else raw. */
function wordOf(word: string | vscode.ShellQuotedString, { shell }: Setting): string {
  const text = typeof word === 'string' ? word : word.value;
  if (typeof word === 'string' || /^[\w@%+=:,./-]+$/.test(text))
    return /\s/.test(text) ? joinWords([text]) : text;
  return shell === 'cmd' ? `"${text}"` : `'${text}'`;
}

/** A task whose work another extension does itself. */
function customRun({ name, source }: vscode.Task): TestRun {
  return { suite: `task ${source}: ${name}`, command: name, redIsCertain: true, tests: 1 };
}

function placeless({ folder }: Setting): Recognised['where'] {
  return folder === undefined ? {} : { folder };
}

function settingOf({ scope, execution }: vscode.Task): Setting {
  const owner = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
  const options =
    execution instanceof vscode.ShellExecution || execution instanceof vscode.ProcessExecution
      ? execution.options
      : undefined;
  const shell = execution instanceof vscode.ShellExecution ? execution.options?.executable : undefined;
  const folder = owner?.uri.scheme === 'file' ? owner.uri.fsPath : undefined;
  return {
    shell: shellOf(shell ?? vscode.env.shell, process.platform === 'win32'),
    folder: folderOf(options?.cwd, folder),
    ci: setsCi(`CI=${options?.env?.CI ?? process.env.CI ?? ''}`),
  };
}

/** A task's folder, with the variables that VS Code's tasks may leave in it; undefined when it can't be told. */
function folderOf(cwd: string | undefined, owner: string | undefined): string | undefined {
  if (cwd === undefined) return owner;
  const text = cwd
    .replace(/\$\{(workspaceFolder|workspaceRoot|cwd)\}/g, owner ?? '$&')
    .replace(/\$\{workspaceFolder:([^}]+)\}/g, (all, name: string) => {
      const found = vscode.workspace.workspaceFolders?.find(one => one.name === name);
      return found?.uri.fsPath ?? all;
    });
  if (text.includes('${')) return owner;
  return /^([/\\]|[A-Za-z]:)/.test(text) || owner === undefined ? text : `${owner}/${text}`;
}
