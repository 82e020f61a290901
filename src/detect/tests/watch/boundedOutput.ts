/** Output beyond this is not kept: whole or none, in characters. */
const maxOutput = 1024 * 1024;
/** How long the rest of a finished command's output may take, ms; it comes in batches of 50 ms. */
const lateness = 500;

/** Collects what a command prints, up to a bound. */
export class BoundedOutput {
  private parts: string[] = [];
  private length = 0;
  private whole = false;

  add(text: string): void {
    this.length += text.length;
    if (this.length > maxOutput) this.parts = [];
    else this.parts.push(text);
  }

  /** Reads a stream to its end, or until it is too long. */
  async read(stream: AsyncIterable<string>): Promise<void> {
    for await (const text of stream) {
      this.add(text);
      if (this.length > maxOutput) return;
    }
    this.whole = true;
  }

  /** All of it; nothing when it was too long, or when the stream did not end in time. */
  async text(reading?: Promise<void>): Promise<string> {
    if (reading) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>(resolve => {
        timer = setTimeout(resolve, lateness);
      });
      await Promise.race([reading.catch(() => undefined), late]);
      clearTimeout(timer);
      if (!this.whole) return '';
    }
    return this.length > maxOutput ? '' : this.parts.join('');
  }
}
