import * as vscode from 'vscode';
import type { Config } from '../../config';
import { outlineOf } from '../../core/outline';
import type { Task } from '../../core/task';
import { builtInTemplates, newTemplates } from '../../core/templates';
import type { DocumentTodos } from '../../detect/todos/documentTodos';
import { once } from '../../once';
import type { Checklists } from '../../store/checklists';
import { Drafts } from '../../store/drafts';
import { breakDown, type Seed } from '../../views/breakDown/flow';
import { availableModel } from '../../views/breakDown/proposing';
import { readSeed } from '../../views/breakDown/seed';
import { keepTemplate } from '../../views/keepTemplate';
import { askTaskWithSource, openTaskSource } from '../../views/openTaskSource';
import { exportTemplates, importTemplates } from '../../views/templateFiles';
import { TemplateSetting } from '../../views/templateSetting';
import type { Detecting } from '../detection/detecting';
import { type CodeActionPlace, codeActionsAt } from './breakDownActions';

/** What breaking down works on. */
export interface BreakDownParts {
  readonly checklists: Checklists;
  readonly memento: vscode.Memento;
  readonly config: Config;
  readonly log: vscode.LogOutputChannel;
  readonly detection: Pick<Detecting, 'documentTodos'>;
  /** Where files are offered to be saved. */
  readonly saveFolder: vscode.Uri;
  tasks(): readonly Task[];
  openPanel(): void;
}

/** Breaking tasks down, and templates. A bundle of its own, loaded when it is first needed. */
export class BreakDown implements vscode.Disposable {
  private readonly drafts: Drafts;
  private readonly templates: TemplateSetting;
  private readonly disposables: vscode.Disposable[] = [];

  constructor(private readonly parts: BreakDownParts) {
    this.drafts = new Drafts(parts.memento);
    this.templates = new TemplateSetting(parts.log);
  }

  /** Asks for a task and its steps, beginning with what the caller of the command gave, and makes it. */
  async run(given?: unknown): Promise<void> {
    await this.make(readSeed(given));
  }

  /** Breaks down what is selected in the editor. */
  async runSelection(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return this.make(undefined);
    const { document, selection } = editor;
    const selected = document.getText(wholeLines(document, selection));
    const { languageId } = document;
    const isCode = languageId !== 'markdown' && languageId !== 'plaintext';
    const outline = outlineOf(selected, isCode);
    await this.make(
      outline.title === '' && outline.steps.length === 0 ? undefined : { ...outline, selected },
    );
  }

  /** What the light bulb offers on a line. */
  async codeActionsAt(place: CodeActionPlace): Promise<vscode.CodeAction[]> {
    const todos = await this.todos();
    return codeActionsAt(place, document => todos.of(document));
  }

  /** Keeps a finished task as a template: the one with the id given, or the one that the user picks. */
  async keepTemplate(given?: unknown): Promise<void> {
    const task = this.givenTask(given);
    await keepTemplate(this.parts.tasks(), this.templates, task?.finishedAt === undefined ? undefined : task);
  }

  async exportTemplates(): Promise<void> {
    await exportTemplates(this.templates, this.parts.saveFolder);
  }

  async importTemplates(): Promise<void> {
    await importTemplates(this.templates);
  }

  /** Shows where a task came from: the one with the id given, or the one that the user picks. */
  async openSource(given?: unknown): Promise<void> {
    const task = this.givenTask(given) ?? (await askTaskWithSource(this.parts.tasks()));
    if (task) await openTaskSource(task);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private readonly todos = once(async (): Promise<DocumentTodos> => {
    const todos = await this.parts.detection.documentTodos();
    this.disposables.push(todos);
    return todos;
  });

  /** The task with this id. */
  private givenTask(id: unknown): Task | undefined {
    return this.parts.tasks().find(task => task.id === id);
  }

  private async make(seed: Seed | undefined): Promise<void> {
    const { config, log, checklists } = this.parts;
    const draft = await breakDown(
      {
        drafts: this.drafts,
        templates: newTemplates([], [...this.templates.all, ...builtInTemplates()]),
        log,
        model: () => availableModel(config.settings.ai, log),
      },
      seed,
    );
    if (!draft) return;
    await checklists.addTask(draft.title, draft.steps, draft.from);
    await this.drafts.forget(draft.id);
    this.parts.openPanel();
  }
}

/** The lines that a selection touches; not the one at whose start it ends. */
function wholeLines(document: vscode.TextDocument, { start, end, isEmpty }: vscode.Selection): vscode.Range {
  const last = !isEmpty && end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return new vscode.Range(start.line, 0, last, document.lineAt(last).text.length);
}
