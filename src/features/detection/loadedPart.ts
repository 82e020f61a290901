import { once } from '../../once';

/** A part of detection: starting it twice, or stopping what is stopped, does nothing. */
export interface Part {
  /** Starts listening, or takes changed settings over. */
  start(): void;
  /** Stops listening and reading. */
  stop(): void;
}

/** A part that runs while it is wanted, and whose code is loaded when it is wanted first. */
export class LoadedPart<T extends Part> {
  private loaded: T | undefined;
  private readonly load: () => Promise<T>;

  constructor(
    private readonly isWanted: () => boolean,
    load: () => Promise<T>,
  ) {
    this.load = once(load);
  }

  /** Undefined until it was wanted first. */
  get part(): T | undefined {
    return this.loaded;
  }

  /** Starts or stops it, as it is wanted now. @throws when its code can't be loaded */
  async follow(): Promise<void> {
    if (!this.isWanted()) return this.loaded?.stop();
    const part = await this.load();
    // Loading took a moment, in which it may have been switched off, or the window closed.
    if (!this.isWanted()) return;
    this.loaded = part;
    part.start();
  }
}
