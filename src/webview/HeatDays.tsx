import { Component, type JSX } from 'preact';
import type { Day } from '../core/day';
import { weekdayOf } from './days';
import { dayText } from './format';
import { HeatCell, type HeatMark } from './HeatCell';
import type { HeatMapLayout } from './heatMapLayout';

/** The id of a day's cell begins with this, and the day follows. */
export const dayId = 'day-';

/** What the days are drawn from. */
export interface HeatDaysProps {
  readonly layout: HeatMapLayout;
  readonly markOf: (day: Day) => HeatMark;
  /** The day in words, the cell's name for screen readers. */
  readonly nameOf: (day: Day) => string;
  /** The day that Tab leads to. */
  readonly stop: Day;
  /** All that the drawing depends on; while it stays the same, nothing is drawn. */
  readonly drawnFor: readonly unknown[];
}

/** The cells with their weekdays and months. A year of them is too much to draw for each move of the pointer. */
export class HeatDays extends Component<HeatDaysProps> {
  override shouldComponentUpdate({ drawnFor }: HeatDaysProps): boolean {
    return drawnFor.some((value, index) => value !== this.props.drawnFor[index]);
  }

  override render({ layout, markOf, nameOf, stop }: HeatDaysProps): JSX.Element {
    const { rows, months, cell: size } = layout;
    return (
      <>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g aria-hidden="true">
          {months.map(({ x, y, day }) => (
            <text key={day} x={x} y={y}>
              {dayText(day, 'month')}
            </text>
          ))}
          {rows.map(
            ([first]) =>
              first &&
              weekdayOf(first.day) % 2 === 1 && (
                <text key={first.y} x="0" y={first.y + size / 2 + 4}>
                  {dayText(first.day, 'weekday')}
                </text>
              ),
          )}
        </g>
        {rows.map(row => (
          // biome-ignore lint/a11y/useSemanticElements: a row of the grid around it
          <g key={row[0]?.y} role="row">
            {row.map(({ day, x, y }) => (
              // biome-ignore lint/a11y/useSemanticElements: a cell of that grid
              <g
                key={day}
                id={dayId + day}
                role="gridcell"
                // SVG knows it in lower case only.
                tabindex={day === stop ? 0 : -1}
                aria-label={nameOf(day)}
              >
                <HeatCell mark={markOf(day)} x={x} y={y} size={size} />
              </g>
            ))}
          </g>
        ))}
      </>
    );
  }
}
