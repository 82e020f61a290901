/** One reading of commits. */
export interface Reading {
  /** So many more of them have been read. */
  read(count: number): void;
  /** The others will not be, for now. */
  end(): void;
}

/** How far the reading of commits has come, over all that wait. */
export class BacklogProgress {
  private asked = 0;
  private done = 0;

  /** @param onProgress called with 0 to 1; with undefined when none waits any more */
  constructor(private readonly onProgress: (fraction: number | undefined) => void) {}

  /** So many commits wait to be read. */
  begin(count: number): Reading {
    let left = count;
    const read = (some: number): void => {
      this.done += Math.min(some, left);
      left -= Math.min(some, left);
      this.tell();
    };
    this.asked += count;
    this.tell();
    return { read, end: () => read(left) };
  }

  private tell(): void {
    if (this.done === this.asked) {
      this.asked = 0;
      this.done = 0;
    }
    this.onProgress(this.asked === 0 ? undefined : this.done / this.asked);
  }
}
