/** How far the reading of history has come, of commits first and then of the TODOs that they closed. */
export class ScanProgress {
  private commits: number | undefined;
  private todos: number | undefined;
  private shown: number | undefined;

  /**
   * @param readsTodos whether commits are read for TODOs, which is the second half then
   * @param onChanged called after `fraction` changed
   */
  constructor(
    private readonly readsTodos: () => boolean,
    private readonly onChanged: () => void,
  ) {}

  /** 0 to 1 in hundredths, of what is furthest behind; undefined while nothing is read. */
  get fraction(): number | undefined {
    return this.shown;
  }

  /** @param fraction 0 to 1; undefined when the reading has ended */
  ofCommits(fraction: number | undefined): void {
    this.commits = fraction;
    this.show();
  }

  /** @param fraction 0 to 1; undefined when the reading has ended */
  ofTodos(fraction: number | undefined): void {
    this.todos = fraction;
    this.show();
  }

  private show(): void {
    const { commits, todos } = this;
    const half = commits !== undefined && this.readsTodos() ? commits / 2 : commits;
    const behind = half ?? (todos === undefined ? undefined : 0.5 + todos / 2);
    const rounded = behind && Math.round(behind * 100) / 100;
    if (rounded === this.shown) return;
    this.shown = rounded;
    this.onChanged();
  }
}
