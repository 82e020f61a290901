import { open } from 'node:fs/promises';

/** One line of a reflog: HEAD moved. */
export interface HeadMove {
  readonly from: string;
  readonly to: string;
  /** What git says moved it, `commit (amend)`, `reset`, `rebase (pick)` …; hostile text after the colon is left out. */
  readonly action: string;
}

/** What stands in a reflog behind a position. */
export interface ReflogRead {
  readonly moves: readonly HeadMove[];
  /** Where the next read goes on, in bytes. */
  readonly position: number;
}

/** More than this is not read at once: the tail says where HEAD is, and the commits come from `git log`. */
const maxBytes = 1 << 20;

/**
 * Reads a reflog on from a position; from its last line when it became shorter (expired or rewritten).
 * @returns undefined when there is none (no commit yet, a bare or reftable repository, switched off)
 */
export async function readReflog(file: string, position: number): Promise<ReflogRead | undefined> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    if (size === 0) return undefined;
    const tail = Math.max(0, size - 4096);
    const start = Math.max(position > size ? tail : Math.min(position, tail), size - maxBytes);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start);
    const text = buffer.subarray(0, bytesRead).toString('utf8');
    const end = text.lastIndexOf('\n') + 1;
    const moves = parseReflog(text.slice(0, end));
    const known = parseReflog(text.slice(0, Math.max(0, position - start))).length;
    const fresh = position > size ? moves.slice(-1) : moves.slice(known);
    return {
      moves: fresh.length > 0 ? fresh : moves.slice(-1),
      position: start + Buffer.byteLength(text.slice(0, end)),
    };
  } finally {
    await handle.close();
  }
}

/** The moves of reflog text; a line cut at its start is left out. */
export function parseReflog(text: string): HeadMove[] {
  return text.split('\n').flatMap(line => {
    const match =
      /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) .*?\t(.*)$|^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) /.exec(line);
    if (!match) return [];
    const [, from = match[4] ?? '', to = match[5] ?? '', message = ''] = match;
    return [{ from, to, action: message.split(':', 1)[0] ?? '' }];
  });
}
