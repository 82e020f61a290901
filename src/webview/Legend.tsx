import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { type HeatRange, heatRanges } from '../core/heatStep';
import { number } from './format';
import { HeatCell, type HeatMark } from './HeatCell';

const size = 11;

interface LegendProps {
  readonly goal: number;
  /** Whether the map holds such days. */
  readonly covered: boolean;
  readonly paused: boolean;
}

/** What the heat-map's shades and marks stand for. */
export function Legend({ goal, covered, paused }: LegendProps): JSX.Element {
  const item = (mark: HeatMark, words: string): JSX.Element => (
    <li class={`legend-${mark}`}>
      <svg width={size} height={size} aria-hidden="true">
        <HeatCell mark={mark} x={0} y={0} size={size} />
      </svg>
      {words}
    </li>
  );
  return (
    <ul class="legend" aria-label={l10n.t('Legend: wins per day')}>
      {heatRanges(goal).map(range => item(range.step, rangeInWords(range)))}
      {covered && item('covered', l10n.t('Rest pass'))}
      {paused && item('paused', l10n.t('Paused'))}
    </ul>
  );
}

function rangeInWords({ from, to }: HeatRange): string {
  if (to === undefined) return `${number(from)}+`;
  return from === to ? number(from) : `${number(from)}–${number(to)}`;
}
