import { open } from 'node:fs/promises';

/** One line of a reflog: HEAD moved. */
export interface HeadMove {
  readonly from: string;
  readonly to: string;
  /** ms since the epoch */
  readonly at: number;
  /** What git says moved it: `commit (amend)`, `reset`, `rebase (pick)` …; the text after the colon is left out. */
  readonly action: string;
  /** The e-mail address that git knew the user by. */
  readonly email: string;
  /** The branch (or commit) that a checkout left. */
  readonly leaving?: string;
}

/** What a reflog says. */
export interface ReflogRead {
  /** Where HEAD stands. */
  readonly head: string;
  /** How it got there since the last read, oldest first. */
  readonly moves: readonly HeadMove[];
  /** Where the next read goes on, in bytes. */
  readonly position: number;
}

/** More than this is not read at once: the tail says where HEAD is, and the commits come from `git log`. */
const maxBytes = 1 << 20;

/** Surely holds the last line: a message's subject can be long. */
const tailBytes = 1 << 16;

/**
 * Reads a reflog from its end back to a position; without one, or when it became shorter (expired), only where
 * HEAD stands.
 * @returns undefined when there is none (no commit yet, a bare or reftable repository, switched off)
 */
export async function readReflog(file: string, position?: number): Promise<ReflogRead | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    const from = position === undefined || position > size ? size : position;
    const start = Math.max(0, size - maxBytes, Math.min(from, size - tailBytes));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const whole = buffer.subarray(0, buffer.subarray(0, bytesRead).lastIndexOf(0x0a) + 1);
    const head = parseReflog(whole.toString('utf8')).at(-1)?.to;
    if (!head || /^0+$/.test(head)) return undefined;
    const fresh = whole.subarray(Math.min(whole.length, Math.max(0, from - start)));
    return { head, moves: parseReflog(fresh.toString('utf8')), position: start + whole.length };
  } finally {
    await handle.close();
  }
}

/** The moves of reflog text; a line cut at its start is left out. */
export function parseReflog(text: string): HeadMove[] {
  return text.split('\n').flatMap(line => {
    const match = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([^\t]*?)(\d+) [+-]\d{4}(?:\t(.*))?$/.exec(line);
    if (!match) return [];
    const [, from = '', to = '', who = '', seconds, message = ''] = match;
    const email = /<([^<>]*)> $/.exec(who)?.[1] ?? '';
    const leaving = /^checkout: moving from (\S+) to \S+$/.exec(message)?.[1];
    const move = { from, to, at: Number(seconds) * 1000, action: message.split(':', 1)[0] ?? '', email };
    return [leaving === undefined ? move : { ...move, leaving }];
  });
}
