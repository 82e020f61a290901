import assert from 'node:assert/strict';
import { heatRanges, heatStep } from '../../../src/core/heatStep';

suite('Steps of the heat-map', () => {
  test('follow the daily goal: none, under half, under it, reached, one and a half', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 7, 8, 40].map(wins => heatStep(wins, 5)),
      [0, 1, 1, 2, 2, 3, 3, 4, 4],
    );
  });

  test('are told by the legend in numbers', () => {
    assert.deepEqual(heatRanges(5), [
      { step: 0, from: 0, to: 0 },
      { step: 1, from: 1, to: 2 },
      { step: 2, from: 3, to: 4 },
      { step: 3, from: 5, to: 7 },
      { step: 4, from: 8 },
    ]);
  });

  test('stand in the legend as they are drawn, whatever the goal', () => {
    for (let goal = 1; goal <= 30; goal++) {
      for (let wins = 0; wins <= 60; wins++) {
        const lines = heatRanges(goal).filter(({ from, to }) => wins >= from && wins <= (to ?? wins));
        assert.deepEqual(
          lines.map(({ step }) => step),
          [heatStep(wins, goal)],
          `${wins} wins, goal ${goal}`,
        );
      }
    }
  });
});
