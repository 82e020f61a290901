import { strict as assert } from 'node:assert';
import { peakLines } from '../../../src/core/insight';
import { Phrases } from '../../../src/core/phrases';
import { life } from './reference';

/** Monday 2 November 2026. */
const monday = '2026-11-02';
const phrases = new Phrases('en-GB');
const hours = (peak: number): number[] => Array.from({ length: 24 }, (_, hour) => (hour === peak ? 20 : 1));

suite('When most wins come', () => {
  test('is a weekday and an hour', () => {
    assert.deepEqual(peakLines(life(monday, '29999'), hours(10), phrases), [
      'The hour with most wins so far: from 10:00',
    ]);
    assert.deepEqual(peakLines(life(monday, '39888'), hours(23), phrases), [
      'The weekday with most wins so far: Tuesday',
      'The hour with most wins so far: from 23:00',
    ]);
  });

  test('is not told of few wins, nor of several as many', () => {
    assert.deepEqual(peakLines(life(monday, '19999'), hours(10), phrases).length, 1);
    assert.deepEqual(peakLines(life(monday, '999'), hours(10), phrases), []);
    assert.deepEqual(peakLines(life(monday, '99999'), new Array(24).fill(2), phrases), []);
  });
});
