import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { one } from '../core/plural';
import { newTemplates, type Template } from '../core/templates';
import {
  maxTemplateBytes,
  type ReadTemplates,
  readTemplatesText,
  templatesText,
  tooLarge,
} from '../store/templateText';
import { plainLabel, stepCount } from './labels';
import { plainMessage } from './plainMessage';
import type { TemplateSetting } from './templateSetting';

/** Asks which templates to share and where to, and writes a file of their titles and steps. */
export async function exportTemplates(setting: TemplateSetting, saveFolder: vscode.Uri): Promise<void> {
  const { own } = setting;
  if (own.length === 0) {
    void vscode.window.showInformationMessage(
      l10n.t('You have no templates of your own yet. A finished task can be kept as one.'),
    );
    return;
  }
  const chosen = await askTemplates(own);
  if (!chosen || chosen.length === 0) return;
  const target = await vscode.window.showSaveDialog({
    title: l10n.t('Export Templates'),
    saveLabel: l10n.t('Export'),
    // Not the workspace: nothing of ours belongs into a repository unless the user puts it there.
    defaultUri: vscode.Uri.joinPath(saveFolder, 'micro-wins-templates.json'),
    filters: { JSON: ['json'] },
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(templatesText(chosen)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = l10n.t('The file could not be written: {0}', reason);
    void vscode.window.showErrorMessage(plainMessage(message));
    return;
  }
  const text = one(chosen.length)
    ? l10n.t('{0} template was exported.', chosen.length)
    : l10n.t('{0} templates were exported.', chosen.length);
  void vscode.window.showInformationMessage(text);
}

/** Asks for a file of templates and adds those that are new to the user's settings; a faulty file changes nothing. */
export async function importTemplates(setting: TemplateSetting): Promise<void> {
  const [source] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('Import Templates'),
      openLabel: l10n.t('Import'),
      filters: { JSON: ['json'] },
    })) ?? [];
  if (!source) return;
  const { templates, faults } = await readTemplatesFile(source);
  const [fault] = faults;
  if (fault !== undefined) {
    const message = l10n.t('Nothing was imported. {0}', fault);
    void vscode.window.showErrorMessage(plainMessage(message));
    return;
  }
  const { own } = setting;
  const fresh = newTemplates(own, templates);
  if (fresh.length > 0) await setting.write([...own, ...fresh]);
  void vscode.window.showInformationMessage(importedText(fresh.length));
}

async function readTemplatesFile(source: vscode.Uri): Promise<ReadTemplates> {
  const { size } = await vscode.workspace.fs.stat(source);
  if (size > maxTemplateBytes) return { templates: [], faults: [tooLarge()] };
  return readTemplatesText(new TextDecoder().decode(await vscode.workspace.fs.readFile(source)));
}

async function askTemplates(own: readonly Template[]): Promise<readonly Template[] | undefined> {
  const items = own.map(template => ({
    label: plainLabel(template.title),
    description: stepCount(template.steps.length),
    picked: true,
    template,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Export Templates'),
    placeHolder: l10n.t('Only titles and steps are written'),
    canPickMany: true,
  });
  return picked?.map(({ template }) => template);
}

function importedText(count: number): string {
  if (count === 0) return l10n.t('You had all of these templates.');
  return one(count) ? l10n.t('{0} template was added.', count) : l10n.t('{0} templates were added.', count);
}
