import { isTime } from '../../core/day';
import { plainLog } from '../git/git';

/** A commit as `git log` tells it. All texts are as they came: hostile until shown through `safeText`. */
export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly tree: string;
  /** As written in the commit. */
  readonly authorEmail: string;
  /** After `.mailmap`. */
  readonly mappedEmail: string;
  readonly committerEmail: string;
  /** Author time, ms since the epoch; the committer's where a commit says a time that no clock shows. */
  readonly authoredAt: number;
  /** The author's clock, minutes east of UTC. */
  readonly authorOffset: number;
  /** Committer time, ms since the epoch. */
  readonly committedAt: number;
  readonly subject: string;
  /** `Name <email>` of each `Co-authored-by` trailer. */
  readonly coAuthors: readonly string[];
  /** The message below the subject; empty unless asked for. */
  readonly body: string;
}

const fields = [
  '%H',
  '%P',
  '%T',
  '%ae',
  '%aE',
  '%ce',
  '%ad',
  '%ct',
  '%s',
  '%(trailers:key=Co-authored-by,valueonly,separator=%x1f)',
  '%b',
];

/** Arguments of `git log` that make it print what `CommitParser` reads; bodies cost a lot over a long history. */
export function logArguments({ bodies }: { readonly bodies: boolean }): string[] {
  const format = fields.map(field => (field === '%b' && !bodies ? '' : field)).join('%x00');
  return ['log', '-z', `--format=${format}`, '--date=raw', ...plainLog];
}

/** Who had a hand in a commit, before it is read in full. */
export type Wanted = (mappedEmail: string, trailers: string) => boolean;

/** Reads the output of `git log` with `logArguments`, piece by piece. */
export class CommitParser {
  private rest = '';
  /** Commit time of the last commit read, wanted or not; ms since the epoch. */
  reached: number | undefined;
  /** Whether one of the commits read, wanted or not, is the first of a history. */
  sawRoot = false;

  /** @param wanted commits of others are passed over quickly: most of a long history is theirs */
  constructor(private readonly wanted: Wanted = () => true) {}

  /** The wanted commits that a further piece of output completes. */
  push(chunk: string): Commit[] {
    const parts = (this.rest + chunk).split('\0');
    const whole = Math.floor((parts.length - 1) / fields.length) * fields.length;
    const commits = this.read(parts, whole);
    this.rest = parts.slice(whole).join('\0');
    return commits;
  }

  /** The last commit, which nothing ends. */
  end(): Commit[] {
    const parts = this.rest.split('\0');
    this.rest = '';
    return parts.length >= fields.length ? this.read(parts, fields.length) : [];
  }

  private read(parts: readonly string[], end: number): Commit[] {
    const commits: Commit[] = [];
    for (let index = 0; index < end; index += fields.length) {
      if (parts[index + 1] === '') this.sawRoot = true;
      if (!this.wanted((parts[index + 4] ?? '').toLowerCase(), parts[index + 9] ?? '')) continue;
      const commit = commitOf(parts.slice(index, index + fields.length));
      if (commit) commits.push(commit);
    }
    const time = parts[end - fields.length + 7];
    if (time) this.reached = Number(time) * 1000;
    return commits;
  }
}

function commitOf(parts: readonly string[]): Commit | undefined {
  const [sha = '', parents = '', tree = '', ae = '', aE = '', ce = '', ad = '', ct = '', subject = ''] =
    parts;
  const [trailers = '', body = ''] = parts.slice(9);
  // git prints an empty record for what it can't read; a commit without a sha is none.
  if (!/^[0-9a-f]{40,64}$/.test(sha)) return undefined;
  const committedAt = Number(ct) * 1000;
  const author = parseRawDate(ad);
  // Anybody can write any number there: one commit must not keep the others from being read.
  const authoredAt = [author.at, committedAt].find(isTime);
  if (authoredAt === undefined) return undefined;
  return {
    sha,
    parents: parents === '' ? [] : parents.split(' '),
    tree,
    authorEmail: ae.toLowerCase(),
    mappedEmail: aE.toLowerCase(),
    committerEmail: ce.toLowerCase(),
    authoredAt,
    authorOffset: author.offset,
    committedAt,
    subject,
    coAuthors: trailers === '' ? [] : trailers.split('\x1f'),
    body,
  };
}

/** `1700000000 +0530` → ms since the epoch and minutes east of UTC; no clock is a day or more away from UTC. */
function parseRawDate(text: string): { at: number; offset: number } {
  const match = /^(-?\d+) ([+-])(\d{1,2})(\d\d)$/.exec(text);
  if (!match) return { at: Number.NaN, offset: 0 };
  const minutes = Number(match[3]) * 60 + Number(match[4]);
  const offset = minutes >= 24 * 60 ? 0 : match[2] === '-' ? -minutes : minutes;
  return { at: Number(match[1]) * 1000, offset };
}
