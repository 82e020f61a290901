import * as l10n from '@vscode/l10n';
import type { WinKind } from './win';

/** `2 green runs`: how many wins of one kind. */
export function kindWords(kind: WinKind, count: number): string {
  const one = count === 1;
  switch (kind) {
    case 'commit':
      return one ? l10n.t('{0} commit', count) : l10n.t('{0} commits', count);
    case 'todo':
      return one ? l10n.t('{0} TODO', count) : l10n.t('{0} TODOs', count);
    case 'tests':
      return one ? l10n.t('{0} green run', count) : l10n.t('{0} green runs', count);
    case 'step':
      return one ? l10n.t('{0} step', count) : l10n.t('{0} steps', count);
    case 'manual':
      return l10n.t('{0} logged by hand', count);
  }
}
