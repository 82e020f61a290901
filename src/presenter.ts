import * as vscode from 'vscode';
import type { Config } from './config';
import { dayOf, localOffset } from './core/day';
import { noticeOf, type Situation } from './core/notice';
import { type NumberRules, type Overview, overviewOf } from './core/overview';
import { panelModel } from './core/panel';
import type { PanelModel } from './core/panelModel';
import type { Ledger } from './store/ledger';
import { displayLocale, firstWeekdayOf } from './views/locale';

const hourMs = 3_600_000;

/** Makes what the views show of what is kept: reckoned when something changed, or a new day began. */
export class Presenter implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** After what the views show may have changed. */
  readonly onDidChange = this.changed.event;
  private readonly locale = displayLocale();
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
  async model(wins: number, situation: Situation): Promise<PanelModel> {
    const held = this.ledger.recent;
    const recent = held.length >= Math.min(wins, this.overview.total) ? held : await this.ledger.wins();
    return panelModel(this.ledger, this.overview, this.rules(), {
      locale: this.locale,
      firstWeekday: firstWeekdayOf(this.locale),
      project: vscode.workspace.name ?? '',
      notice: noticeOf(situation),
      wins: recent.slice(0, wins),
    });
  }

  dispose(): void {
    clearTimeout(this.turn);
    this.listeners.dispose();
    this.changed.dispose();
  }

  private rules(): NumberRules {
    const { day, streak } = this.config.settings;
    return {
      restDays: streak.restDays,
      pauses: [],
      minimumWins: streak.minimumWins,
      dailyGoal: day.goal,
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
