/** How far the reading of history has come: of commits, and then of the TODOs that they closed, each on its own. */
export class ScanProgress {
  private readonly under = new Map<'commits' | 'todos', number>();
  private shown: number | undefined;

  /** @param onChanged called after `fraction` changed */
  constructor(private readonly onChanged: () => void) {}

  /** 0 to 1 in hundredths, of what is furthest behind; undefined while nothing is read. */
  get fraction(): number | undefined {
    return this.shown;
  }

  /** @param fraction 0 to 1; undefined when that reading has ended */
  of(reading: 'commits' | 'todos', fraction: number | undefined): void {
    if (fraction === undefined) this.under.delete(reading);
    else this.under.set(reading, fraction);
    const rounded =
      this.under.size === 0 ? undefined : Math.round(Math.min(...this.under.values()) * 100) / 100;
    if (rounded === this.shown) return;
    this.shown = rounded;
    this.onChanged();
  }
}
