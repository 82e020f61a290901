import * as l10n from '@vscode/l10n';
import { addDays, type Day, localOffset } from '../core/day';
import type { Entry } from '../core/entry';
import { areTaken, type FoundWin, type KnownForms } from '../core/found';
import type { Goal } from '../core/goals';
import { isPaused, type Pause } from '../core/rules';
import { maxAnswer, safeText } from '../core/text';
import type { Win } from '../core/win';
import type { Checklists } from './checklists';
import type { Ledger } from './ledger';
import type { ScanStanding } from './standing';

/** A win that was taken back, as `redo` needs it. */
export interface Undone extends FoundWin {
  readonly project: string;
  /** Whether its step was unticked for it. */
  readonly unticked: boolean;
}

/** Turns what was found, and what the user says of wins, goals and pauses, into entries of the ledger. */
export class Recorder {
  constructor(
    private readonly ledger: Ledger,
    private readonly checklists: Checklists,
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
      areTaken(scan.found, scan.before, this.ledger)
        ? undefined
        : [
            ...this.withdrawals(scan.withdrawn),
            ...this.neverToCount(scan.squashed),
            ...this.entriesOf(scan.found),
          ];
    return this.ledger.record(project, entries, scan);
  }

  /** Keeps the answer to the weekly review's question about the week that began on a day. */
  async answerReview(week: Day, answer: string): Promise<void> {
    await this.ledger.record(await this.ledger.homeProject, [
      { type: 'review', week, answer: safeText(answer, maxAnswer) },
    ]);
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

  /**
   * A win logged by hand or by another extension.
   * @param at ms since the epoch
   * @param by another extension's name for where it came from
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
      source: by ? { by: safeText(by) } : {},
    };
    await this.ledger.record(await this.ledger.homeProject, [{ type: 'win', win, offset }]);
    return win;
  }

  /**
   * Takes a win back because the user says so: it stays so, whatever finds it again. The win of a step is
   * taken back by unticking it.
   * @returns the win, for `redo`; undefined when it does not count
   */
  async undo(id: string): Promise<Undone | undefined> {
    const project = this.ledger.projectOfWin(id);
    const found = await this.ledger.winEntry(id);
    if (project === undefined || !found) return undefined;
    const { taskId, stepId } = found.win.source;
    if (found.win.kind === 'step' && taskId && stepId) {
      await this.checklists.tickStep(taskId, stepId, false);
    }
    // Not so the win of a step that is not there any more.
    if (!this.ledger.has(id)) return { ...found, project, unticked: true };
    await this.ledger.record(project, [{ type: 'undone', id, at: this.now() }]);
    return { ...found, project, unticked: false };
  }

  /** Brings back what `undo` took back. */
  async redo({ win, offset, project, unticked }: Undone): Promise<void> {
    const { taskId, stepId } = win.source;
    // Its step may have been removed meanwhile.
    const task = unticked && taskId ? this.checklists.find(taskId) : undefined;
    if (task && stepId && task.steps.some(step => step.id === stepId)) {
      return this.checklists.tickStep(task.id, stepId, true, win.at, win.withAgent);
    }
    await this.ledger.record(project, [{ type: 'redone', win, offset, at: this.now() }]);
  }

  /** Keeps a goal, new or changed. */
  async setGoal(goal: Goal): Promise<void> {
    const holder = this.ledger.projectWith(({ goals }) => goals.some(({ id }) => id === goal.id));
    await this.ledger.record(holder ?? (await this.ledger.homeProject), [{ type: 'goal', goal }]);
  }

  /** Forgets a goal; the wins stay. */
  async removeGoal(id: string): Promise<void> {
    const holder = this.ledger.projectWith(({ goals }) => goals.some(goal => goal.id === id));
    if (holder !== undefined) await this.ledger.record(holder, [{ type: 'goalRemoved', id }]);
  }

  /** Days off, both ends included; until the user resumes when there is no `to`. The past can be paused, too. */
  async pause(pause: Pause): Promise<void> {
    await this.ledger.record(await this.ledger.homeProject, [{ type: 'pause', pause }]);
  }

  /** Ends every pause that holds today: with yesterday, or altogether when it began today. */
  async resume(today: Day): Promise<void> {
    for (const pause of this.ledger.pauses) {
      if (!isPaused(pause, today)) continue;
      const holder = this.ledger.projectWith(({ pauses }) => pauses.includes(pause));
      if (holder === undefined) continue;
      const ended: Entry =
        pause.from < today
          ? { type: 'pause', pause: { from: pause.from, to: addDays(today, -1) } }
          : { type: 'pauseRemoved', from: pause.from };
      await this.ledger.record(holder, [ended]);
    }
  }

  /** Keeps the day on which milestones were reached, so that they stay reached. */
  async markReached(reached: readonly { readonly id: string; readonly day: Day }[]): Promise<void> {
    const entries = reached.map(({ id, day }): Entry => ({ type: 'reached', id, day }));
    await this.ledger.record(await this.ledger.homeProject, entries);
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
  return by ? l10n.t('It was recorded by {0}.', safeText(by)) : l10n.t('You logged it by hand.');
}
