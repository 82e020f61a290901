import * as l10n from '@vscode/l10n';
import type { WinKind } from './win';

/**
 * `2 green runs`: how many wins of one kind.
 * @param shown the count as the user's language writes it
 * @param one whether that language uses its singular form for it
 */
export function kindWords(kind: WinKind, shown: string, one: boolean): string {
  switch (kind) {
    case 'commit':
      return one ? l10n.t('{0} commit', shown) : l10n.t('{0} commits', shown);
    case 'todo':
      return one ? l10n.t('{0} TODO', shown) : l10n.t('{0} TODOs', shown);
    case 'tests':
      return one ? l10n.t('{0} green run', shown) : l10n.t('{0} green runs', shown);
    case 'step':
      return one ? l10n.t('{0} step', shown) : l10n.t('{0} steps', shown);
    case 'manual':
      return l10n.t('{0} logged by hand', shown);
  }
}
