import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Day } from '../core/day';
import type { PanelModel } from '../core/panelModel';
import { totalOf, type Win } from '../core/win';
import { countsOn } from './activityDays';
import { Button } from './Button';
import { Card } from './Card';
import { number } from './format';
import { Icon } from './Icon';
import { change, look } from './look';
import { post } from './vscode';
import { WinRow } from './WinRow';
import { matches } from './winSource';
import { dayHeading } from './words';

/** How many more wins *Show earlier wins* asks for. */
const more = 50;

interface RecentWinsProps {
  readonly model: PanelModel;
  /** Ids of the wins that came while the panel was open. */
  readonly fresh: ReadonlySet<string>;
}

/** The newest wins by day. */
export function RecentWins({ model, fresh }: RecentWinsProps): JSX.Element {
  const { recent, moreWins, activity, today, scope } = model;
  const found = recent.filter(win => matches(win, look().search));
  // The list may end in the middle of a day; the day's own count is whole.
  const countFor = (day: Day, wins: readonly Win[]): number =>
    found.length < recent.length || scope === 'everywhere'
      ? wins.length
      : Math.max(wins.length, totalOf(countsOn(activity, day)));
  const showEarlier = (): void => {
    const shown = recent.length + more;
    change({ shown });
    post({ type: 'showWins', count: shown });
  };
  return (
    <Card name="recent" title={l10n.t('Recent wins')} aside={<Search />}>
      {byDay(found).map(([day, wins]) => (
        <div class="day" key={day}>
          <h3 id={`wins-${day}`} tabIndex={-1}>
            {dayHeading(day, today.day)} <span class="caption">{number(countFor(day, wins))}</span>
          </h3>
          <ul>
            {wins.map(win => (
              <WinRow key={win.id} win={win} fresh={fresh.has(win.id)} />
            ))}
          </ul>
        </div>
      ))}
      {found.length === 0 && (
        <p class="caption">
          {look().search ? l10n.t('No wins match.') : l10n.t('Nothing yet. What you finish shows up here.')}
        </p>
      )}
      {moreWins && (
        <p class="foot">
          <Button id="show-earlier" look="link" onClick={showEarlier}>
            {l10n.t('Show earlier wins')}
          </Button>
        </p>
      )}
    </Card>
  );
}

function Search(): JSX.Element {
  const words = l10n.t('Search wins');
  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        placeholder={words}
        aria-label={words}
        value={look().search}
        onInput={event => change({ search: event.currentTarget.value })}
        onKeyDown={event => {
          if (event.key === 'Escape' && !event.isComposing) change({ search: '' });
        }}
      />
    </div>
  );
}

function byDay(wins: readonly Win[]): readonly (readonly [Day, readonly Win[]])[] {
  const days = new Map<Day, Win[]>();
  for (const win of wins) days.set(win.day, [...(days.get(win.day) ?? []), win]);
  return [...days];
}
