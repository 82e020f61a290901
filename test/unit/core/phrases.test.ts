import { strict as assert } from 'node:assert';
import { kindHeading, Phrases, paceInWords } from '../../../src/core/phrases';
import { winKinds } from '../../../src/core/win';

suite('Counts, dates and lists in words', () => {
  test('are singular and plural, with the language’s own numbers', () => {
    const english = new Phrases('en');
    assert.equal(english.wins(1), '1 win');
    assert.equal(english.wins(0), '0 wins');
    assert.equal(english.wins(6.5), '6.5 wins');
    assert.equal(english.days(1200), '1,200 days');
    assert.equal(new Phrases('de').number(1234.56), '1.234,6');
    assert.deepEqual(
      winKinds.map(kind => english.kind(kind, 1)),
      ['1 commit', '1 closed TODO', '1 green run', '1 step', '1 logged by hand'],
    );
    assert.deepEqual(
      winKinds.map(kind => english.kind(kind, 2)),
      ['2 commits', '2 closed TODOs', '2 green runs', '2 steps', '2 logged by hand'],
    );
  });

  test('days are the calendar’s, in every zone and language', () => {
    const zone = process.env.TZ;
    try {
      for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env.TZ = name;
        assert.equal(new Phrases('en-GB').day('2026-11-20'), 'Friday 20 November');
        assert.equal(new Phrases('en-GB').fullDate('2026-11-20'), '20 November 2026');
        assert.match(new Phrases('en-GB').hour(9), /^0?9:00$/);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    for (const locale of ['de', 'es', 'fr', 'ja', 'zh-cn', 'ar', 'pt-br', 'qps-ploc']) {
      const phrases = new Phrases(locale);
      const texts = [phrases.day('2026-11-20'), phrases.range('2026-11-16', '2026-11-22'), phrases.hour(0)];
      for (const text of [...texts, phrases.list(['a', 'b', 'c'])]) assert.doesNotMatch(text, /^$|Invalid/);
    }
  });

  test('kinds and paces have their words', () => {
    assert.deepEqual(winKinds.map(kindHeading), [
      'Commits',
      'Closed TODOs',
      'Green test runs',
      'Steps',
      'Also done',
    ]);
    assert.equal(paceInWords('on-track'), 'on track');
  });
});
