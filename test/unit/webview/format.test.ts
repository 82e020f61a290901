import assert from 'node:assert/strict';
import { addDays, daysBetween } from '../../../src/webview/days';
import { dayText, number, setLanguage, timeText } from '../../../src/webview/format';
import { dayHeading, whenDone } from '../../../src/webview/words';

const today = '2026-11-18';
const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo', 'Europe/Berlin'];

suite('Days and numbers in the panel', () => {
  const zone = process.env.TZ;

  setup(() => setLanguage('en-GB', today));
  teardown(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('a day is the same day in every zone', () => {
    for (const name of zones) {
      process.env.TZ = name;
      setLanguage('en-GB', today);
      assert.equal(dayText('2026-11-16', 'long'), 'Monday 16 November', name);
      assert.equal(dayText('2026-03-29', 'date'), '29 Mar', name);
    }
  });

  test('a day of another year says so', () => {
    assert.match(dayText('2025-12-02', 'long'), /2025/);
    assert.doesNotMatch(dayText('2026-12-02', 'long'), /2026/);
    assert.equal(dayText('2025-12-02', 'month'), 'Dec');
  });

  test('a moment is told on the clock of this machine, also where it travelled', () => {
    const at = Date.UTC(2026, 10, 18, 23, 30);
    for (const [name, time] of [
      ['Europe/Berlin', '00:30'],
      ['Asia/Tokyo', '08:30'],
    ]) {
      process.env.TZ = name;
      setLanguage('en-GB', today);
      assert.equal(timeText(at), time);
    }
  });

  test('words and numbers follow the language, and an unknown one means English', () => {
    setLanguage('de', today);
    assert.equal(number(1234.5), '1.234,5');
    assert.equal(dayText(today, 'long'), 'Mittwoch, 18. November');
    setLanguage('no_such!', today);
    assert.equal(number(1234.5), '1,234.5');
  });

  test('days are counted over leap days, ends of years and changes of the clock', () => {
    assert.equal(addDays('2024-02-28', 2), '2024-03-01');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
  });

  test('near days have names', () => {
    assert.equal(dayHeading(today, today), 'Today');
    assert.equal(dayHeading('2026-11-17', today), 'Yesterday');
    assert.equal(dayHeading('2026-11-16', today), 'Monday 16 November');
  });

  test('a ticked step tells its time as short as it can', () => {
    process.env.TZ = 'UTC';
    setLanguage('en-US', today);
    setLanguage('en-GB', today);
    const at = Date.parse('2026-11-18T12:00:00Z');
    assert.equal(whenDone(at, undefined, today), '12:00');
    assert.equal(whenDone(at, '2026-11-17', today), 'Yesterday');
    assert.equal(whenDone(at, '2026-11-16', today), 'Mon');
    assert.equal(whenDone(at, '2026-11-06', today), '6 Nov');
  });
});
