import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import * as vscode from 'vscode';
import { named, progressText } from '../../core/agentText';
import { progressOf } from '../../core/overview';
import type { Step, Task } from '../../core/task';
import { maxSteps } from '../../core/tasks';
import { safeText } from '../../core/text';
import type { Checklists } from '../../store/checklists';
import type { Ledger } from '../../store/ledger';
import type { Recorder } from '../../store/recorder';
import type { Presenter } from '../panel/presenter';
import type { ToolName } from './agentToolsLoader';

/** What agents' tools work on. */
export interface AgentToolsParts {
  readonly checklists: Checklists;
  readonly recorder: Recorder;
  readonly presenter: Presenter;
  readonly ledger: Ledger;
}

const words = (name: string) =>
  v.pipe(
    v.string(`"${name}" must be a text.`),
    v.maxLength(2000, `"${name}" is too long: at most 200 characters are kept.`),
    v.transform(text => safeText(text)),
    v.minLength(1, `"${name}" must not be empty.`),
  );
const inputs = {
  progress: v.object({}, 'The input must be an object.'),
  breakDownTask: v.object(
    {
      title: words('title'),
      steps: v.pipe(
        v.array(words('steps'), '"steps" must be a list of texts.'),
        v.minLength(1, 'A task needs at least one step.'),
        v.maxLength(maxSteps, `${maxSteps} steps are enough for one task.`),
      ),
    },
    'The input must be an object with "title" and "steps".',
  ),
  tickStep: v.object(
    { task: words('task'), step: words('step') },
    'The input must be an object with "task" and "step".',
  ),
  logWin: v.object({ title: words('title') }, 'The input must be an object with "title".'),
};

/** What agents may do: read the progress, and, each time with the user's consent, change something. */
export class AgentTools {
  constructor(private readonly parts: AgentToolsParts) {}

  /**
   * What VS Code asks the user before a tool runs. Input that is wrong, or would change nothing, is not asked
   * about: `invoke` refuses it.
   */
  prepare(name: ToolName, input: unknown): vscode.PreparedToolInvocation {
    try {
      return this.question(name, input);
    } catch {
      return { invocationMessage: l10n.t('Micro Wins checks the request') };
    }
  }

  /** @throws Error with a sentence for the agent when the input is wrong */
  async invoke(name: ToolName, input: unknown): Promise<vscode.LanguageModelToolResult> {
    const text = await this.act(name, input);
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  }

  private async act(name: ToolName, input: unknown): Promise<string> {
    const { checklists, recorder, presenter, ledger } = this.parts;
    switch (name) {
      case 'microwins_progress':
        read(inputs.progress, input ?? {});
        return progressText(progressOf(presenter.overview), ledger.tasks);
      case 'microwins_breakDownTask': {
        const { title, steps } = read(inputs.breakDownTask, input);
        const task = await checklists.addTask(title, steps);
        return JSON.stringify({
          task: task.id,
          steps: task.steps.map(({ id, title: step }) => ({ id, title: step })),
        });
      }
      case 'microwins_tickStep': {
        const { task, step } = this.stepOf(input);
        if (step.doneAt !== undefined) return 'The step was ticked before. Nothing changed.';
        await checklists.tickStep(task.id, step.id, true, undefined, true);
        const after = checklists.find(task.id);
        const open = after?.steps.filter(({ doneAt }) => doneAt === undefined) ?? [];
        return open[0] ? `Ticked. Next step: ${open[0].title}` : 'Ticked. The task is finished.';
      }
      case 'microwins_logWin': {
        const { title } = read(inputs.logWin, input);
        await recorder.logWin(title, undefined, undefined, true);
        return 'Logged.';
      }
    }
  }

  private question(name: ToolName, input: unknown): vscode.PreparedToolInvocation {
    switch (name) {
      case 'microwins_progress':
        return { invocationMessage: l10n.t('Reading progress') };
      case 'microwins_breakDownTask': {
        const { title, steps } = read(inputs.breakDownTask, input);
        const list = steps.map((step, index) => `${index + 1}. ${step}`);
        return asking(l10n.t('Adding a task'), l10n.t('Add this task?'), [title, ...list]);
      }
      case 'microwins_tickStep': {
        const { task, step } = this.stepOf(input);
        if (step.doneAt !== undefined) return { invocationMessage: l10n.t('Ticking a step') };
        const text = l10n.t(
          '“{0}” of “{1}”. It counts as a win, labelled “with agent”.',
          step.title,
          task.title,
        );
        return asking(l10n.t('Ticking a step'), l10n.t('Tick this step?'), [text]);
      }
      case 'microwins_logWin': {
        const { title } = read(inputs.logWin, input);
        const text = l10n.t('“{0}”. It is labelled “with agent”.', title);
        return asking(l10n.t('Logging a win'), l10n.t('Log this win?'), [text]);
      }
    }
  }

  private stepOf(input: unknown): { task: Task; step: Step } {
    const wanted = read(inputs.tickStep, input);
    const task = named('task', wanted.task, this.parts.ledger.tasks);
    return { task, step: named('step', wanted.step, task.steps) };
  }
}

/** The agent's words as text: nothing in them is Markdown or a link. */
function asking(doing: string, title: string, lines: readonly string[]): vscode.PreparedToolInvocation {
  const message = new vscode.MarkdownString();
  for (const [index, line] of lines.entries()) {
    if (index > 0) message.appendMarkdown('\n\n');
    message.appendText(line);
  }
  return { invocationMessage: doing, confirmationMessages: { title, message } };
}

function read<T extends v.GenericSchema>(schema: T, input: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new Error(result.issues.map(({ message }) => message).join(' '));
}
