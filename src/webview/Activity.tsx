import * as l10n from '@vscode/l10n';
import { Component, type JSX } from 'preact';
import type { Day } from '../core/day';
import { heatStep } from '../core/heatStep';
import type { PanelModel } from '../core/panelModel';
import { totalOf } from '../core/win';
import { countOf, countsOn, quietMark } from './activityDays';
import { Card } from './Card';
import { dayText, number } from './format';
import type { HeatMark } from './HeatCell';
import { dayId } from './HeatDays';
import { HeatMap } from './HeatMap';
import { type HeatMapLayout, heatMapWeeks, layOutHeatMap } from './heatMapLayout';
import { Legend } from './Legend';
import { change, type KindFilter, look } from './look';
import { Measured } from './Measured';
import { later } from './more';
import { daysInWords, kindInWords, kindsInWords, kindsName, winsInWords } from './words';

/** The kinds that the switch offers. */
const switchKinds = ['commit', 'todo', 'tests', 'step'] as const;

interface ActivityState {
  /** The days under the pointer and with the focus. */
  readonly pointed?: Day | undefined;
  readonly focused?: Day | undefined;
  /** The day that Tab leads to: the one that had the focus last. */
  readonly reached?: Day;
}

/** The year, day by day. */
export class Activity extends Component<{ readonly model: PanelModel }, ActivityState> {
  private laidOutFor = '';
  private layout: HeatMapLayout | undefined;

  /** The same object while it stays the same, so that no cell need be drawn anew for it. */
  private layOut(width: number, today: Day, firstWeekday: number): HeatMapLayout {
    const key = `${width} ${today} ${firstWeekday}`;
    if (!this.layout || this.laidOutFor !== key) {
      this.laidOutFor = key;
      this.layout = layOutHeatMap(width, today, firstWeekday, day => dayText(day, 'month'));
    }
    return this.layout;
  }

  override render({ model: { activity, today, firstWeekday } }: { readonly model: PanelModel }): JSX.Element {
    const { pointed, focused, reached = today.day } = this.state;
    const shown = pointed ?? focused;
    const Facts = later()?.Facts;
    const draw = (width: number): JSX.Element => {
      const layout = this.layOut(width, today.day, firstWeekday);
      const [lead, rest] = shown === undefined ? ['', sumOf(activity, layout)] : dayInWords(activity, shown);
      const stop = reached < layout.first ? today.day : reached;
      const { kind } = look();
      const markOf = (day: Day): HeatMark =>
        quietMark(activity, day) ?? heatStep(countOf(countsOn(activity, day), kind), today.goal);
      const onFocusIn = (): void => {
        const day = document.activeElement?.id.slice(dayId.length) ?? today.day;
        this.setState({ focused: day, reached: day });
      };
      return (
        // On the picture itself the focus handlers would make it a stop for Tab of its own (Chromium).
        <div class="map-frame" onFocusIn={onFocusIn} onFocusOut={() => this.setState({ focused: undefined })}>
          <HeatMap
            layout={layout}
            markOf={markOf}
            nameOf={day => dayInWords(activity, day).join(' ').trim()}
            stop={stop}
            // The class tells whether shades are patterns.
            drawnFor={day => [markOf(day), countsOn(activity, day), kind, document.body.className].join()}
            shown={shown}
            onChoose={day => {
              if (totalOf(countsOn(activity, day)) > 0) later()?.reveal(day);
            }}
            onPoint={day => day !== pointed && this.setState({ pointed: day })}
          />
          <div class="map-foot">
            <p class="caption">
              {lead && <b>{lead}</b>} {rest}
            </p>
            <Legend
              goal={today.goal}
              covered={activity.covered.length > 0}
              paused={activity.paused.length > 0}
            />
          </div>
        </div>
      );
    };
    return (
      <Card name="activity" title={l10n.t('Activity')} aside={<KindSwitch />}>
        <div class="activity-body">
          <Measured class="map-box">{draw}</Measured>
          {Facts && <Facts bests={activity.bests} />}
        </div>
      </Card>
    );
  }
}

function countInWords(count: number): string {
  const { kind } = look();
  return kind === 'all' ? winsInWords(count) : kindInWords(kind, count);
}

function dayInWords(activity: PanelModel['activity'], day: Day): readonly [lead: string, rest: string] {
  const { kind } = look();
  const counts = countsOn(activity, day);
  const count = countOf(counts, kind);
  const name = dayText(day, 'long');
  const lead = count > 0 ? l10n.t('{0}, {1}.', name, countInWords(count)) : l10n.t('{0}, none.', name);
  const mark = quietMark(activity, day);
  if (mark) return [lead, mark === 'covered' ? l10n.t('Covered by a rest pass') : l10n.t('Paused')];
  return [
    lead,
    kind === 'all'
      ? kindsInWords(counts)
          .map(([, words]) => words)
          .join(', ')
      : '',
  ];
}

function sumOf(activity: PanelModel['activity'], layout: HeatMapLayout): string {
  let wins = 0;
  let days = 0;
  for (const { day } of layout.rows.flat()) {
    const count = countOf(countsOn(activity, day), look().kind);
    wins += count;
    if (count > 0) days++;
  }
  return l10n.t('{0} on {1} in {2} weeks', countInWords(wins), daysInWords(days), number(heatMapWeeks));
}

function KindSwitch(): JSX.Element {
  const choice = (kind: KindFilter, name: string): JSX.Element => (
    <label key={kind}>
      <input
        id={`kind-${kind}`}
        type="radio"
        name="kind"
        checked={look().kind === kind}
        onChange={() => change({ kind })}
      />
      <span>{name}</span>
    </label>
  );
  return (
    <fieldset class="switch" aria-label={l10n.t('Kind of win')}>
      {choice('all', l10n.t('All'))}
      {switchKinds.map(kind => choice(kind, kindsName(kind)))}
    </fieldset>
  );
}
