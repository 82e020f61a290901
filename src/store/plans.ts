import { addDays, type Day } from '../core/day';
import type { Entry } from '../core/entry';
import type { Goal } from '../core/goals';
import { isPaused, type Pause } from '../core/rules';
import { maxAnswer, safeText } from '../core/text';
import type { Ledger } from './ledger';

/** Takes back what was done to a goal or days off, unless they are others by now. */
export type TakeBack = () => Promise<void>;

/** Goals and days off, and what became of them, as entries of the ledger. */
export class Plans {
  constructor(private readonly ledger: Ledger) {}

  /** Keeps a goal, new or changed. */
  async setGoal(goal: Goal): Promise<void> {
    const holder = this.holderOf(goal) ?? (await this.ledger.homeProject);
    await this.ledger.record(holder, [{ type: 'goal', goal }]);
  }

  /** Forgets a goal; the wins stay. What is returned brings it back. */
  async forgetGoal(goal: Goal): Promise<TakeBack> {
    const holder = this.holderOf(goal);
    if (holder === undefined) return async () => undefined;
    await this.ledger.record(holder, [{ type: 'goalRemoved', id: goal.id }]);
    return async () => {
      if (this.holderOf(goal) === undefined) await this.ledger.record(holder, [{ type: 'goal', goal }]);
    };
  }

  /**
   * Days off, both ends included; until the user resumes when there is no `to`. The past can be paused, too. What is
   * returned makes the days what they were.
   */
  async takeDaysOff(pause: Pause, today: Day): Promise<TakeBack> {
    const { ledger } = this;
    // One that runs already would go on beside it.
    if (pause.from === today) await this.resume(today);
    const home = await ledger.homeProject;
    const before = ledger.pauses.find(
      each => each.from === pause.from && ledger.projectWith(({ pauses }) => pauses.includes(each)) === home,
    );
    await ledger.record(home, [{ type: 'pause', pause }]);
    return async () => {
      // It may be another one by now.
      if (!ledger.pauses.some(({ from, to }) => from === pause.from && to === pause.to)) return;
      await ledger.record(home, [
        before ? { type: 'pause', pause: before } : { type: 'pauseRemoved', from: pause.from },
      ]);
    };
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

  /** Keeps the answer to the weekly review's question about the week that began on a day. */
  async answerReview(week: Day, answer: string): Promise<void> {
    await this.ledger.record(await this.ledger.homeProject, [
      { type: 'review', week, answer: safeText(answer, maxAnswer) },
    ]);
  }

  /** Keeps the day on which milestones were reached, so that they stay reached. */
  async markReached(reached: readonly { readonly id: string; readonly day: Day }[]): Promise<void> {
    const entries = reached.map(({ id, day }): Entry => ({ type: 'reached', id, day }));
    await this.ledger.record(await this.ledger.homeProject, entries);
  }

  /** The project that a goal is kept in. */
  private holderOf({ id }: Goal): string | undefined {
    return this.ledger.projectWith(({ goals }) => goals.some(goal => goal.id === id));
  }
}
