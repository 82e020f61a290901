import * as vscode from 'vscode';
import { once } from '../../once';
import { excludedBy } from './exclude';
import { createLanguages, type LanguageContribution, type Languages } from './languages';
import type { TodoReader } from './reader';
import { sharedFolders } from './sharedFolders';

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

  /** Languages and settings as they are now. @param root of the repository that paths are relative to, absolute */
  async reader(root?: string): Promise<TodoReader> {
    const languages = await this.languages();
    const { tags, exclude } = this.settings();
    const isExcluded = exclusions(exclude, root);
    return {
      languages,
      tags,
      roleOf: file => {
        if (!languages.byPath(file)) return 'none';
        return isExcluded(file) ? 'excluded' : 'counts';
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

/** Whether settings exclude a path: globs are relative to the workspace folder, which need not be the repository's. */
function exclusions(globs: readonly string[], root: string | undefined): (file: string) => boolean {
  const excludedIn = (scope?: vscode.Uri): ((path: string) => string | undefined) => {
    const setting = (section: string): Record<string, unknown> =>
      vscode.workspace.getConfiguration(section, scope).get<Record<string, unknown>>('exclude') ?? {};
    return excludedBy({ settings: [setting('files'), setting('search')], globs });
  };
  if (root === undefined) {
    const excluded = excludedIn();
    return file => excluded(file) !== undefined;
  }
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const places = [{ folder: root, pathIn: (file: string) => file }, ...sharedFolders(root, folders)].map(
    ({ folder, pathIn }) => ({ pathIn, excluded: excludedIn(vscode.Uri.file(folder)) }),
  );
  return file =>
    places.some(({ pathIn, excluded }) => {
      const path = pathIn(file);
      return path !== undefined && excluded(path) !== undefined;
    });
}
