import * as l10n from '@vscode/l10n';
import { type CelebrationMode, isMadeNow } from '../core/celebrations';
import type { Task } from '../core/task';
import type { Win } from '../core/win';
import type { StatusBar } from './statusBar';

/** How long the status bar says that a task is finished, ms. */
const finishedMs = 2000;

/** Shows a fresh win in the status bar for a moment, and a task that it finished; no sound, no pop-up. */
export function celebrateIn(
  statusBar: StatusBar,
  kept: { readonly tasks: readonly Task[] },
  mode: () => CelebrationMode,
  now: () => number,
): (change: { added: readonly Win[] }) => void {
  return ({ added }) => {
    const fresh = added.findLast(win => isMadeNow(win, now()));
    if (!fresh) return;
    statusBar.celebrate(fresh.kind);
    const task = kept.tasks.find(({ id }) => id === fresh.source.taskId);
    if (task?.finishedAt === undefined || mode() === 'off') return;
    const label = l10n.t('Task finished: {0}', task.title);
    statusBar.say({ icon: 'pass-filled', words: l10n.t('Task finished'), label }, finishedMs);
  };
}
