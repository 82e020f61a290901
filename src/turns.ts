/** Does one thing after the other. A failure is its caller's, and does not keep the next from its turn. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** Does something when all before it is done; resolves to what it gives, and rejects as it does. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when everything that was asked for by now is done. */
  get idle(): Promise<void> {
    return this.last.then(() => undefined);
  }
}
