import * as vscode from 'vscode';
import type { Config } from '../../config';
import { type Day, dayOf, localOffset, untilNextHour } from '../../core/day';
import { firstWeekdayOf } from '../../core/firstWeekday';
import { type Kept, type NumberSettings, type Overview, overviewOf } from '../../core/overview';
import type { TreeSource } from '../../core/treeModel';
import type { Everywhere } from '../../store/everywhere';
import type { Ledger } from '../../store/ledger';
import { displayLocale } from '../../views/locale';

/** Makes what the views show of what is kept: reckoned when something changed, or a new day began. */
export class Presenter implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** After what the views show may have changed. */
  readonly onDidChange = this.changed.event;
  /** BCP 47 tag for `Intl`. */
  readonly locale = displayLocale();
  private readonly numbers = new Intl.NumberFormat(this.locale);
  private cached: { readonly project: Overview; readonly shown: Overview } | undefined;
  private turn: NodeJS.Timeout | undefined;
  /** The clock that all were told of last: who asks for the numbers before the turn knows the new day alone. */
  private told: string;
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly config: Config,
    private readonly ledger: Ledger,
    private readonly everywhere: Everywhere,
    private readonly followZone: () => void,
  ) {
    this.told = this.clock;
    const refresh = (): void => this.tell();
    this.listeners = vscode.Disposable.from(
      ledger.onDidChange(refresh),
      config.onDidChange(refresh),
      everywhere.onDidChange(refresh),
      // While the machine sleeps, timers do.
      vscode.window.onDidChangeWindowState(() => this.lookForTurn()),
    );
    this.awaitTurn();
  }

  /** The numbers as of now, of the projects of this window. */
  get project(): Overview {
    return this.reckoned.project;
  }

  /** The numbers as of now, of what the user wants to see: these projects, or all. */
  get overview(): Overview {
    return this.reckoned.shown;
  }

  /** What the Explorer view is made of, suggestions left out. */
  treeSource(): Omit<TreeSource, 'next' | 'offers'> {
    const { today, goal } = this.project;
    const { tasks, recent } = this.ledger;
    const wins = recent.filter(({ day }) => day === today);
    return { locale: this.locale, today, dayOf: this.rules().dayOf, goal, tasks, wins };
  }

  /** Milestones whose day is not kept yet. */
  newlyReached(): { id: string; day: Day }[] {
    const { reached } = this.ledger;
    return this.project.milestones.flatMap(({ id, reachedOn }) =>
      reachedOn === undefined || reached.get(id) === reachedOn ? [] : [{ id, day: reachedOn }],
    );
  }

  /** What is kept, with the days of everything when the user wants to see that. */
  get kept(): Kept {
    if (!this.everywhere.isOn) return this.ledger;
    const { recent, tasks, goals, pauses, reached, reviews } = this.ledger;
    const { days, hours, finished } = this.everywhere;
    return { recent, tasks, goals, pauses, reached, reviews, days, hours, finished };
  }

  /** The settings that the numbers go by, as they are now. */
  rules(): NumberSettings {
    const { day, streak } = this.config.settings;
    return {
      restDays: streak.restDays,
      minimumWins: streak.minimumWins,
      dailyGoal: day.goal,
      firstWeekday: firstWeekdayOf(this.locale),
      dayOf: at => dayOf(at, localOffset(at), day.startsAt),
      format: count => this.numbers.format(count),
    };
  }

  /** When a day begins on this machine's clock, ms since the epoch. */
  beginningOf(day: Day): number {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    return new Date(year, month - 1, date, this.config.settings.day.startsAt).getTime();
  }

  dispose(): void {
    clearTimeout(this.turn);
    this.listeners.dispose();
    this.changed.dispose();
  }

  /** The day, and the zone in which times are shown. */
  private get clock(): string {
    const now = Date.now();
    return `${this.rules().dayOf(now)} ${localOffset(now)}`;
  }

  private tell(): void {
    this.cached = undefined;
    this.told = this.clock;
    this.changed.fire();
  }

  private get reckoned(): { readonly project: Overview; readonly shown: Overview } {
    const rules = this.rules();
    if (this.cached?.project.today !== rules.dayOf(Date.now())) this.cached = undefined;
    if (!this.cached) {
      const project = overviewOf(this.ledger, rules, Date.now());
      // A goal is set in a project, and counts what is done there.
      const shown = this.everywhere.isOn
        ? { ...overviewOf(this.kept, rules, Date.now()), goals: project.goals }
        : project;
      this.cached = { project, shown };
    }
    return this.cached;
  }

  /** One timer for the end of the hour in which the day may turn; clocks may be set meanwhile. */
  private awaitTurn(): void {
    const now = Date.now();
    const left = untilNextHour(now, localOffset(now)) + 1000;
    this.turn = setTimeout(() => {
      this.lookForTurn();
      this.awaitTurn();
    }, left);
  }

  private lookForTurn(): void {
    this.followZone();
    if (this.clock !== this.told) this.tell();
  }
}
