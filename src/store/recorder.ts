import * as l10n from '@vscode/l10n';
import { type Day, localOffset } from '../core/day';
import type { Entry } from '../core/entry';
import type { FoundWin } from '../core/found';
import type { KnownForms } from '../core/knownForms';
import { safeText } from '../core/text';
import type { Win } from '../core/win';
import type { Ledger } from './ledger';
import type { ScanStanding } from './standing';

/** Wins that come in: what was found and what is logged, as entries of the ledger. */
export class Recorder {
  constructor(
    private readonly ledger: Ledger,
    private readonly dayOf: (at: number, offset: number) => Day,
    private readonly now: () => number,
  ) {}

  /** Keeps what was found; a win that is kept as it is, or that the user took back, costs no line. */
  async keep(project: string, found: readonly FoundWin[]): Promise<void> {
    await this.ledger.record(project, () => this.entriesOf(found));
  }

  /** Takes wins back that turned out to be none; with `only`, those that nobody confirmed meanwhile. */
  async withdraw(project: string, ids: readonly string[], only?: 'provisional'): Promise<void> {
    await this.ledger.record(project, () => this.withdrawals(ids, only));
  }

  /**
   * Keeps what a scan found and withdrew, and with it where the scan stands.
   * @returns false, and keeps nothing, where another window has taken ids of what was found meanwhile
   */
  async keepScan(
    project: string,
    scan: ScanStanding & {
      readonly found: readonly FoundWin[];
      readonly before: KnownForms;
      readonly withdrawn: readonly string[];
      readonly squashed: readonly string[];
    },
  ): Promise<boolean> {
    const entries = (): Entry[] | undefined =>
      scan.before.areTaken(scan.found, this.ledger)
        ? undefined
        : [
            ...this.withdrawals(scan.withdrawn),
            ...this.neverToCount(scan.squashed),
            ...this.entriesOf(scan.found),
          ];
    return this.ledger.record(project, entries, scan);
  }

  /**
   * A win logged by hand or by another extension.
   * @param at ms since the epoch
   * @param by another extension's name for where it came from, '' when it gave none; by hand when absent
   * @param withAgent whether a coding agent logged it
   * @throws TypeError when the title is empty, RangeError when the time is not finite, in the future or before 1970
   */
  async logWin(title: string, at: number = this.now(), by?: string, withAgent = false): Promise<Win> {
    if (typeof title !== 'string' || safeText(title) === '') throw new TypeError('A win needs a title.');
    if (typeof at !== 'number' || !(at >= 0 && at <= this.now())) {
      throw new RangeError(
        'A win’s time must be a number of milliseconds since the epoch, and not in the future.',
      );
    }
    const offset = localOffset(at);
    const win: Win = {
      id: `manual-${crypto.randomUUID()}`,
      kind: 'manual',
      at,
      day: this.dayOf(at, offset),
      title: safeText(title),
      provisional: false,
      ...(withAgent && { withAgent }),
      why: whyLogged(by, withAgent),
      source: by === undefined ? {} : { by: safeText(by) || l10n.t('another extension') },
    };
    await this.ledger.record(await this.ledger.homeProject, [{ type: 'win', win, offset }]);
    return win;
  }

  private entriesOf(found: readonly FoundWin[]): Entry[] {
    return found.flatMap(({ win, offset }): Entry[] => {
      if (this.ledger.isUndone(win.id)) return [];
      if (!this.ledger.has(win.id)) return [{ type: 'win', win, offset }];
      const kept = this.ledger.find(win.id);
      // Known but no longer among the newest: an old win found again by a full scan.
      if (!kept || tellsNothingNew(kept, win)) return [];
      return win.provisional && !kept.provisional ? [] : [{ type: 'win', win, offset }];
    });
  }

  private withdrawals(ids: readonly string[], only?: 'provisional'): Entry[] {
    const at = this.now();
    return ids
      .filter(id => this.ledger.has(id))
      .map((id): Entry => ({ type: 'withdrawn', id, at, ...(only && { only }) }));
  }

  /**
   * Kept as `undone`, as what the user takes back. Only the scan that sees a squash being made can tell; one that reads
   * the history anew would count it.
   */
  private neverToCount(ids: readonly string[]): Entry[] {
    const at = this.now();
    return ids.filter(id => !this.ledger.seen(id)).map((id): Entry => ({ type: 'undone', id, at }));
  }
}

/**
 * Whether a win that is found again tells nothing new. Of a test run a later sighting may know anything better; of other
 * kinds only what can change counts, for a scan may find a commit under another branch's name.
 */
function tellsNothingNew(kept: Win, found: Win): boolean {
  const isSame =
    kept.title === found.title &&
    kept.provisional === found.provisional &&
    kept.source.sha === found.source.sha;
  if (!isSame || found.kind !== 'tests') return isSame;
  const names = Object.keys({ ...kept.source, ...found.source });
  return (
    kept.why === found.why &&
    kept.at === found.at &&
    (kept.withAgent ?? false) === (found.withAgent ?? false) &&
    names.every(name => kept.source[name] === found.source[name])
  );
}

function whyLogged(by: string | undefined, withAgent: boolean): string {
  if (withAgent) return l10n.t('An agent logged it, and you agreed.');
  if (by === undefined) return l10n.t('You logged it by hand.');
  const name = safeText(by);
  return name ? l10n.t('It was recorded by {0}.', name) : l10n.t('Another extension recorded it.');
}
