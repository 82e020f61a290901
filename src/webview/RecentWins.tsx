import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Day } from '../core/day';
import type { PanelModel } from '../core/panelModel';
import { totalOf, type Win, winKinds } from '../core/win';
import { holds, mostListed } from '../core/winList';
import { countsOn } from './activityDays';
import { Button } from './Button';
import { Card } from './Card';
import { dayText, number } from './format';
import { Icon } from './Icon';
import { isToggled, type KindFilter, look } from './look';
import { WinRow } from './WinRow';
import { listKind, listWins, searchWins } from './winQuery';
import { dayHeading, kindsName } from './words';

/** How many more wins *Show earlier wins* asks for, as long as one page holds them. */
const more = 50;

interface RecentWinsProps {
  readonly model: PanelModel;
  /** Ids of the wins that came while the panel was open. */
  readonly fresh: ReadonlySet<string>;
}

/** A page of the newest wins, or of those that were searched for, by day. */
export function RecentWins({ model, fresh }: RecentWinsProps): JSX.Element {
  const { recent, moreWins, activity, today, scope, list } = model;
  const { list: query, elsewhere } = look();
  const { kind, search } = query;
  // What is here is filtered at once; the host's answer about all the others comes after it.
  const found = recent
    .slice(0, mostListed)
    .filter(win => (kind === 'all' || win.kind === kind) && holds(win, search));
  const newer = list?.newer ?? 0;
  // The page may begin or end in the middle of a day; the day's own count is whole.
  const countFor = (day: Day, wins: readonly Win[]): number =>
    list || found.length < recent.length || scope === 'everywhere'
      ? wins.length
      : Math.max(wins.length, totalOf(countsOn(activity, day)));
  const showEarlier = (): void => {
    const count = recent.length + more;
    // A page that can't grow any more, or was cut short by its size, is turned.
    if (newer === 0 && count <= mostListed && recent.length >= look().list.count) listWins({ count });
    else turn(newer + recent.length);
  };
  return (
    <Card
      name="recent"
      title={l10n.t('Recent wins')}
      aside={
        <div class="filters">
          <KindSelect />
          <Search />
        </div>
      }
    >
      {elsewhere && scope === 'everywhere' && (
        <p id="elsewhere" class="caption" tabIndex={-1}>
          {l10n.t('{0}: the wins of this day are in other projects.', dayText(elsewhere, 'long'))}
        </p>
      )}
      {newer > 0 && (
        <p class="buttons">
          <Button id="show-newest" look="link" onClick={() => turn(0)}>
            {l10n.t('Show the newest')}
          </Button>
          <Button id="show-later" look="link" onClick={() => turn(Math.max(0, newer - mostListed))}>
            {l10n.t('Show later wins')}
          </Button>
        </p>
      )}
      {byDay(found).map(([day, wins]) => (
        <div class="day" key={day}>
          <h3 id={`wins-${day}`} tabIndex={-1}>
            {dayHeading(day, today.day)} <span class="caption">{number(countFor(day, wins))}</span>
          </h3>
          <ul>
            {wins.map(win => (
              <WinRow key={win.id} win={win} fresh={fresh.has(win.id)} open={isToggled(`why-${win.id}`)} />
            ))}
          </ul>
        </div>
      ))}
      {found.length === 0 && (
        <p class="caption">
          {search || kind !== 'all'
            ? l10n.t('No wins match.')
            : l10n.t('Nothing yet. What you finish shows up here.')}
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

/** Turns to the page that begins after so many newer wins, and to its beginning. */
function turn(newer: number): void {
  listWins({ newer, count: mostListed });
  const heading = document.getElementById('recent-heading');
  if (!heading) return;
  // The button that was pressed may not be on the next page.
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

function KindSelect(): JSX.Element {
  const choice = (kind: KindFilter, words: string): JSX.Element => (
    <option key={kind} value={kind} selected={look().list.kind === kind}>
      {words}
    </option>
  );
  return (
    <select
      id="list-kind"
      class="field"
      aria-label={l10n.t('Kind of win to list')}
      onChange={event => listKind(event.currentTarget.value as KindFilter)}
    >
      {choice('all', l10n.t('All kinds'))}
      {winKinds.map(kind => choice(kind, kindsName(kind)))}
    </select>
  );
}

function Search(): JSX.Element {
  const words = l10n.t('Search wins');
  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        class="field"
        type="search"
        placeholder={words}
        aria-label={words}
        value={look().list.search}
        onInput={event => searchWins(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape' && !event.isComposing) searchWins('');
        }}
      />
    </div>
  );
}

function byDay(wins: readonly Win[]): readonly (readonly [Day, readonly Win[]])[] {
  const days = new Map<Day, Win[]>();
  for (const win of wins) {
    const others = days.get(win.day);
    if (others) others.push(win);
    else days.set(win.day, [win]);
  }
  return [...days];
}
