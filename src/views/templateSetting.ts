import * as vscode from 'vscode';
import { newTemplates, type Template } from '../core/templates';
import { readTemplates } from '../store/templateText';

const section = 'microwins';
const name = 'templates';

/** The setting `microwins.templates`: the user's own templates, and those that the workspace brings. */
export class TemplateSetting {
  /** Faults that the log has; each is named once a window. */
  private readonly named = new Set<string>();

  constructor(private readonly log: vscode.LogOutputChannel) {}

  /** The user's, then the workspace's. */
  get all(): Template[] {
    // The settings of a single folder are the workspace's and the folder's.
    return newTemplates(
      [],
      [...this.own, ...this.read('workspaceValue'), ...this.read('workspaceFolderValue')],
    );
  }

  /** The user's own. */
  get own(): Template[] {
    return [...this.read('globalValue')];
  }

  /** Puts the user's own in the place of what was there; those that could not be read stay as they are. */
  async write(templates: readonly Template[]): Promise<void> {
    const before = this.inspect()?.globalValue;
    const unread = Array.isArray(before)
      ? before.filter(item => readTemplates([item]).templates.length === 0)
      : [];
    const value = [...templates.map(({ title, steps }) => ({ title, steps })), ...unread];
    await vscode.workspace
      .getConfiguration(section)
      .update(name, value.length > 0 ? value : undefined, vscode.ConfigurationTarget.Global);
  }

  private inspect(): ReturnType<vscode.WorkspaceConfiguration['inspect']> {
    const resource = vscode.workspace.workspaceFolders?.[0];
    return vscode.workspace.getConfiguration(section, resource).inspect<unknown>(name);
  }

  private read(scope: 'globalValue' | 'workspaceValue' | 'workspaceFolderValue'): readonly Template[] {
    const { templates, faults } = readTemplates(this.inspect()?.[scope]);
    for (const fault of faults) {
      const line = `microwins.templates (${scope.replace('Value', '')}): ${fault}`;
      if (!this.named.has(line)) this.log.warn(line);
      this.named.add(line);
    }
    return templates;
  }
}
