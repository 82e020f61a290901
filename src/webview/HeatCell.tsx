import type { JSX } from 'preact';
import type { HeatStep } from '../core/heatStep';

/** How a day looks: its step, or the mark of a day that has no wins. */
export type HeatMark = HeatStep | 'covered' | 'paused';

/** In high contrast a step is a square that grows, as a share of the cell. */
const shares = [0, 0.32, 0.55, 0.78, 1] as const;

/** Whether the theme is one of high contrast, where patterns take the place of shades. */
function isHighContrast(): boolean {
  return document.body.className.includes('high-contrast');
}

interface HeatCellProps {
  readonly mark: HeatMark;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The drawing of one day, in the map and in its legend. */
export function HeatCell({ mark, x, y, size }: HeatCellProps): JSX.Element {
  const middle = size / 2;
  if (mark === 'paused') return <path class="dash" d={`M${x + middle - 2.5} ${y + middle}h5`} />;
  const step = mark === 'covered' ? 0 : mark;
  const patterned = isHighContrast();
  const inner = patterned ? size * shares[step] : size;
  const square = (name: string, edge: number): JSX.Element => (
    <rect
      class={name}
      x={x + (size - edge) / 2}
      y={y + (size - edge) / 2}
      width={edge}
      height={edge}
      rx={edge < 7 ? edge / 8 : 2.5}
    />
  );
  return (
    <>
      {patterned && square('edge', size - 1)}
      {square(`cell s${step}`, inner)}
      {mark === 'covered' && <circle class="covered" cx={x + middle} cy={y + middle} r={size / 5} />}
    </>
  );
}
