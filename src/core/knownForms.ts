import type { FoundWin, KnownWins } from './found';

/** What ids stood for when commits were told apart, to see later whether another window has given them away since. */
export class KnownForms {
  private readonly forms: ReadonlyMap<string, Form>;

  constructor(known: KnownWins, ids: Iterable<string>) {
    this.forms = new Map([...ids].map(id => [id, formOf(known, id)]));
  }

  /** Whether one of them counted, or once did. */
  get hasKnown(): boolean {
    return [...this.forms.values()].some(({ seen }) => seen);
  }

  /** Whether another commit than the found one has an id by now: then a commit may have another id, too. */
  areTaken(found: readonly FoundWin[], known: KnownWins): boolean {
    return found.some(({ win }) => {
      const was = this.forms.get(win.id);
      const is = formOf(known, win.id);
      // An id that was not asked for is of a win that came back with another.
      if (!was || (was.seen === is.seen && was.sha === is.sha)) return false;
      return is.sha === undefined || is.sha !== win.source.sha;
    });
  }
}

/** What a win is known as. */
interface Form {
  /** Whether it counts, or once did. */
  readonly seen: boolean;
  /** Its commit's, where it is known in full. */
  readonly sha: string | undefined;
}

function formOf(known: KnownWins, id: string): Form {
  return { seen: known.seen(id), sha: known.find(id)?.source.sha };
}
