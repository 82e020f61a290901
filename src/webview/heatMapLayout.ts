import type { Day } from '../core/day';
import { addDays, weekdayOf } from './days';

/** How many columns the heat-map has. */
export const heatMapWeeks = 53;

/** A day's square; `x` and `y` are its upper left corner, in CSS pixels. */
export interface HeatMapCell {
  readonly day: Day;
  readonly x: number;
  readonly y: number;
}

/** Where everything in the heat-map stands, in CSS pixels. */
export interface HeatMapLayout {
  readonly width: number;
  readonly height: number;
  /** From one cell to the next. */
  readonly pitch: number;
  /** A cell's edge. */
  readonly cell: number;
  readonly first: Day;
  readonly last: Day;
  /** One for each weekday of each band, its days in order. */
  readonly rows: readonly (readonly HeatMapCell[])[];
  /** Where names of months begin, on their base line, each with a day of its month. */
  readonly months: readonly HeatMapCell[];
}

const labelWidth = 30;
const monthsHeight = 18;
const monthBaseline = 10;
const bandGap = 11;
/** A letter of a month's name, and what the name takes at least before the next one may begin. */
const letterWidth = 6;
const leastMonth = 24;
/** Below this pitch one band is too small to read. */
const leastPitch = 11;
/** Weeks in the first of two bands; the second one has one more. */
const halfWeeks = 26;

/**
 * Lays out 53 weeks up to today in one band, or in two where it is narrow.
 * @param width what is there, in CSS pixels
 * @param firstWeekday the first row, 0 (Sunday) to 6
 * @param monthName what stands over a day's month
 */
export function layOutHeatMap(
  width: number,
  today: Day,
  firstWeekday: number,
  monthName: (day: Day) => string,
): HeatMapLayout {
  const room = width - labelWidth;
  const bands = room < heatMapWeeks * leastPitch ? 2 : 1;
  const columns = bands === 1 ? heatMapWeeks : heatMapWeeks - halfWeeks;
  const pitch = Math.max(4, Math.min(bands === 1 ? 16 : 18, Math.floor(room / columns)));
  const gap = pitch >= 14 ? 3 : pitch >= 10 ? 2 : 1.5;
  const bandHeight = monthsHeight + 7 * pitch + bandGap;
  const intoWeek = (weekdayOf(today) - firstWeekday + 7) % 7;
  const first = addDays(today, -intoWeek - (heatMapWeeks - 1) * 7);

  const rows: HeatMapCell[][] = Array.from({ length: bands * 7 }, () => []);
  const months: HeatMapCell[] = [];
  for (let index = 0; index <= (heatMapWeeks - 1) * 7 + intoWeek; index++) {
    const day = addDays(first, index);
    const week = Math.floor(index / 7);
    const band = bands === 2 && week >= halfWeeks ? 1 : 0;
    const column = week - band * halfWeeks;
    const x = labelWidth + column * pitch;
    const top = monthsHeight + band * bandHeight;
    rows[band * 7 + (index % 7)]?.push({ day, x, y: top + (index % 7) * pitch });
    // A name stands over the first week that begins in its month; a band's first one gives way where it is tight.
    if (index % 7 > 0 || (column > 0 && day.slice(0, 7) === addDays(day, -7).slice(0, 7))) continue;
    const before = months.at(-1);
    const nameWidth = Math.max(leastMonth, before ? letterWidth * monthName(before.day).length : 0);
    if (column > 0 && before && x - before.x < nameWidth) months.pop();
    months.push({ day, x, y: top - monthsHeight + monthBaseline });
  }
  return {
    width: labelWidth + columns * pitch - gap,
    height: bands * bandHeight - bandGap - gap,
    pitch,
    cell: pitch - gap,
    first,
    last: today,
    rows,
    months,
  };
}

/** The day at a point of the heat-map, its gap included; none between bands or in the future. */
export function dayAt({ rows, pitch }: HeatMapLayout, x: number, y: number): Day | undefined {
  return rows.flat().find(cell => x >= cell.x && x < cell.x + pitch && y >= cell.y && y < cell.y + pitch)
    ?.day;
}

const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -7,
  ArrowRight: 7,
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -28,
  PageDown: 28,
};

/** Where a key leads from a day: weeks sideways, days up and down, four weeks a page, ends of the row. */
export function dayAfterKey({ rows, first, last }: HeatMapLayout, day: Day, key: string): Day | undefined {
  const row = rows.find(cells => cells.some(cell => cell.day === day));
  if (key === 'Home') return row?.at(0)?.day;
  if (key === 'End') return row?.at(-1)?.day;
  const move = moves[key];
  if (!move) return undefined;
  const back = -Math.sign(move) * Math.min(7, Math.abs(move));
  let next = addDays(day, move);
  while (next < first || next > last) next = addDays(next, back);
  return next;
}
