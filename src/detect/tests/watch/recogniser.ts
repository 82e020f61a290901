import * as vscode from 'vscode';
import { tidy } from '../../paths';
import { splitLine } from '../commandLine';
import { runsOtherToolsOnly } from '../otherTools';
import { recogniseProcess, recogniseRun, type TestRun } from '../recognise';
import type { Shell } from '../shell';
import { placeOf, scriptsOf } from './projectFolders';
import type { TestSettings } from './testHost';
import type { Witness } from './witness';

/** Where and how a command was started. */
export interface Setting {
  readonly shell: Shell;
  /** Absolute; undefined when not known. */
  readonly folder: string | undefined;
  /** `CI` is set around it. */
  readonly ci?: boolean;
}

/** A command that runs tests, with its place in the words of a sighting. */
export interface Recognised {
  readonly run: TestRun;
  readonly where: Pick<Witness, 'folder' | 'root' | 'shownFolder'>;
}

/** What a program's arguments look like to `recognise`: a line of a shell, or a process started without one. */
export type Command = string | readonly [program: string, ...args: string[]];

/** Lines whose script may run tests, whatever its name. */
const scriptCall = /(^|[\s;&|/\\])(npm|pnpm|yarn|bun|node)(\.cmd|\.exe)?\s/;
/** Words that lead out of the folder a line starts in. */
const elsewhere = /(^|[\s"'=])(\.\.|~|[/\\]|[A-Za-z]:[/\\]|\$)/;

/** Tells which commands run tests, with the user's own expressions and what the project's files say. */
export class Recogniser {
  private patterns: readonly RegExp[] = [];
  private patternTexts: readonly string[] = [];

  constructor(
    private readonly settings: () => TestSettings,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Whether a line may turn out to run tests; quick, for what must be decided at once. */
  mayBeRun(line: string, { shell, ci }: Setting): boolean {
    if (scriptCall.test(`${line} `)) return true;
    const context = { shell, cwd: '', extraPatterns: this.extraPatterns(), ...(ci && { ci }) };
    return recogniseRun(line, context) !== undefined;
  }

  /**
   * The run of tests that a command is.
   * @param isTest it is known to run tests by other means: then it is one unless its status is not the tests' own
   */
  async recognise(command: Command, setting: Setting, isTest = false): Promise<Recognised | undefined> {
    const { folder, shell, ci } = setting;
    const place = folder === undefined ? undefined : await placeOf(folder, workspaceFolderOf(folder));
    const scripts = folder && place ? await scriptsOf(folder, place.root) : undefined;
    const context = {
      shell,
      cwd: place?.folder ?? '',
      extraPatterns: this.extraPatterns(),
      ...(scripts && { scripts }),
      ...(ci && { ci }),
    };
    const ask = (extraPatterns: readonly RegExp[]): TestRun | undefined =>
      typeof command === 'string'
        ? recogniseRun(command, { ...context, extraPatterns })
        : recogniseProcess(command[0], command.slice(1), { ...context, extraPatterns });
    const isPresumed = isTest && isPlain(command, shell) && !runsOtherToolsOnly(command, shell, scripts);
    const run = ask(context.extraPatterns) ?? (isPresumed ? ask([/^/]) : undefined);
    if (!run) return undefined;
    const leaves = elsewhere.test(typeof command === 'string' ? command : command.slice(1).join(' '));
    return {
      run,
      where: {
        ...(place && { root: place.root, shownFolder: place.folder }),
        // A line that goes elsewhere may write its reports anywhere in the project.
        ...(folder !== undefined && { folder: leaves ? (place?.root ?? tidy(folder)) : tidy(folder) }),
      },
    };
  }

  private extraPatterns(): readonly RegExp[] {
    const texts = this.settings().commands;
    if (texts.join('\n') === this.patternTexts.join('\n')) return this.patterns;
    this.patternTexts = texts;
    this.patterns = texts.flatMap(text => {
      try {
        return [new RegExp(text)];
      } catch (error) {
        this.log.warn(`microwins.tests.commands: ${error instanceof Error ? error.message : error}`);
        return [];
      }
    });
    return this.patterns;
  }
}

/** Whether a command's status is that of its one program or of several joined by `&&`, and it does not watch. */
function isPlain(command: Command, shell: Shell): boolean {
  if (typeof command !== 'string') return !command.some(word => /watch/i.test(word));
  const parts = splitLine(command, shell);
  if (!parts || /watch/i.test(command)) return false;
  return parts.every(
    ({ joint, pipeline, background }, at) =>
      pipeline.length === 1 && !background && (at === 0 || joint === '&&'),
  );
}

/** The workspace folder that holds a folder, or the only one when the folder is not known. */
function workspaceFolderOf(folder: string): string | undefined {
  return vscode.workspace.getWorkspaceFolder(vscode.Uri.file(folder))?.uri.fsPath;
}
