import * as vscode from 'vscode';
import { once } from '../../once';
import { excludedBy } from './exclude';
import { createLanguages, type LanguageContribution, type Languages } from './languages';
import type { TodoReader } from './reader';

interface Contributed extends Omit<LanguageContribution, 'configuration'> {
  /** A path below the extension's folder. */
  readonly configuration?: string;
}

/** What the settings say of TODOs. */
export interface TodoSettings {
  readonly tags: readonly string[];
  /** Globs. */
  readonly exclude: readonly string[];
}

/** The languages that this editor's extensions contribute, and the settings on TODOs; read when first needed. */
export class EditorLanguages implements vscode.Disposable {
  private languages = once(() => this.load());
  private readonly listeners = vscode.Disposable.from(
    vscode.extensions.onDidChange(() => this.forget()),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('files.associations')) this.forget();
    }),
  );

  constructor(
    private readonly settings: () => TodoSettings,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Languages and settings as they are now. */
  async reader(): Promise<TodoReader> {
    const languages = await this.languages();
    const { tags, exclude } = this.settings();
    const setting = (section: string): Record<string, unknown> =>
      vscode.workspace.getConfiguration(section).get<Record<string, unknown>>('exclude') ?? {};
    const excluded = excludedBy({ settings: [setting('files'), setting('search')], globs: exclude });
    return {
      languages,
      tags,
      roleOf: file => {
        if (!languages.byPath(file)) return 'none';
        return excluded(file) === undefined ? 'counts' : 'excluded';
      },
    };
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private forget(): void {
    this.languages = once(() => this.load());
  }

  private async load(): Promise<Languages> {
    const contributions = await Promise.all(
      vscode.extensions.all.flatMap(extension => {
        const { contributes } = extension.packageJSON as { contributes?: { languages?: Contributed[] } };
        return (contributes?.languages ?? []).map(language => this.withConfiguration(extension, language));
      }),
    );
    const associations = vscode.workspace
      .getConfiguration('files')
      .get<Record<string, string>>('associations');
    return createLanguages(contributions, associations ?? {});
  }

  private async withConfiguration(
    extension: vscode.Extension<unknown>,
    { configuration, ...language }: Contributed,
  ): Promise<LanguageContribution> {
    if (configuration === undefined) return language;
    try {
      const file = vscode.Uri.joinPath(extension.extensionUri, configuration);
      const bytes = await vscode.workspace.fs.readFile(file);
      return { ...language, configuration: new TextDecoder().decode(bytes) };
    } catch (error) {
      this.log.debug(`The configuration of language ${language.id} could not be read.`, error);
      return language;
    }
  }
}
