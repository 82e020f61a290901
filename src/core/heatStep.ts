/** How strong a day looks: 0 nothing, 1 under half the goal, 2 under it, 3 reached, 4 from one and a half. */
export type HeatStep = 0 | 1 | 2 | 3 | 4;

/** A day's step in the heat-map. Tied to the daily goal, so that the colour means something. */
export function heatStep(wins: number, goal: number): HeatStep {
  if (wins <= 0) return 0;
  if (wins >= goal * 1.5) return 4;
  if (wins >= goal) return 3;
  return wins >= goal / 2 ? 2 : 1;
}

/** A line of the legend: the counts, from and to inclusive, that share a step; the last has no end. */
export interface HeatRange {
  readonly step: HeatStep;
  readonly from: number;
  readonly to?: number;
}

/** The steps that a goal can have, with their counts. Small goals skip some. */
export function heatRanges(goal: number): readonly HeatRange[] {
  const ranges: HeatRange[] = [];
  const top = Math.ceil(goal * 1.5);
  for (let from = 0; from < top; ) {
    const step = heatStep(from, goal);
    let to = from;
    while (to + 1 < top && heatStep(to + 1, goal) === step) to++;
    ranges.push({ step, from, to });
    from = to + 1;
  }
  return [...ranges, { step: 4, from: Math.max(1, top) }];
}
