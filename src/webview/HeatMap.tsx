import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Day } from '../core/day';
import { dayId, HeatDays, type HeatDaysProps } from './HeatDays';
import { dayAfterKey, dayAt } from './heatMapLayout';

interface HeatMapProps extends HeatDaysProps {
  /** The day under the pointer or with the focus, if any. */
  readonly shown: Day | undefined;
  readonly onPoint: (day: Day | undefined) => void;
  /** The user wants to see the day's wins. */
  readonly onChoose: (day: Day) => void;
}

/** 53 weeks of days: one stop for Tab, arrow keys inside, Enter shows the day's wins. */
export function HeatMap(props: HeatMapProps): JSX.Element {
  const { layout, stop, shown, onPoint, onChoose } = props;

  const onKeyDown = (event: JSX.TargetedKeyboardEvent<SVGSVGElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') onChoose(stop);
    const next = dayAfterKey(layout, stop, event.key);
    if (next === undefined) return;
    event.preventDefault();
    document.getElementById(dayId + next)?.focus();
  };
  const dayUnder = (event: JSX.TargetedMouseEvent<SVGSVGElement>): Day | undefined => {
    const box = event.currentTarget.getBoundingClientRect();
    return dayAt(layout, event.clientX - box.left, event.clientY - box.top);
  };
  const onClick = (event: JSX.TargetedMouseEvent<SVGSVGElement>): void => {
    const day = dayUnder(event);
    if (day !== undefined) onChoose(day);
  };
  const outline = (name: string, day: Day | undefined, by: number): JSX.Element | undefined => {
    const cell = layout.rows.flat().find(known => known.day === day);
    const edge = layout.cell + 2 * by;
    return (
      cell && <rect class={name} x={cell.x - by} y={cell.y - by} width={edge} height={edge} rx={2 + by} />
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture that is walked like a table
    <svg
      class="map"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: keys and focus are handled below
      role="grid"
      aria-label={l10n.t('Wins by day')}
      width={layout.width}
      height={layout.height}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onPointerMove={event => onPoint(dayUnder(event))}
      onPointerLeave={() => onPoint(undefined)}
    >
      <HeatDays {...props} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g aria-hidden="true">
        {outline('today-mark', layout.last, 1.5)}
        {outline('halo', shown, 2.5)}
        {outline('over', shown, 2.5)}
      </g>
    </svg>
  );
}
