import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Config } from '../../config';
import { type Celebration, celebrationOf } from '../../core/celebrations';
import { weekdayOf } from '../../core/day';
import type { Win } from '../../core/win';
import type { Ledger } from '../../store/ledger';
import type { Plans } from '../../store/plans';
import { Turns } from '../../turns';
import { MilestoneNotice, type NoticeParts } from '../../views/milestoneNotice';
import { plainMessage } from '../../views/plainMessage';
import type { Presenter } from './presenter';

/** The day of the last notification, in global state: all windows go by it. */
const lastKey = 'microwins.milestoneNotice';

/** How long the status bar says it, and the panel may make something of it, ms. */
const shownMs = 10_000;

/** What keeping and celebrating milestones needs. */
export interface MilestoneParts {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly plans: Plans;
  readonly presenter: Presenter;
  readonly globalState: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  /** Says it in the status bar for a while (ms). */
  say(saying: { icon: string; words: string; label: string }, ms: number): void;
  /** Lets the panel make something of it, or no longer. */
  celebrateInPanel(milestone: { id: string; title: string } | undefined): void;
  openPanel(): void;
}

/** Keeps the day on which a milestone was reached, so that it stays reached, and celebrates it once. */
export class Milestones implements vscode.Disposable {
  private readonly keeping = new Turns();
  private readonly notice: MilestoneNotice;
  private readonly listener: vscode.Disposable;
  private over: NodeJS.Timeout | undefined;

  /** Call it after the first scan: what that brought along is kept without a word. */
  constructor(private readonly parts: MilestoneParts) {
    this.notice = new MilestoneNotice(noticeParts(parts));
    void this.keeping.take(() => this.keep([]));
    this.listener = parts.ledger.onDidChange(({ added }) => {
      if (added.length > 0) void this.keeping.take(() => this.keep(added));
    });
  }

  dispose(): void {
    clearTimeout(this.over);
    this.listener.dispose();
    this.notice.dispose();
  }

  private async keep(added: readonly Win[]): Promise<void> {
    const { config, ledger, log, plans, presenter } = this.parts;
    try {
      const reached = presenter.newlyReached();
      if (reached.length === 0) return;
      const overview = presenter.project;
      const { celebrations: mode, streak } = config.settings;
      const celebration = celebrationOf({
        mode,
        milestones: overview.milestones,
        known: ledger.reached,
        added,
        now: Date.now(),
        today: overview.today,
        rest: overview.pause !== undefined || streak.restDays.has(weekdayOf(overview.today)),
      });
      await plans.markReached(reached);
      if (celebration) this.celebrate(celebration);
    } catch (error) {
      log.error('A milestone could not be kept.', error);
    }
  }

  private celebrate(celebration: Celebration): void {
    const { id, title } = celebration;
    const label = l10n.t('Milestone reached: {0}', title);
    this.parts.say({ icon: 'star-full', words: title, label }, shownMs);
    if (celebration.notify) this.notice.show(celebration);
    if (!celebration.burst) return;
    clearTimeout(this.over);
    this.parts.celebrateInPanel({ id, title });
    this.over = setTimeout(() => this.parts.celebrateInPanel(undefined), shownMs);
  }
}

function noticeParts({ config, presenter, globalState, openPanel }: MilestoneParts): NoticeParts {
  return {
    today: () => presenter.project.today,
    allowed: () => config.settings.celebrations !== 'off',
    last: {
      get: () => {
        const day = globalState.get<unknown>(lastKey);
        return typeof day === 'string' ? day : undefined;
      },
      set: day => globalState.update(lastKey, day),
    },
    onEdit: listener =>
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // A log that grows is no typing.
        if (contentChanges.length > 0 && document.uri.scheme !== 'output') listener();
      }),
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return { dispose: () => clearTimeout(timer) };
    },
    ask: (text, ...buttons) => vscode.window.showInformationMessage(plainMessage(text), ...buttons),
    openPanel,
    turnOff: () =>
      vscode.workspace
        .getConfiguration('microwins')
        .update('celebrations', 'off', vscode.ConfigurationTarget.Global),
  };
}
