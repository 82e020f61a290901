import * as l10n from '@vscode/l10n';
import type { Win } from '../core/win';

/** A piece of what stands beside a win: plain words, or code. */
export interface SourcePart {
  readonly text: string;
  readonly code?: boolean;
}

/** Where a win came from, in at most two pieces. */
export function winSource({ kind, source }: Win): readonly SourcePart[] {
  const { sha, branch, file, command, task, passed, repository, by } = source;
  const commit = sha ? [{ text: sha.slice(0, 7), code: true }] : [];
  switch (kind) {
    case 'commit':
      return [{ text: branch ?? repository ?? '' }, ...commit];
    case 'todo':
      return [{ text: file?.split(/[\\/]/).at(-1) ?? branch ?? '' }, ...commit];
    case 'tests':
      return [{ text: command ?? '', code: true }, { text: passed ? l10n.t('{0} passed', passed) : '' }];
    case 'step':
      return [{ text: task ?? '' }];
    case 'manual':
      return [{ text: by ?? l10n.t('logged by hand') }];
  }
}

/** Whether a click on the win can open what it came from. */
export function isOpenable({ source }: Win): boolean {
  return Boolean(source.sha ?? source.file);
}
