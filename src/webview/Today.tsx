import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { totalOf } from '../core/win';
import { Card } from './Card';
import { dayText, number } from './format';
import { Icon } from './Icon';
import { kindsInWords } from './words';

const center = 36;
const radius = 31;
/** Between two arcs, in radians. */
const gap = 0.13;
/** A larger goal is one arc. */
const mostArcs = 12;

/** Today's wins out of the day's goal. */
export function Today({ model: { today, nextStep } }: { model: PanelModel }): JSX.Element {
  const { day, goal, counts } = today;
  const wins = totalOf(counts);
  return (
    <Card name="today" look="tile" title={l10n.t('Today')} aside={dayText(day, 'short')}>
      <div class="ring-row">
        <div class="ring">
          <Ring wins={wins} goal={goal} />
          <p>
            <b>{number(wins)}</b> <span>{l10n.t('of {0}', number(goal))}</span>
          </p>
        </div>
        {wins > 0 ? (
          <ul class="kinds">
            {kindsInWords(counts).map(([kind, words]) => (
              <li key={kind}>
                <Icon name={kind} />
                {words}
              </li>
            ))}
          </ul>
        ) : (
          <div class="kinds">
            <p>{l10n.t('Nothing yet.')}</p>
            {nextStep && <p class="caption">{l10n.t('Your next small step is ready.')}</p>}
          </div>
        )}
      </div>
    </Card>
  );
}

function Ring({ wins, goal }: { wins: number; goal: number }): JSX.Element {
  const arcs =
    goal > mostArcs
      ? [arcOf(0, 1, false), arcOf(0, Math.min(1, wins / goal), true)]
      : Array.from({ length: goal }, (_, index) => arcOf(index / goal, (index + 1) / goal, index < wins));
  return (
    <svg viewBox="0 0 72 72" aria-hidden="true">
      {arcs}
    </svg>
  );
}

/** @param start and `end`: in turns from twelve o'clock */
function arcOf(start: number, end: number, on: boolean): JSX.Element | false {
  const from = 2 * Math.PI * start + gap / 2;
  const to = 2 * Math.PI * end - gap / 2;
  const point = (angle: number): string =>
    `${(center + radius * Math.sin(angle)).toFixed(2)} ${(center - radius * Math.cos(angle)).toFixed(2)}`;
  return (
    to > from && (
      <path
        class={on ? 'arc on' : 'arc'}
        d={`M${point(from)}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}`}
      />
    )
  );
}
