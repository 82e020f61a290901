import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Task } from '../core/task';
import { maxSteps } from '../core/tasks';
import { templateOf, withTemplate } from '../core/templates';
import { maxTitle, safeText } from '../core/text';
import { plainLabel, stepCount } from './labels';
import { plainMessage } from './plainMessage';
import type { TemplateSetting } from './templateSetting';

/** Asks which finished task is to be kept as a template (unless it is given) and under which name, and keeps it. */
export async function keepTemplate(
  tasks: readonly Task[],
  setting: TemplateSetting,
  given?: Task,
): Promise<void> {
  const finished = tasks.filter(task => task.finishedAt !== undefined);
  if (!given && finished.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No task is finished yet.'));
    return;
  }
  const task = given ?? (await askTask(finished));
  if (!task) return;
  if (task.steps.length > maxSteps) {
    // A merged or imported one.
    void vscode.window.showInformationMessage(l10n.t('{0} steps are enough for one task', maxSteps));
    return;
  }
  const { own } = setting;
  const name = await vscode.window.showInputBox({
    title: l10n.t('Keep a Finished Task as Template'),
    prompt: l10n.t('What kind of task is it? Its steps are kept in your settings.'),
    value: task.title,
    ignoreFocusOut: true,
    validateInput: value => remarkOn(safeText(value), own),
  });
  const title = safeText(name ?? '');
  if (title === '') return;
  await setting.write(withTemplate(own, { ...templateOf(task), title }));
  void vscode.window.showInformationMessage(plainMessage(l10n.t('Kept as a template: {0}', title)));
}

async function askTask(tasks: readonly Task[]): Promise<Task | undefined> {
  const picked = await vscode.window.showQuickPick(
    tasks.map(task => ({
      label: plainLabel(task.title),
      description: stepCount(task.steps.length),
      task,
    })),
    {
      title: l10n.t('Keep a Finished Task as Template'),
      placeHolder: l10n.t('Which task’s steps will you need again?'),
    },
  );
  return picked?.task;
}

function remarkOn(
  title: string,
  own: readonly { readonly title: string }[],
): string | vscode.InputBoxValidationMessage | undefined {
  if (title === '') return l10n.t('A template needs a title.');
  if (title.length >= maxTitle && title.endsWith('…')) {
    const message = l10n.t('Cut to {0} characters', maxTitle);
    return { message, severity: vscode.InputBoxValidationSeverity.Info };
  }
  if (!own.some(template => template.title === title)) return undefined;
  const message = l10n.t('There is a template of this title: this one takes its place.');
  return { message, severity: vscode.InputBoxValidationSeverity.Info };
}
