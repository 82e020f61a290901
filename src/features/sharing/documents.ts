import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addDays, type Day, isDay } from '../../core/day';
import { markdownText } from '../../core/markdownText';
import { type Overview, rulesOf } from '../../core/overview';
import type { PanelModel } from '../../core/panelModel';
import { weekModel } from '../../core/week';
import type { Ledger } from '../../store/ledger';
import type { Plans } from '../../store/plans';
import { sayQuietly } from '../../views/sayQuietly';
import { saveCard } from '../../views/words/card';
import { NamesChoice } from '../../views/words/shared';
import { type TeamRepository, writeShoutOuts } from '../../views/words/shoutOuts';
import { copyStandup } from '../../views/words/standup';
import { openStory } from '../../views/words/story';
import type { Detecting, Team } from '../detection/detecting';
import type { Presenter } from '../panel/presenter';

/** What texts to share are made of. */
export interface DocumentParts {
  readonly ledger: Ledger;
  readonly plans: Plans;
  readonly detection: Detecting;
  readonly presenter: Presenter;
  /** Where files are offered to be saved. */
  readonly saveFolder: vscode.Uri;
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalState'>;
  /** After the review's question was put off. */
  changed(): void;
}

const putOffKey = 'microwins.reviewPutOff';

/** Standup, weekly story and review, progress card and shout-outs: a bundle of its own, loaded when first needed. */
export class Documents {
  private readonly names: NamesChoice;
  private told: { readonly of: Overview; readonly week: PanelModel['week'] } | undefined;

  constructor(private readonly parts: DocumentParts) {
    this.names = new NamesChoice(parts.context.globalState);
  }

  /** What the panel shows of this week: reckoned anew when the numbers were. */
  get week(): PanelModel['week'] {
    const { ledger, presenter, context } = this.parts;
    // Always of these projects, as the document is: of others there are only numbers.
    const { project, locale } = presenter;
    if (this.told?.of !== project) {
      const putOff = context.workspaceState.get<unknown>(putOffKey);
      this.told = {
        of: project,
        week: weekModel(ledger, presenter.rules(), project.today, locale, putOff),
      };
    }
    return this.told.week;
  }

  copyStandup(): Promise<void> {
    return copyStandup({ ...this.basics(), names: this.names });
  }

  weeklyStory(): Promise<void> {
    const { ledger, presenter } = this.parts;
    return openStory({ ...this.basics(), kept: ledger, settings: presenter.rules(), names: this.names });
  }

  /** The sentences that the panel shows, as Markdown. */
  async copyStory(): Promise<void> {
    await vscode.env.clipboard.writeText(this.week.story.map(markdownText).join(' '));
    sayQuietly(l10n.t('This week’s story copied'));
  }

  shareCard(): Promise<void> {
    const { presenter, context, saveFolder } = this.parts;
    return saveCard({
      overview: presenter.overview,
      history: presenter.kept.days,
      firstWeekday: presenter.rules().firstWeekday,
      locale: presenter.locale,
      memento: context.globalState,
      saveFolder,
    });
  }

  shoutOuts(): Promise<void> {
    const { detection, presenter } = this.parts;
    return writeShoutOuts({
      ...this.basics(),
      firstWeekday: presenter.rules().firstWeekday,
      repositories: detection.teams.map(team => this.byDays(team)),
    });
  }

  /** Keeps the answer to the review's question; an empty one puts the question off for that week. */
  async answerReview(week: Day, answer: string): Promise<void> {
    const { plans, context, changed } = this.parts;
    if (!isDay(week)) return;
    if (answer.trim() !== '') return plans.answerReview(week, answer);
    await context.workspaceState.update(putOffKey, week);
    this.told = undefined;
    changed();
  }

  private basics() {
    const { ledger, presenter } = this.parts;
    const { today } = presenter.overview;
    const rest = rulesOf(ledger, presenter.rules());
    const wins = (from: Day) => ledger.wins({ from });
    return { today, rest, locale: presenter.locale, wins };
  }

  private byDays({ name, root, merged }: Team): TeamRepository {
    const { presenter } = this.parts;
    return {
      name,
      root,
      merged: (from, to, signal) =>
        merged(presenter.beginningOf(from), presenter.beginningOf(addDays(to, 1)), signal),
    };
  }
}
