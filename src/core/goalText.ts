import * as l10n from '@vscode/l10n';
import type { Goal } from './goals';
import type { WinKind } from './win';

/** What can be counted for a goal. */
export type GoalKind = WinKind | 'all';

/** A goal's own words: `15 wins a week`, `Close 5 TODOs by 31 May`. @param by the last day in the user's words */
export function goalTitle(kind: GoalKind, target: string, period: Goal['period'], by: string): string {
  if ('by' in period) return byTitle(kind, target, by);
  return period.every === 'week' ? weekTitle(kind, target) : monthTitle(kind, target);
}

function weekTitle(kind: GoalKind, target: string): string {
  return {
    all: l10n.t('{0} wins this week', target),
    commit: l10n.t('{0} commits this week', target),
    todo: l10n.t('{0} closed TODOs this week', target),
    tests: l10n.t('{0} green runs this week', target),
    step: l10n.t('{0} steps this week', target),
    manual: l10n.t('{0} logged wins this week', target),
  }[kind];
}

function monthTitle(kind: GoalKind, target: string): string {
  return {
    all: l10n.t('{0} wins this month', target),
    commit: l10n.t('{0} commits this month', target),
    todo: l10n.t('{0} closed TODOs this month', target),
    tests: l10n.t('{0} green runs this month', target),
    step: l10n.t('{0} steps this month', target),
    manual: l10n.t('{0} logged wins this month', target),
  }[kind];
}

function byTitle(kind: GoalKind, target: string, by: string): string {
  return {
    all: l10n.t('{0} wins by {1}', target, by),
    commit: l10n.t('{0} commits by {1}', target, by),
    todo: l10n.t('Close {0} TODOs by {1}', target, by),
    tests: l10n.t('{0} green runs by {1}', target, by),
    step: l10n.t('{0} steps by {1}', target, by),
    manual: l10n.t('{0} logged wins by {1}', target, by),
  }[kind];
}
