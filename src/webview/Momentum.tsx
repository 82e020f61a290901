import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { Figure } from './Figure';
import { number } from './format';

const height = 48;
const padding = 3;
/** The scale never spans less, so one missed day looks as small as it is. */
const leastSpan = 40;

/** A habit's strength, and how it went. */
export function Momentum({ model: { momentum } }: { model: PanelModel }): JSX.Element {
  const { value, change, series, weeks = 0 } = momentum;
  const points = number(Math.abs(change));
  const trend =
    change > 0
      ? l10n.t('Up {0} in four weeks', points)
      : change < 0
        ? l10n.t('Down {0} in four weeks', points)
        : l10n.t('Same as four weeks ago');
  const least = Math.min(...series);
  const most = Math.max(...series);
  const from = number(Math.round(least));
  const to = number(Math.round(most));
  const range =
    series.length > 1
      ? weeks > 1
        ? l10n.t('Last {0} weeks, {1} to {2}', number(weeks), from, to)
        : l10n.t('Last {0} workdays, {1} to {2}', number(series.length), from, to)
      : l10n.t('It grows a little with each day.');

  const draw = (width: number): JSX.Element => {
    const span = Math.max(leastSpan, most - least);
    // Centred on what happened, but never beyond 0 to 100.
    const bottom = Math.min(100 - span, Math.max(0, (least + most - span) / 2));
    const lastX = width - padding;
    const yOf = (of: number): number => height - padding - ((of - bottom) / span) * (height - 2 * padding);
    const points = series.map(
      (of, index) => `${((index / (series.length - 1 || 1)) * lastX).toFixed(1)} ${yOf(of).toFixed(1)}`,
    );
    return (
      <svg class="sparkline" width={width} height={height} role="img" aria-label={`${trend}. ${range}`}>
        <path class="base" d={`M0 ${height - 0.5}h${width}`} />
        <polyline points={points.join(' ')} />
        {series.length > 1 && <circle cx={lastX} cy={yOf(series.at(-1) ?? 0)} r="3" />}
      </svg>
    );
  };
  return (
    <Figure
      name="momentum"
      title={l10n.t('Momentum')}
      aside={trend}
      value={value}
      unit={l10n.t('of {0}', number(100))}
      chart={draw}
      caption={range}
    />
  );
}
