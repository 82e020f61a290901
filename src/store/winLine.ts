import { isDay, isTime } from '../core/day';
import type { Entry } from '../core/entry';
import { type Win, winKinds } from '../core/win';
import { type Fields, isFields } from './migrations';

const kinds: ReadonlySet<unknown> = new Set(winKinds);
const traps: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);
/** Days that were checked: thousands of wins share a few. Bounded, since a journal is anybody's text. */
const goodDays = new Set<unknown>();
const mostGoodDays = 10_000;

/**
 * The entry of a parsed line that is a win of the everyday form: most lines of a journal are, and checking
 * them by hand takes a tenth of the schema's time. Undefined for all else, also for what is merely unusual:
 * then the schema decides. What is given here is exactly what the schema would give.
 */
export function plainWinEntry(value: unknown): Entry | undefined {
  if (!isFields(value) || value.type !== 'win') return undefined;
  const { win, offset } = value;
  if (typeof offset !== 'number' || !Number.isFinite(offset) || !isPlainWin(win) || fieldsOf(value) !== 3)
    return undefined;
  return { type: 'win', win, offset };
}

function isPlainWin(value: unknown): value is Win {
  if (!isFields(value)) return false;
  const { id, kind, at, day, title, provisional, withAgent, why, source } = value;
  return (
    isText(id, 200) &&
    id !== '' &&
    kinds.has(kind) &&
    isTime(at) &&
    isGoodDay(day) &&
    isText(title, 1000) &&
    typeof provisional === 'boolean' &&
    isText(why, 1000) &&
    isFields(source) &&
    hasTextsOnly(source) &&
    // Nothing beside these: the schema would leave it out.
    fieldsOf(value) === (typeof withAgent === 'boolean' ? 9 : 8)
  );
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

function isGoodDay(value: unknown): boolean {
  if (goodDays.has(value)) return true;
  if (typeof value !== 'string' || !isDay(value)) return false;
  if (goodDays.size < mostGoodDays) goodDays.add(value);
  return true;
}

/** Whether every field is text, under a name that the schema does not drop. */
function hasTextsOnly(source: Fields): boolean {
  for (const name in source) {
    if (typeof source[name] !== 'string' || traps.has(name)) return false;
  }
  return true;
}

function fieldsOf(value: Fields): number {
  let count = 0;
  for (const _ in value) count++;
  return count;
}
