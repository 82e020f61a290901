import * as l10n from '@vscode/l10n';
import type { Day } from '../core/day';
import { pauseText } from '../core/pauseText';
import { Phrases } from '../core/phrases';
import type { Ledger } from '../store/ledger';
import type { Plans } from '../store/plans';
import { askGoal } from '../views/askGoal';
import { askPause } from '../views/askPause';
import { offerUndo } from '../views/offerUndo';
import { sayQuietly } from '../views/sayQuietly';

/** What goals and pauses are kept by. */
export interface KeepingParts {
  readonly ledger: Ledger;
  readonly plans: Plans;
  readonly locale: string;
  /** Today, by the user's clock and settings. */
  today(): Day;
}

/** Asks for a goal, or which one to forget; says what came of it. */
export async function setGoal({ ledger, plans, today, locale }: KeepingParts): Promise<void> {
  const answer = await askGoal(ledger.goals, today(), locale);
  if (!answer) return;
  if ('forget' in answer) {
    const undo = await plans.forgetGoal(answer.forget);
    offerUndo(l10n.t('Goal forgotten: {0}', answer.forget.title), undo);
  } else {
    await plans.setGoal(answer.set);
    sayQuietly(l10n.t('Goal set: {0}', answer.set.title));
  }
}

/** Asks how long to pause; says what came of it. */
export async function pauseStreak(parts: KeepingParts): Promise<void> {
  const today = parts.today();
  const pause = await askPause(today);
  if (!pause) return;
  const undo = await parts.plans.takeDaysOff(pause, today);
  if (pause.from === today) return sayQuietly(pauseText(pause, parts.locale), 'coffee');
  // What has passed can't be resumed.
  const days = new Phrases(parts.locale).range(pause.from, pause.to ?? today);
  offerUndo(l10n.t('Days off: {0}', days), undo);
}
