import type { ComponentChildren, JSX } from 'preact';
import { Card } from './Card';
import { number } from './format';
import { Measured } from './Measured';

interface FigureProps {
  readonly name: string;
  readonly title: string;
  readonly aside: string;
  readonly value: number;
  readonly unit: string;
  /** Draws the chart for a width in CSS pixels. */
  readonly chart: (width: number) => JSX.Element;
  readonly caption: ComponentChildren;
}

/** A section of the top strip: one large number, a chart of how it came about, and a line of words. */
export function Figure({ name, title, aside, value, unit, chart, caption }: FigureProps): JSX.Element {
  return (
    <Card name={name} look="tile" title={title} aside={aside}>
      <div class="figure-row">
        <p class="figure">
          <b>{number(value)}</b> {unit}
        </p>
        <Measured class="chart">{chart}</Measured>
      </div>
      <p class="caption">{caption}</p>
    </Card>
  );
}
