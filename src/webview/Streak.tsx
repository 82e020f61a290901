import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { one } from '../core/plural';
import type { DayMark } from '../core/streak';
import { Figure } from './Figure';
import { dayText, number } from './format';
import { Icon } from './Icon';
import { daysInWords } from './words';

type StreakModel = PanelModel['streak'];

const height = 40;
const markY = 14;
const letterY = 35;

/** Days in a row, and the last fourteen of them. */
export function Streak({ model: { streak } }: { model: PanelModel }): JSX.Element {
  const { current, longest, strip } = streak;
  return (
    <Figure
      name="streak"
      title={l10n.t('Streak')}
      aside={l10n.t('Best {0}', number(longest))}
      value={current}
      unit={one(current) ? l10n.t('day') : l10n.t('days')}
      chart={width => drawStrip(width, strip)}
      caption={captionOf(streak)}
    />
  );
}

function captionOf({
  current,
  passes,
  nextPassAt,
  winsToCount = 1,
  pausedTo,
  strip,
}: StreakModel): JSX.Element | string {
  const next = number(nextPassAt ?? 0);
  if (strip.at(-1)?.mark === 'paused') {
    return withCup(pausedTo ? l10n.t('Paused until {0}', dayText(pausedTo, 'long')) : l10n.t('Paused'));
  }
  if (current === 0) {
    return one(winsToCount)
      ? l10n.t('It begins with your next win.')
      : l10n.t('It begins with {0} more wins today.', number(winsToCount));
  }
  if (passes === 0 && nextPassAt === 7) {
    return l10n.t('Day {0}. A rest pass comes at day {1}', number(current), next);
  }
  const held =
    passes === 0
      ? l10n.t('No rest pass')
      : one(passes)
        ? l10n.t('{0} rest pass', number(passes))
        : l10n.t('{0} rest passes', number(passes));
  return withCup(nextPassAt === undefined ? held : l10n.t('{0}, next at day {1}', held, next));
}

function withCup(words: string): JSX.Element {
  return (
    <>
      <Icon name="coffee" />
      {words}
    </>
  );
}

function drawStrip(width: number, strip: StreakModel['strip']): JSX.Element {
  const pitch = Math.min(18, Math.floor(width / Math.max(1, strip.length)));
  const radius = pitch < 16 ? 4 : 5;
  const won = strip.filter(({ mark }) => mark === 'won').length;
  return (
    <svg
      class="strip-days"
      width={width}
      height={height}
      role="img"
      aria-label={l10n.t('Last {0}: wins on {1}', daysInWords(strip.length), daysInWords(won))}
    >
      {strip.map(({ day, mark }, index) => {
        const x = index * pitch + Math.min(radius + 2, pitch / 2);
        const today = index === strip.length - 1;
        return (
          <g key={day} class={today ? 'now' : ''}>
            {markAt(mark, x, radius)}
            {today && circle('halo', x, radius + 2)}
            <text x={x} y={letterY}>
              {dayText(day, 'letter')}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function markAt(mark: DayMark, x: number, radius: number): Drawing {
  switch (mark) {
    case 'paused':
      return <path class="dash" d={`M${x - 3} ${markY}h6`} />;
    case 'covered':
      return [circle('covered', x, radius - 0.75), circle('won', x, 1.5)];
    default:
      return circle(mark, x, mark === 'rest' ? 1.5 : radius);
  }
}

type Drawing = JSX.Element | readonly JSX.Element[];

function circle(name: string, x: number, radius: number): JSX.Element {
  return <circle class={name} cx={x} cy={markY} r={radius} />;
}
