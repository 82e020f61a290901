/**
 * Runs work once a burst of calls has gone quiet, and during a long one now and then; never twice at a time.
 * A call while the work runs makes it run once more after.
 */
export class Burst {
  private quiet: NodeJS.Timeout | undefined;
  private latest: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private isDisposed = false;

  /**
   * @param quietMs how long nothing may come before the work starts
   * @param longestMs how long a burst may put it off
   */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly quietMs: number,
    private readonly longestMs: number,
  ) {}

  /** Something happened. */
  call(): void {
    if (this.isDisposed) return;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.run(), this.quietMs);
    this.latest ??= setTimeout(() => this.run(), this.longestMs);
  }

  dispose(): void {
    this.isDisposed = true;
    this.clear();
  }

  private run(): void {
    this.clear();
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.work().finally(() => {
      this.running = undefined;
      if (this.again && !this.isDisposed) {
        this.again = false;
        this.run();
      }
    });
  }

  private clear(): void {
    clearTimeout(this.quiet);
    clearTimeout(this.latest);
    this.quiet = undefined;
    this.latest = undefined;
  }
}
