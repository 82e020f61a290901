/** A way into JSON: names of properties and indexes of elements. */
export type JsonPath = readonly (string | number)[];

/** A place in JSON text. */
export interface JsonPlace {
  /** From 1. */
  readonly line: number;
  /** What stands there: what the path leads to, what breaks the rules of JSON, or the end of the text. */
  readonly is: 'value' | 'fault' | 'end';
}

const maxDepth = 200;
const whiteSpace = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids these in strings
const plainText = /[^"\\\u0000-\u001f]*/y;
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const word = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Where a path leads to in JSON text, or as far as it leads; where the text breaks the rules of JSON, there.
 * `JSON.parse` tells neither in every version of Node. Slow in comparison: it is asked only when something is wrong.
 */
export function placeIn(text: string, path: JsonPath): JsonPlace {
  const reader = new Reader(text, path);
  try {
    reader.document();
    return { line: lineAt(text, reader.found), is: 'value' };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const rest = text.slice(error.position).trimStart();
    return { line: lineAt(text, error.position), is: rest === '' ? 'end' : 'fault' };
  }
}

function lineAt(text: string, position: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < position; end = text.indexOf('\n', end + 1)) line++;
  return line;
}

class JsonFault extends Error {
  constructor(readonly position: number) {
    super();
  }
}

class Reader {
  /** Where the longest part of the path that was met leads to; of doubled names the last, as for `JSON.parse`. */
  found = 0;
  private foundDepth = 0;
  private position = 0;

  constructor(
    private readonly text: string,
    private readonly path: JsonPath,
  ) {}

  document(): void {
    this.value(0, true);
    this.skip(whiteSpace);
    if (this.position < this.text.length) this.fail();
  }

  /** @param onPath whether all names so far are those of the path */
  private value(depth: number, onPath: boolean): void {
    this.skip(whiteSpace);
    if (depth > maxDepth) this.fail();
    if (onPath && depth >= this.foundDepth) {
      this.found = this.position;
      this.foundDepth = depth;
    }
    switch (this.text[this.position]) {
      case '{':
        this.members('}', () => {
          this.skip(whiteSpace);
          const from = this.position;
          this.string();
          const name = onPath ? JSON.parse(this.text.slice(from, this.position)) : undefined;
          this.skip(whiteSpace);
          if (!this.take(':')) this.fail();
          this.value(depth + 1, onPath && name === this.path[depth]);
        });
        break;
      case '[':
        this.members(']', index => this.value(depth + 1, onPath && index === this.path[depth]));
        break;
      case '"':
        this.string();
        break;
      default:
        if (!this.skip(word)) this.fail();
    }
  }

  private members(end: string, member: (index: number) => void): void {
    this.position++;
    this.skip(whiteSpace);
    if (this.take(end)) return;
    for (let index = 0; ; index++) {
      member(index);
      this.skip(whiteSpace);
      if (this.take(end)) return;
      if (!this.take(',')) this.fail();
    }
  }

  private string(): void {
    if (!this.take('"')) this.fail();
    do this.skip(plainText);
    while (this.skip(escaped));
    if (!this.take('"')) this.fail();
  }

  private take(character: string): boolean {
    if (this.text[this.position] !== character) return false;
    this.position++;
    return true;
  }

  /** Goes on behind what matches here; whether anything did. */
  private skip(what: RegExp): boolean {
    what.lastIndex = this.position;
    const length = what.exec(this.text)?.[0].length ?? 0;
    this.position += length;
    return length > 0;
  }

  private fail(): never {
    throw new JsonFault(this.position);
  }
}
