import * as l10n from '@vscode/l10n';
import type { Day } from '../core/day';
import type { Goal } from '../core/goals';
import { pauseText } from '../core/pauseText';
import { Phrases } from '../core/phrases';
import type { Pause } from '../core/rules';
import type { Ledger } from '../store/ledger';
import type { Recorder } from '../store/recorder';
import { askGoal } from '../views/askGoal';
import { askPause } from '../views/askPause';
import { offerUndo } from '../views/offerUndo';
import { sayQuietly } from '../views/sayQuietly';

/** What goals and pauses are kept by. */
export interface KeepingParts {
  readonly ledger: Ledger;
  readonly recorder: Recorder;
  readonly locale: string;
  /** Today, by the user's clock and settings. */
  today(): Day;
}

type TakeBack = () => Promise<void>;

/** Asks for a goal, or which one to forget; says what came of it. */
export async function setGoal(parts: KeepingParts): Promise<void> {
  const answer = await askGoal(parts.ledger.goals, parts.today(), parts.locale);
  if (!answer) return;
  if ('forget' in answer) {
    const undo = await forgetGoal(answer.forget, parts);
    offerUndo(l10n.t('Goal forgotten: {0}', answer.forget.title), undo);
  } else {
    await parts.recorder.setGoal(answer.set);
    sayQuietly(l10n.t('Goal set: {0}', answer.set.title));
  }
}

/** Forgets a goal; what is returned brings it back. */
export async function forgetGoal(goal: Goal, { ledger, recorder }: KeepingParts): Promise<TakeBack> {
  const isThere = (goals: readonly Goal[]): boolean => goals.some(({ id }) => id === goal.id);
  const project = ledger.projectWith(({ goals }) => isThere(goals));
  await recorder.removeGoal(goal.id);
  return async () => {
    if (project !== undefined && !isThere(ledger.goals))
      await ledger.record(project, [{ type: 'goal', goal }]);
  };
}

/** Asks how long to pause; says what came of it. */
export async function pauseStreak(parts: KeepingParts): Promise<void> {
  const today = parts.today();
  const pause = await askPause(today);
  if (!pause) return;
  const undo = await keepPause(pause, parts);
  if (pause.from === today) return sayQuietly(pauseText(pause, parts.locale), 'coffee');
  // What has passed can't be resumed.
  const days = new Phrases(parts.locale).range(pause.from, pause.to ?? today);
  offerUndo(l10n.t('Days off: {0}', days), undo);
}

/** Keeps a pause; what is returned makes the days what they were. */
export async function keepPause(pause: Pause, { ledger, recorder, today }: KeepingParts): Promise<TakeBack> {
  // One that runs already would go on beside it.
  if (pause.from === today()) await recorder.resume(today());
  const home = await ledger.homeProject;
  const before = ledger.pauses.find(
    each => each.from === pause.from && ledger.projectWith(({ pauses }) => pauses.includes(each)) === home,
  );
  await recorder.pause(pause);
  return async () => {
    // It may be another one by now.
    if (!ledger.pauses.some(({ from, to }) => from === pause.from && to === pause.to)) return;
    await ledger.record(home, [
      before ? { type: 'pause', pause: before } : { type: 'pauseRemoved', from: pause.from },
    ]);
  };
}
