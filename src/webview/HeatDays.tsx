import { Component, type JSX } from 'preact';
import type { Day } from '../core/day';
import { weekdayOf } from './days';
import { dayText } from './format';
import { HeatCell, type HeatMark } from './HeatCell';
import type { HeatMapCell, HeatMapLayout } from './heatMapLayout';

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
  /** All that a day's mark and words depend on besides the layout; while it stays the same, the day isn't drawn. */
  readonly drawnFor: (day: Day) => string;
}

interface HeatDayProps extends Pick<HeatDaysProps, 'markOf' | 'nameOf'> {
  readonly cell: HeatMapCell;
  readonly size: number;
  readonly isStop: boolean;
  readonly drawnFor: string;
}

/** One day. To find words for a year of them takes 20 ms, and a win changes one of them. */
class HeatDay extends Component<HeatDayProps> {
  override shouldComponentUpdate({ cell, isStop, drawnFor }: HeatDayProps): boolean {
    const { props } = this;
    return cell !== props.cell || isStop !== props.isStop || drawnFor !== props.drawnFor;
  }

  override render({ cell: { day, x, y }, size, isStop, markOf, nameOf }: HeatDayProps): JSX.Element {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a cell of the grid around it
      <g
        id={dayId + day}
        role="gridcell"
        // SVG knows it in lower case only.
        tabindex={isStop ? 0 : -1}
        aria-label={nameOf(day)}
      >
        <HeatCell mark={markOf(day)} x={x} y={y} size={size} />
      </g>
    );
  }
}

/** The cells with their weekdays and months. */
export function HeatDays({ layout, markOf, nameOf, stop, drawnFor }: HeatDaysProps): JSX.Element {
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
          {row.map(cell => (
            <HeatDay
              key={cell.day}
              cell={cell}
              size={size}
              isStop={cell.day === stop}
              markOf={markOf}
              nameOf={nameOf}
              drawnFor={drawnFor(cell.day)}
            />
          ))}
        </g>
      ))}
    </>
  );
}
