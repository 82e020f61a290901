import * as l10n from '@vscode/l10n';
import { isBefore } from './ledger';
import { markdownCode, markdownText } from './markdownText';
import { kindHeading } from './phrases';
import { type Win, winKinds } from './win';

/** Wins of one kind and place, oldest first. */
export interface WinGroup {
  /** As Markdown: the kind, and where: `Commits · my-repo · main`. */
  readonly heading: string;
  readonly wins: readonly Win[];
}

/** What lists of wins show of them. */
export interface WinListOptions {
  /** Whether repositories and branches are named. */
  readonly names: boolean;
  /** Whether each win brings its proof: the commit's hash, the TODO's file and line. */
  readonly evidence: boolean;
}

/** Branches that every other repository has: their names tell nothing. */
const commonBranches = new Set(['main', 'master', 'trunk', 'develop', 'dev']);

/** Names of repositories and branches that wins bring along. */
export function namesIn(wins: readonly Win[]): ReadonlySet<string> {
  return new Set(
    wins.flatMap(({ source }) => [source.repository, source.branch].filter(name => name !== undefined)),
  );
}

/** Every win once: by kind in the order of `winKinds`, then by place, then by time. */
export function groupWins(wins: readonly Win[], names: boolean): WinGroup[] {
  const ordered = [...wins].sort((one, other) => (isBefore(one, other) ? -1 : 1));
  return winKinds.flatMap(kind => {
    const groups = new Map<string, Win[]>();
    for (const win of ordered) {
      if (win.kind !== kind) continue;
      const heading = [kindHeading(kind), ...placeOf(win, names).map(markdownText)].join(' · ');
      const group = groups.get(heading);
      if (group) group.push(win);
      else groups.set(heading, [win]);
    }
    return Array.from(groups, ([heading, group]) => ({ heading, wins: group }));
  });
}

/**
 * The list of some wins as Markdown, a line each.
 * @param hidden names that must not show up in commands and paths
 */
export function winLines(
  wins: readonly Win[],
  { names, evidence }: WinListOptions,
  hidden: ReadonlySet<string>,
): string {
  return wins.map(win => `- ${lineOf(win, evidence, names ? new Set() : hidden)}\n`).join('');
}

function placeOf({ kind, source }: Win, names: boolean): string[] {
  if (kind === 'step') return source.task ? [source.task] : [];
  if (!names) return [];
  return [source.repository, source.branch].flatMap(name => name || []);
}

function lineOf(win: Win, evidence: boolean, hidden: ReadonlySet<string>): string {
  const { sha, command, file, line } = win.source;
  const hash = evidence && win.kind === 'commit' && sha ? `${markdownCode(sha.slice(0, 7))} ` : '';
  const place = evidence && win.kind === 'todo' && file ? (line ? `${file}:${line}` : file) : undefined;
  const code = [win.kind === 'tests' ? command : undefined, place].flatMap(text =>
    text && !holdsOneOf(text, hidden) ? [text] : [],
  );
  const details = [
    ...code.map(markdownCode),
    ...(win.provisional ? [l10n.t('not committed yet')] : []),
    ...(evidence && win.withAgent ? [l10n.t('with agent')] : []),
  ];
  return `${hash}${markdownText(win.title)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

function holdsOneOf(text: string, names: ReadonlySet<string>): boolean {
  const lower = text.toLowerCase();
  return [...names].some(
    name => name !== '' && !commonBranches.has(name) && lower.includes(name.toLowerCase()),
  );
}
