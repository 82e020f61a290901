import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Config } from './config';
import { type Day, dayOf, localOffset, toUtc } from './core/day';
import { noticeOf, type Situation } from './core/notice';
import { type NumberSettings, type Overview, overviewOf } from './core/overview';
import { panelModel } from './core/panel';
import type { PanelModel } from './core/panelModel';
import type { Pause } from './core/rules';
import type { Ledger } from './store/ledger';
import { displayLocale, firstWeekdayOf } from './views/locale';

const hourMs = 3_600_000;

/** Makes what the views show of what is kept: reckoned when something changed, or a new day began. */
export class Presenter implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** After what the views show may have changed. */
  readonly onDidChange = this.changed.event;
  /** BCP 47 tag for `Intl`. */
  readonly locale = displayLocale();
  private readonly numbers = new Intl.NumberFormat(this.locale);
  private cached: Overview | undefined;
  private turn: NodeJS.Timeout | undefined;
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly config: Config,
    private readonly ledger: Ledger,
  ) {
    const refresh = (): void => {
      this.cached = undefined;
      this.changed.fire();
    };
    this.listeners = vscode.Disposable.from(ledger.onDidChange(refresh), config.onDidChange(refresh));
    this.awaitTurn();
  }

  /** The numbers as of now. */
  get overview(): Overview {
    const rules = this.rules();
    if (this.cached?.today !== rules.dayOf(Date.now())) this.cached = undefined;
    this.cached ??= overviewOf(this.ledger, rules, Date.now());
    return this.cached;
  }

  /** Everything the panel shows, with so many of the newest wins. */
  async model(wins: number, situation: Omit<Situation, 'paused'>): Promise<PanelModel> {
    const held = this.ledger.recent;
    const recent = held.length >= Math.min(wins, this.overview.total) ? held : await this.ledger.wins();
    return panelModel(this.ledger, this.overview, this.rules(), {
      locale: this.locale,
      project: vscode.workspace.name ?? '',
      notice: noticeOf({ ...situation, paused: this.pausedInWords() }),
      wins: recent.slice(0, wins),
    });
  }

  /** Milestones whose day is not kept yet. */
  newlyReached(): { id: string; day: Day }[] {
    const { reached } = this.ledger;
    return this.overview.milestones.flatMap(({ id, reachedOn }) =>
      reachedOn === undefined || reached.get(id) === reachedOn ? [] : [{ id, day: reachedOn }],
    );
  }

  dispose(): void {
    clearTimeout(this.turn);
    this.listeners.dispose();
    this.changed.dispose();
  }

  private pausedInWords(): string | undefined {
    const { pause, streak } = this.overview;
    if (!pause) return undefined;
    const waits =
      streak.current === 1
        ? l10n.t('Your streak of 1 day waits.')
        : l10n.t('Your streak of {0} days waits.', streak.current);
    return `${this.untilInWords(pause)} ${waits}`;
  }

  private untilInWords({ to }: Pause): string {
    if (to === undefined) return l10n.t('Paused until you resume.');
    const date = new Intl.DateTimeFormat(this.locale, { dateStyle: 'full', timeZone: 'UTC' });
    return l10n.t('Paused until {0}.', date.format(toUtc(to)));
  }

  private rules(): NumberSettings {
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

  /** One timer for the end of the hour in which the day may turn; zones and clocks may change meanwhile. */
  private awaitTurn(): void {
    const left = hourMs - (Date.now() % hourMs) + 1000;
    this.turn = setTimeout(() => {
      if (this.cached && this.cached.today !== this.overview.today) this.changed.fire();
      this.awaitTurn();
    }, left);
  }
}
