import path from 'node:path';

/** What a choice of git depends on. */
export interface System {
  readonly platform: NodeJS.Platform;
  /** The folders of PATH, in their order. */
  folders(): readonly string[];
  /** Whether there is such a file. */
  exists(file: string): boolean;
  /** Whether a program ends well; it must open no window. */
  succeeds(program: string, args: readonly string[]): Promise<boolean>;
}

/** On a Mac without the command line tools this is no git: it opens a dialog that offers to install them. */
const shim = '/usr/bin/git';

/** Chooses the git to start, and keeps from starting Apple's shim where there is nothing behind it. */
export class SystemGit {
  private toolsThere: Promise<boolean> | undefined;

  constructor(private readonly system: System) {}

  /**
   * Of some binaries, the first that is there; a name alone is looked for on PATH when it is started.
   * @returns undefined where there is no git
   */
  async choose(binaries: readonly string[]): Promise<string | undefined> {
    const { exists } = this.system;
    const chosen = binaries.find(one => !path.isAbsolute(one) || exists(one)) ?? binaries.at(-1);
    if (chosen === undefined || this.system.platform !== 'darwin') return chosen;
    return this.onPath(chosen) === shim && !(await this.hasTools()) ? undefined : chosen;
  }

  private onPath(binary: string): string | undefined {
    if (binary.includes('/')) return path.posix.normalize(binary);
    return this.system
      .folders()
      .map(folder => path.posix.join(folder, binary))
      .find(file => this.system.exists(file));
  }

  /** Only that they are there is remembered: they may be installed at any time. */
  private async hasTools(): Promise<boolean> {
    this.toolsThere ??= this.system.succeeds('/usr/bin/xcode-select', ['-p']);
    const there = await this.toolsThere;
    if (!there) this.toolsThere = undefined;
    return there;
  }
}
