import * as vscode from 'vscode';
import { once } from '../../once';
import { excludedBy } from './exclude';
import { globBases } from './globBases';
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

  /** Languages and settings as they are now, for files of a repository. @param root absolute; paths are relative to it */
  inRepository(root: string): Promise<TodoReader> {
    return this.reader(globs => excludedInRepository(root, globs));
  }

  /** The same, for those in the workspace folder that holds a file; paths are relative to that folder. */
  inFolderOf(file: vscode.Uri): Promise<TodoReader> {
    return this.reader(globs => {
      const excluded = excludedBy({ settings: excludeSettings(file), globs });
      return path => excluded(path) !== undefined;
    });
  }

  dispose(): void {
    this.listeners.dispose();
  }

  private async reader(
    exclusion: (globs: readonly string[]) => (path: string) => boolean,
  ): Promise<TodoReader> {
    const languages = await this.languages();
    const { tags, exclude } = this.settings();
    const isExcluded = exclusion(exclude);
    return {
      languages,
      tags,
      roleOf: file => {
        if (!languages.byPath(file)) return 'none';
        return isExcluded(file) ? 'excluded' : 'counts';
      },
    };
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

/** Globs of VS Code's own settings that exclude files, as they are for a file or folder. */
function excludeSettings(place: vscode.Uri): Record<string, unknown>[] {
  return ['files', 'search'].map(
    section =>
      vscode.workspace.getConfiguration(section, place).get<Record<string, unknown>>('exclude') ?? {},
  );
}

/** Whether settings exclude a file of a repository. @param globs of this extension's own setting */
function excludedInRepository(root: string, globs: readonly string[]): (file: string) => boolean {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  const bases = globBases(root, folders).map(({ folder, isWorkspace, pathIn }) => {
    const settings = isWorkspace ? excludeSettings(vscode.Uri.file(folder)) : [];
    return { pathIn, excluded: excludedBy({ settings, globs }) };
  });
  return file =>
    bases.some(({ pathIn, excluded }) => {
      const path = pathIn(file);
      return path !== undefined && excluded(path) !== undefined;
    });
}
