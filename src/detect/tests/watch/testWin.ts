import * as l10n from '@vscode/l10n';
import type { Day } from '../../../core/day';
import { shortHash } from '../../../core/hash';
import { safeText } from '../../../core/text';
import type { Win } from '../../../core/win';
import { type Reason, type RedRun, titleOf, whyOf } from '../rules';
import type { RunSummary } from './witness';

/** The win that a run is. */
export function testWin(id: string, summary: RunSummary, reasons: readonly Reason[], day: Day): Win {
  const { passed, main, withAgent, wider } = summary;
  const command = safeText(summary.command ?? l10n.t('Test Explorer'));
  const texts = {
    command,
    suite: shortHash(summary.suite),
    wider: wider.map(one => shortHash(one.suite)).join(' '),
    seenIn: main.place,
    terminal: main.place === 'terminal' ? main.terminalName : undefined,
    task: main.place === 'task' ? main.terminalName : undefined,
    folder: main.shownFolder,
    file: summary.file,
    passed: passed === undefined ? undefined : String(passed),
  };
  const isFirstOnly = reasons.every(reason => reason === 'firstToday');
  const ofAll = wider.map(({ name }) => name).join(', ');
  return {
    id,
    kind: 'tests',
    at: summary.endedAt,
    day,
    title: safeText(titleOf(reasons, passed)),
    provisional: false,
    ...(withAgent && { withAgent }),
    why: whyOf(reasons, isFirstOnly && ofAll ? safeText(ofAll) : command, passed),
    source: Object.fromEntries(
      Object.entries(texts).flatMap(([name, text]) => (text ? [[name, safeText(text)]] : [])),
    ),
  };
}

/** Control characters: a line with one is not typed into a terminal again. */
const control = /\p{Cc}/u;

/** How a red run can be run again: as a task, in a terminal, or in the Test Explorer; else nothing is remembered. */
export function redRunOf({ main, command, endedAt }: RunSummary): RedRun | undefined {
  const shown = safeText(command ?? l10n.t('Test Explorer'));
  if (main.place === 'explorer') return { command: shown, at: endedAt };
  if (main.place === 'task' && main.terminalName)
    return { command: shown, at: endedAt, task: main.terminalName };
  if (main.place !== 'terminal' || !main.typed || control.test(main.typed.line)) return undefined;
  return { command: shown, at: endedAt, ...main.typed };
}
