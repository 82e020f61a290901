import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addDays,
  dayNumber,
  dayOf,
  daysBetween,
  isDay,
  isTime,
  localOffset,
  monthEnd,
  monthStart,
  numberedDay,
  numberedWeekday,
  untilNextHour,
  weekdayOf,
  weekStart,
} from '../../../src/core/day';

const hour = 3_600_000;

/** Zones with DST of an hour, of half an hour, in the south, without, with odd offsets, and at both ends. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Pacific/Apia',
  'America/Santiago',
];

const clocks = new Map(
  zones.map(zone => [
    zone,
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
  ]),
);

/** What a wall clock in a zone shows: its date, its hour and its offset in minutes. */
function wall(zone: string, at: number): { day: string; hour: number; offset: number } {
  const parts = Object.fromEntries(
    (clocks.get(zone)?.formatToParts(at) ?? []).map(({ type, value }) => [type, value]),
  );
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  const shown = Date.parse(`${day}T${parts.hour}:${parts.minute}:${parts.second}Z`);
  return {
    day,
    hour: Number(parts.hour),
    offset: Math.round((shown - Math.floor(at / 1000) * 1000) / 60_000),
  };
}

/** The day `dayOf` gives for a moment in a zone. */
function dayIn(zone: string, at: string, startsAt = 0): string {
  const moment = Date.parse(at);
  return dayOf(moment, wall(zone, moment).offset, startsAt);
}

/** Hours of a day in a zone, counted in half hours. */
function hoursOf(zone: string, day: string, startsAt: number): number {
  let halves = 0;
  for (let at = Date.parse(day) - 40 * hour; at < Date.parse(day) + 60 * hour; at += hour / 2) {
    if (dayOf(at, wall(zone, at).offset, startsAt) === day) halves++;
  }
  return halves / 2;
}

suite('day', () => {
  test('is the local calendar day of the place where it happened', () => {
    assert.equal(dayIn('Europe/Berlin', '2024-06-30T21:59:59Z'), '2024-06-30');
    assert.equal(dayIn('Europe/Berlin', '2024-06-30T22:00:00Z'), '2024-07-01');
    assert.equal(dayIn('America/New_York', '2024-06-30T22:00:00Z'), '2024-06-30');
    assert.equal(dayIn('Asia/Kathmandu', '2024-06-30T18:15:00Z'), '2024-07-01');
    assert.equal(dayIn('Asia/Kathmandu', '2024-06-30T18:14:00Z'), '2024-06-30');
    assert.equal(dayIn('Pacific/Kiritimati', '2024-06-30T10:00:00Z'), '2024-07-01');
    assert.equal(dayIn('Pacific/Pago_Pago', '2024-07-01T10:59:00Z'), '2024-06-30');
  });

  test('is moved by the hour at which it starts', () => {
    assert.equal(dayIn('Asia/Tokyo', '2024-03-01T18:59:59Z', 4), '2024-03-01');
    assert.equal(dayIn('Asia/Tokyo', '2024-03-01T19:00:00Z', 4), '2024-03-02');
    assert.equal(dayIn('Asia/Tokyo', '2023-12-31T20:59:59Z', 6), '2023-12-31');
    assert.equal(dayIn('Asia/Tokyo', '2024-02-29T15:00:00Z', 1), '2024-02-29');
  });

  test('turns at the next full hour at the latest, on clocks that are half or a quarter of an hour off, too', () => {
    const left = (at: string, offset: number): number => untilNextHour(Date.parse(at), offset) / 60_000;
    assert.equal(left('2024-06-30T21:50:00Z', 120), 10);
    assert.equal(left('2024-06-30T18:20:00Z', 5.5 * 60), 10);
    assert.equal(left('2024-06-30T18:14:00Z', 5.75 * 60), 1);
    assert.equal(left('2024-06-30T02:30:00Z', -2.5 * 60), 60);
  });

  test('has 23 or 25 hours when the clocks change, whatever hour it starts at', () => {
    // At 0 and 2 the change lies inside the day; a start later than the change moves it to the day before.
    assert.equal(hoursOf('Europe/Berlin', '2024-03-31', 0), 23);
    assert.equal(hoursOf('Europe/Berlin', '2024-10-27', 0), 25);
    assert.equal(hoursOf('Europe/Berlin', '2024-03-30', 4), 23);
    assert.equal(hoursOf('Europe/Berlin', '2024-10-26', 4), 25);
    assert.equal(hoursOf('America/New_York', '2024-03-10', 0), 23);
    assert.equal(hoursOf('America/New_York', '2024-11-03', 0), 25);
    assert.equal(hoursOf('America/St_Johns', '2024-03-10', 1), 23);
    assert.equal(hoursOf('Australia/Lord_Howe', '2024-04-07', 0), 24.5);
    assert.equal(hoursOf('Australia/Lord_Howe', '2024-10-06', 0), 23.5);
    assert.equal(hoursOf('America/Santiago', '2024-09-08', 0), 23);
    assert.equal(hoursOf('America/Santiago', '2024-04-06', 0), 25);
    assert.equal(hoursOf('Asia/Tokyo', '2024-03-31', 0), 24);
  });

  test('can be missing where a zone crossed the date line', () => {
    assert.equal(hoursOf('Pacific/Apia', '2011-12-30', 0), 0);
    assert.equal(hoursOf('Pacific/Apia', '2011-12-29', 0), 24);
  });

  test('in any zone and at any start, is the date on the wall, or the one before while it is early', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) }),
        fc.nat(6),
        (zone, at, startsAt) => {
          const shown = wall(zone, at);
          const expected = shown.hour >= startsAt ? shown.day : addDays(shown.day, -1);
          assert.equal(dayOf(at, shown.offset, startsAt), expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('in flight follows the clock: the same moment lies on different days, and a day can come twice', () => {
    const takeOff = '2024-05-10T14:00:00Z'; // 02:00 on the 11th in Auckland's offset
    assert.equal(dayOf(Date.parse(takeOff), 12 * 60, 0), '2024-05-11');
    assert.equal(dayOf(Date.parse(takeOff) + 9 * hour, -10 * 60, 0), '2024-05-10'); // landed in Honolulu
    assert.equal(dayOf(Date.parse(takeOff) + 20 * hour, -10 * 60, 0), '2024-05-11');
    assert.equal(dayOf(Date.parse(takeOff), 12 * 60, 4), '2024-05-10');
  });

  test('a time that can be kept falls on a day that can be kept, on any clock', () => {
    const end = Date.UTC(9999, 11, 31);
    const clock = fc.integer({ min: -24 * 60 + 1, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end - 1 }), clock, fc.nat(6), (at, offset, startsAt) => {
        assert.ok(isTime(at));
        assert.ok(isDay(dayOf(at, offset, startsAt)), dayOf(at, offset, startsAt));
      }),
      { examples: [[end - 1, 24 * 60 - 1, 0]] },
    );
    for (const none of [-1, end, 9e15, Number.NaN, Number.POSITIVE_INFINITY, '1', null]) {
      assert.equal(isTime(none), false, String(none));
    }
  });

  test('before 1970 and on leap days is a day like any other', () => {
    assert.equal(dayOf(-1, 0, 0), '1969-12-31');
    assert.equal(dayOf(-1, 60, 0), '1970-01-01');
    assert.equal(dayIn('Europe/Berlin', '2024-02-28T23:30:00Z'), '2024-02-29');
  });

  test('the machine’s offset follows its zone through the year', () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Europe/Berlin';
      assert.equal(localOffset(Date.parse('2024-01-15T12:00:00Z')), 60);
      assert.equal(localOffset(Date.parse('2024-07-15T12:00:00Z')), 120);
      process.env.TZ = 'America/St_Johns';
      assert.equal(localOffset(Date.parse('2024-01-15T12:00:00Z')), -210);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

suite('calendar', () => {
  const days = fc
    .integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2100, 0, 1) })
    .map(at => new Date(at).toISOString().slice(0, 10));

  test('moving by days and counting them agree, across months, leap years and 1970', () => {
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2023-12-31', 1), '2024-01-01');
    assert.equal(addDays('2024-03-31', -31), '2024-02-29');
    fc.assert(
      fc.property(days, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
        const moved = addDays(day, count);
        assert.equal(daysBetween(day, moved), count);
        assert.equal(dayNumber(moved) - dayNumber(day), count);
        assert.equal(numberedDay(dayNumber(moved)), moved);
        assert.equal(numberedWeekday(dayNumber(moved)), weekdayOf(moved));
        assert.equal(moved < day, count < 0);
      }),
      { numRuns: 500 },
    );
  });

  test('a day’s number is that of days since 1970', () => {
    assert.equal(dayNumber('1970-01-01'), 0);
    assert.equal(dayNumber('1969-12-31'), -1);
    assert.equal(dayNumber('2024-01-01'), 19723);
    assert.ok(Number.isNaN(dayNumber('nonsense')));
  });

  test('weeks start on the weekday given, months on the 1st', () => {
    assert.equal(weekStart('2024-01-07', 1), '2024-01-01');
    assert.equal(weekStart('2024-01-07', 0), '2024-01-07');
    assert.equal(weekStart('2024-01-05', 6), '2023-12-30');
    assert.equal(monthStart('2024-02-29'), '2024-02-01');
    assert.equal(monthEnd('2024-02-01'), '2024-02-29');
    assert.equal(monthEnd('2023-12-31'), '2023-12-31');
    fc.assert(
      fc.property(days, fc.nat(6), (day, firstWeekday) => {
        const start = weekStart(day, firstWeekday);
        const passed = daysBetween(start, day);
        assert.ok(passed >= 0 && passed < 7);
        assert.equal(weekdayOf(start), firstWeekday);
        assert.equal(addDays(monthEnd(day), 1).slice(8), '01');
        assert.equal(monthStart(day).slice(0, 7), monthEnd(day).slice(0, 7));
      }),
      { numRuns: 500 },
    );
  });

  test('a stored day is a real one', () => {
    assert.ok(isDay('2024-02-29'));
    for (const text of ['2023-02-29', '2024-13-01', '2024-1-1', '2024-01-01T00:00', '', '+010000-01-01']) {
      assert.equal(isDay(text), false, text);
    }
  });
});
