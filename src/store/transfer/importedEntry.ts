import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { type Day, dayMs } from '../../core/day';
import type { Entry } from '../../core/entry';
import { maxAnswer, maxTitle, safeText } from '../../core/text';
import { readEntry, schemas } from '../entries';
import type { JsonPath } from './jsonPlace';

/** A sentence, with a title in it. */
const maxWhy = 1000;
/** The epoch’s day, west of Greenwich. */
const firstDay: Day = '1969-12-31';
/** Days of goals and pauses, which are walked one by one, may lie this far ahead, years. */
const maxYearsAhead = 40;
const planned: ReadonlySet<string> = new Set(['from', 'to', 'by', 'since']);
const moments: ReadonlySet<string> = new Set(['at', 'createdAt', 'doneAt', 'finishedAt', 'touchedAt']);

/** Why a value is no entry. The message is fit to be shown as text. */
export class EntryFault extends Error {
  constructor(
    readonly path: JsonPath,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The entry that a value of an import is, its texts made safe: somebody else may have written the file.
 * @param now ms since the epoch
 * @param lastDay the last day that a win may have
 * @throws EntryFault when it is none
 */
export function readImported(value: unknown, now: number, lastDay: Day): Entry {
  const entry = readEntry(lineOf(value));
  if (!entry) throw faultOf(value);
  // A commit was made when its author's clock said so, right or wrong: an export of one's own must come back in.
  const anyTime = 'win' in entry && (entry.win.kind === 'commit' || entry.win.kind === 'todo');
  const isOfPlan = 'goal' in entry || 'pause' in entry;
  const lastYear = yearOf(lastDay) + maxYearsAhead;
  const check = (key: string, part: unknown, path: JsonPath): unknown => {
    if (typeof part === 'string') {
      if (key === 'title') return safeText(part, maxTitle);
      if (key === 'why') return safeText(part, maxWhy);
      if (key === 'answer') return safeText(part, maxAnswer);
      if (key === 'day') checkTime(part < firstDay, !anyTime && part > lastDay, path);
      if (isOfPlan && planned.has(key)) checkTime(part < firstDay, yearOf(part) > lastYear, path);
    } else if (typeof part === 'number' && moments.has(key)) {
      checkPast(!anyTime && part > now + dayMs, path);
    }
    return part;
  };
  return mapLeaves(entry, check) as Entry;
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function checkTime(isTooEarly: boolean, isTooLate: boolean, path: JsonPath): void {
  if (isTooEarly) throw new EntryFault(path, l10n.t('“{0}” lies before 1970.', nameOf(path)));
  checkPast(isTooLate, path);
}

function checkPast(isTooLate: boolean, path: JsonPath): void {
  if (isTooLate) throw new EntryFault(path, l10n.t('“{0}” lies in the future.', nameOf(path)));
}

/** The same data with each leaf as `change` gives it. Knows no entry types: new ones go the same way. */
function mapLeaves(
  value: unknown,
  change: (key: string, leaf: unknown, path: JsonPath) => unknown,
  path: JsonPath = [],
): unknown {
  if (Array.isArray(value)) return value.map((part, index) => mapLeaves(part, change, [...path, index]));
  if (typeof value !== 'object' || value === null) return change(String(path.at(-1)), value, path);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      // A win's source says what it likes, in words of its own.
      key === 'source' ? part : mapLeaves(part, change, [...path, key]),
    ]),
  );
}

function lineOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return ''; // nested beyond reason
  }
}

/** What is wrong, as near as the schemas tell. */
function faultOf(value: unknown): EntryFault {
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    return new EntryFault([], l10n.t('This is no entry: it has no “type”.'));
  }
  const parts: Readonly<Record<string, unknown>> = { ...value };
  for (const name of ['win', 'task', 'goal', 'pause'] as const) {
    if (!(name in parts)) continue;
    const checked: v.SafeParseResult<ReturnType<typeof schemas>[typeof name]> = v.safeParse(
      schemas()[name],
      parts[name],
    );
    if (checked.success) continue;
    const keys = (checked.issues[0]?.path ?? []).map(({ key }) =>
      typeof key === 'number' ? key : String(key),
    );
    const path = [name, ...keys];
    return new EntryFault(path, l10n.t('“{0}” is missing or not as it should be.', nameOf(path)));
  }
  const type = typeof parts.type === 'string' && /^\w{1,40}$/.test(parts.type) ? parts.type : '?';
  return new EntryFault(
    [],
    l10n.t('“{0}” is no entry that this version of Micro Wins knows, or a part of it is wrong.', type),
  );
}

/** A path in words; names that only the file knows are left out, for they may say anything. */
function nameOf(path: JsonPath): string {
  return path.map(key => (typeof key === 'number' ? key + 1 : /^\w{1,40}$/.test(key) ? key : '…')).join('.');
}
