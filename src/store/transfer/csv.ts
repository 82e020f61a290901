import { batchSize, breathe } from '../breathe';
import type { ProjectEntries } from './json';
import { localTime, type ProjectWin, winsToShow } from './shownWins';

/** Where wins come from, each in a column of its own. */
const sourceColumns = [
  'repository',
  'branch',
  'sha',
  'file',
  'line',
  'tag',
  'command',
  'folder',
  'passed',
  'task',
  'by',
] as const;
const sourceNames: ReadonlySet<string> = new Set(sourceColumns);

/** The header row. Stable and untranslated: scripts rely on it. */
const columns = [
  'day',
  'time',
  'kind',
  'title',
  'why',
  'provisional',
  'withAgent',
  'project',
  ...sourceColumns,
  'more',
  'id',
] as const;

/**
 * The wins that count, one a line, newest first, as RFC 4180 with a byte-order mark, which tells spreadsheets
 * that it is UTF-8. What else is known of a win's source stands in the column `more`, as JSON.
 */
export async function* exportCsv(projects: readonly ProjectEntries[]): AsyncGenerator<string> {
  yield `\ufeff${row(columns)}`;
  const wins = winsToShow(projects);
  for (let from = 0; from < wins.length; from += batchSize) {
    yield wins
      .slice(from, from + batchSize)
      .map(win => row(fieldsOf(win)))
      .join('');
    await breathe();
  }
}

function fieldsOf(shown: ProjectWin): string[] {
  const { win, project } = shown;
  const { id, day, kind, title, why, source } = win;
  const more = Object.entries(source).filter(([name]) => !sourceNames.has(name));
  return [
    day,
    localTime(shown),
    kind,
    title,
    why,
    String(win.provisional),
    String(win.withAgent ?? false),
    project,
    ...sourceColumns.map(name => source[name] ?? ''),
    more.length === 0 ? '' : JSON.stringify(Object.fromEntries(more)),
    id,
  ];
}

function row(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

/**
 * Where a spreadsheet may see the start of a formula: at the start of a field, and after what splits cells where
 * the comma does not (a semicolon or tab). What may stand before the sign is bounded, so that no text is slow.
 */
const formulaStart = /(^|[;\t\r\n])(?=[ "]{0,8}[=+\-@＝＋－＠])/g;

function field(text: string): string {
  const harmless = text.replace(formulaStart, "$1'");
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
