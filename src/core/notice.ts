import * as l10n from '@vscode/l10n';
import type { Notice } from './panelModel';

/** What could keep wins from being seen. */
export interface Situation {
  readonly trusted: boolean;
  /** There is no git to start. */
  readonly gitMissing: boolean;
  /** Neither commits nor test runs can be seen where this runs: a browser. */
  readonly onSave?: true;
  /** git won't read a repository here (dubious ownership, a broken repository). */
  readonly gitRefused: boolean;
  /** git knows no e-mail address of the user in a repository here. */
  readonly emailMissing: boolean;
  /** The win that the user took back just now, or the step or task that the user removed. */
  readonly taken: { readonly kind: 'win' | 'task'; readonly title: string } | undefined;
  /** Some of what is stored could not be read and was set aside, in a folder that can be shown or elsewhere. */
  readonly setAside?: 'in a folder' | 'elsewhere' | undefined;
  /** In words, while the streak is paused. */
  readonly paused: string | undefined;
  /** 0 to 1 while history is read. */
  readonly scanning: number | undefined;
}

/** The one line under the panel's header: the most urgent thing, and what to do about it. */
export function noticeOf(situation: Situation): Notice | undefined {
  // What the user did a moment ago comes before what has been so for long.
  if (situation.taken) {
    const { kind, title } = situation.taken;
    return {
      icon: 'discard',
      text: kind === 'win' ? l10n.t('Taken back: {0}', title) : l10n.t('Removed: {0}', title),
      action: { title: l10n.t('Undo'), id: 'restore' },
    };
  }
  if (!situation.trusted) {
    return {
      icon: 'shield',
      text: l10n.t('Restricted Mode. Steps, goals and logged wins work as always.'),
      action: { title: l10n.t('Manage trust'), id: 'manageTrust' },
    };
  }
  if (situation.gitMissing) {
    return {
      icon: 'warning',
      text: l10n.t('Git was not found, so commits are not counted. Everything else works.'),
      action: { title: l10n.t('Open settings'), id: 'openGitSettings' },
    };
  }
  if (situation.gitRefused) {
    return {
      icon: 'warning',
      text: l10n.t('Git could not read this repository, so its commits are not counted.'),
      action: { title: l10n.t('Show log'), id: 'showLog' },
    };
  }
  if (situation.emailMissing) {
    return {
      icon: 'warning',
      text: l10n.t('Git does not know your e-mail address, so it can’t tell which commits are yours.'),
      action: { title: l10n.t('Open settings'), id: 'openSettings' },
    };
  }
  if (situation.setAside) {
    const openFolder = { title: l10n.t('Open folder'), id: 'openFolder' } as const;
    const showLog = { title: l10n.t('Show log'), id: 'showLog' } as const;
    return {
      icon: 'warning',
      text: l10n.t('Some of the stored wins could not be read. A copy was set aside; the rest is fine.'),
      action: situation.setAside === 'in a folder' ? openFolder : showLog,
    };
  }
  if (situation.paused !== undefined) {
    return {
      icon: 'coffee',
      text: situation.paused,
      action: { title: l10n.t('Resume'), id: 'resumeStreak' },
    };
  }
  if (situation.scanning !== undefined) {
    const percent = `${Math.round(situation.scanning * 100)}%`;
    return {
      icon: 'sync',
      text: l10n.t('Reading history, {0}. Wins appear as they are found.', percent),
      action: { title: l10n.t('Cancel'), id: 'cancelScan' },
    };
  }
  return undefined;
}
