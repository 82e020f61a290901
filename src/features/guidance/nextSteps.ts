import * as vscode from 'vscode';
import { type Day, dayMs } from '../../core/day';
import {
  type Choices,
  candidates,
  noChoices,
  type OpenTodo,
  passOver,
  pick,
  type Suggestion,
  suggested,
} from '../../core/nextStep';
import { type NextStepText, nextStepText } from '../../core/nextStepText';
import { safeText } from '../../core/text';
import { Uncommitted } from '../../detect/git/uncommitted';
import { redSuites, suitesKey } from '../../detect/tests/watch/suiteStates';
import { openSourceControl, openTodo, runTests } from '../../views/takeStep';
import type { GuidanceParts } from './guidance';

/** A suite that was red longer ago than this is no longer what the user works on, ms. */
const redMatters = 7 * dayMs;
/** TODOs of the file edited last that are offered; the first one is the suggestion, the others come with *Another*. */
const maxTodos = 3;

/** The next small step of this window: the facts it is chosen from, what the user made of it, and doing it. */
export class NextSteps implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly uncommitted: Uncommitted;
  private readonly listeners: vscode.Disposable;
  private choices: Choices = noChoices;
  /** The file that was saved last, and whether its TODOs are still to be read. */
  private edited: vscode.Uri | undefined;
  private isUnread = false;
  private todos: readonly OpenTodo[] = [];

  constructor(
    private readonly parts: GuidanceParts,
    private readonly today: () => Day,
  ) {
    this.uncommitted = new Uncommitted(parts.log, Date.now, () => this.changed.fire());
    this.listeners = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.saved(uri)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.uncommitted.start()),
    );
    if (vscode.workspace.isTrusted) void this.uncommitted.start();
  }

  /** The suggestion of the moment, in words. */
  get current(): NextStepText | undefined {
    const all = this.all();
    const one = suggested(all, this.choices, this.today());
    return one && nextStepText(one, all.length > 1);
  }

  /** All suggestions in words, the one of the moment first. */
  list(): NextStepText[] {
    const all = this.all();
    const first = suggested(all, this.choices, this.today());
    return [...(first ? [first] : []), ...all.filter(one => one !== first)].map(one =>
      nextStepText(one, all.length > 1),
    );
  }

  /** Does what was asked with a suggestion; nothing when it is none any more. */
  async handle(id: string, act: 'act' | 'another' | 'today' | 'pick'): Promise<void> {
    const all = this.all();
    const one = all.find(each => each.id === id);
    if (!one) return;
    const today = this.today();
    if (act === 'act') return this.take(one);
    if (act === 'today') {
      if (one.kind !== 'step') return;
      const day = one.today ? undefined : today;
      return this.parts.checklists.setStepFor(one.task.id, one.step.id, day);
    }
    // Two windows or a slow hand: only what is shown can be passed over.
    if (act === 'another' && suggested(all, this.choices, today) !== one) return;
    this.choices = act === 'pick' ? pick(this.choices, id, today) : passOver(all, this.choices, today);
    this.changed.fire();
  }

  dispose(): void {
    this.listeners.dispose();
    this.uncommitted.dispose();
    this.changed.dispose();
  }

  private async take(one: Suggestion): Promise<void> {
    switch (one.kind) {
      case 'step':
        return this.parts.checklists.tickStep(one.task.id, one.step.id, true);
      case 'tests': {
        const again = this.red().find(({ key }) => key === one.suite.key);
        return again && vscode.workspace.isTrusted ? runTests(again) : undefined;
      }
      case 'commit':
        return openSourceControl();
      case 'todo':
        return openTodo(one.todo);
    }
  }

  /** The suites that are red; their detector keeps them. */
  private red(): ReturnType<typeof redSuites> {
    return redSuites(this.parts.memento.get<unknown>(suitesKey));
  }

  private all(): Suggestion[] {
    const trusted = vscode.workspace.isTrusted;
    if (trusted && this.isUnread) void this.readTodos();
    const { ledger, config } = this.parts;
    const since = Date.now() - redMatters;
    return candidates({
      today: this.today(),
      tasks: ledger.tasks,
      red: trusted && config.settings.tests.enabled ? this.red().filter(({ at }) => at >= since) : [],
      uncommitted: trusted ? this.uncommitted.long : [],
      todos: trusted && config.settings.todos.enabled ? this.todos : [],
    });
  }

  /** Notes the file; it is read when a suggestion is asked for, and now only where nothing else could be suggested. */
  private saved(uri: vscode.Uri): void {
    if (!vscode.workspace.getWorkspaceFolder(uri)) return;
    this.edited = uri;
    this.isUnread = true;
    const onlyTodos = candidates({
      today: this.today(),
      tasks: this.parts.ledger.tasks,
      red: [],
      uncommitted: [],
      todos: [],
    }).length;
    if (onlyTodos === 0) void this.readTodos();
  }

  private async readTodos(): Promise<void> {
    const uri = this.edited;
    this.isUnread = false;
    if (!uri || !vscode.workspace.isTrusted) return;
    try {
      const found = await this.parts.detection.openTodos(uri);
      if (uri !== this.edited) return;
      const todos = found.slice(0, maxTodos).map(({ text, tag, line }) => ({
        uri: uri.toString(),
        file: safeText(uri.path.slice(uri.path.lastIndexOf('/') + 1)),
        line,
        text: safeText(text) || tag,
      }));
      if (JSON.stringify(todos) === JSON.stringify(this.todos)) return;
      this.todos = todos;
      this.changed.fire();
    } catch (error) {
      this.parts.log.debug('The file that was saved last could not be read for TODOs.', error);
    }
  }
}
