import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween, weekdayOf } from '../../../src/webview/days';
import {
  dayAfterKey,
  dayAt,
  type HeatMapLayout,
  heatMapWeeks,
  layOutHeatMap as layOut,
} from '../../../src/webview/heatMapLayout';

/** With names of months as English has them. */
const layOutHeatMap = (width: number, today: string, firstWeekday: number): HeatMapLayout =>
  layOut(width, today, firstWeekday, () => 'Nov');

const monday = 1;
const wednesday = '2026-11-18';

const layouts = fc
  .record({
    width: fc.integer({ min: 150, max: 1400 }),
    today: fc.integer({ min: 0, max: 20_000 }).map(days => addDays('1990-01-01', days)),
    firstWeekday: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ width, today, firstWeekday }) => ({
    width,
    today,
    firstWeekday,
    layout: layOutHeatMap(width, today, firstWeekday),
  }));

suite('The heat-map', () => {
  test('shows each day of 53 weeks up to today once, and none of the future', () => {
    fc.assert(
      fc.property(layouts, ({ layout, today, firstWeekday }) => {
        const days = layout.rows.flat().map(cell => cell.day);
        const sorted = [...new Set(days)].sort();
        assert.equal(sorted.length, days.length);
        assert.equal(sorted.at(-1), today);
        assert.equal(weekdayOf(layout.first), firstWeekday);
        assert.equal(sorted.length, daysBetween(layout.first, today) + 1);
        assert.equal(Math.ceil(sorted.length / 7), heatMapWeeks);
      }),
    );
  });

  test('fits its width, with one weekday in each row', () => {
    fc.assert(
      fc.property(layouts, ({ layout, width, firstWeekday }) => {
        assert.ok(layout.width <= width, `${layout.width} in ${width}`);
        layout.rows.forEach((row, index) => {
          for (const { day, x, y } of row) {
            assert.equal(weekdayOf(day), (firstWeekday + index) % 7);
            assert.ok(x + layout.cell <= layout.width && y + layout.cell <= layout.height);
          }
        });
      }),
    );
  });

  test('finds the day under any point of its cell, and none beside the cells', () => {
    fc.assert(
      fc.property(layouts, fc.nat(), ({ layout }, pick) => {
        const cells = layout.rows.flat();
        const cell = cells[pick % cells.length];
        assert.ok(cell);
        for (const part of [0, 0.5, 0.99]) {
          const inside = part * layout.pitch;
          assert.equal(dayAt(layout, cell.x + inside, cell.y + inside), cell.day);
        }
        assert.equal(dayAt(layout, 0, cell.y), undefined);
        assert.equal(dayAt(layout, cell.x, 0), undefined);
      }),
    );
  });

  test('has the measures of the design, in one band and in two', () => {
    const wide = layOutHeatMap(911, wednesday, monday);
    assert.deepEqual([wide.pitch, wide.cell, wide.width, wide.rows.length], [16, 13, 875, 7]);
    const narrow = layOutHeatMap(414, wednesday, monday);
    assert.deepEqual([narrow.pitch, narrow.cell, narrow.rows.length], [14, 11, 14]);
    assert.equal(layOutHeatMap(612, wednesday, monday).rows.length, 14);
    assert.equal(layOutHeatMap(613, wednesday, monday).rows.length, 7);
  });

  test('names each month once a band, over the first week that begins in it', () => {
    const { months } = layOutHeatMap(911, wednesday, monday);
    assert.deepEqual(
      months.map(({ day }) => day),
      [
        ...['2025-11-17', '2025-12-01', '2026-01-05', '2026-02-02', '2026-03-02', '2026-04-06', '2026-05-04'],
        ...['2026-06-01', '2026-07-06', '2026-08-03', '2026-09-07', '2026-10-05', '2026-11-02'],
      ],
    );
  });

  test('lets a first month give way to the next where both have no room', () => {
    const { months } = layOutHeatMap(613, wednesday, monday);
    assert.equal(months[0]?.day, '2025-12-01');
  });

  test('a long name of a month needs more room than a short one', () => {
    const firstMonth = (name: string): string | undefined =>
      layOut(414, wednesday, monday, () => name).months[0]?.day;
    assert.equal(firstMonth('Nov'), '2025-11-17');
    assert.equal(firstMonth('нояб.'), '2025-12-01');
  });
});

suite('Keys in the heat-map', () => {
  const layout = layOutHeatMap(911, wednesday, monday);
  const after = (key: string, day = wednesday): string | undefined => dayAfterKey(layout, day, key);

  test('lead by days up and down, by weeks sideways, by four weeks a page', () => {
    assert.equal(after('ArrowUp'), '2026-11-17');
    assert.equal(after('ArrowLeft'), '2026-11-11');
    assert.equal(after('PageUp'), '2026-10-21');
    assert.equal(after('ArrowDown', '2026-11-15'), '2026-11-16');
    assert.equal(after('ArrowRight', '2026-11-04'), '2026-11-11');
    assert.equal(after('PageDown', '2026-01-07'), '2026-02-04');
  });

  test('lead to the ends of the row', () => {
    assert.equal(after('Home'), '2025-11-19');
    assert.equal(after('End', '2025-11-20'), '2026-11-12');
  });

  test('never lead out of the picture', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
    fc.assert(
      fc.property(
        layouts,
        fc.array(fc.constantFrom(...keys), { maxLength: 40 }),
        ({ layout: any }, pressed) => {
          let day = any.last;
          for (const key of pressed) {
            const next = dayAfterKey(any, day, key);
            assert.ok(next !== undefined && next >= any.first && next <= any.last, `${key} from ${day}`);
            if (key === 'ArrowLeft' || key === 'PageUp') assert.equal(weekdayOf(next), weekdayOf(day));
            day = next;
          }
        },
      ),
    );
  });

  test('of other kinds are left alone', () => {
    assert.equal(after('a'), undefined);
    assert.equal(after('Tab'), undefined);
  });
});
