import type { ComponentChildren, JSX } from 'preact';

/** The section's name, short and stable: part of ids and a class of its own. */
interface CardProps {
  readonly name: string;
  /** The heading, and the name of the landmark. */
  readonly title: string;
  /** What stands at the other end of the heading's row: quiet words, or something to use. */
  readonly aside?: ComponentChildren;
  /** `tile` in the top strip, `card` below it. */
  readonly look?: 'tile' | 'card';
  readonly children: ComponentChildren;
}

/** A section of the panel: a landmark with a heading. */
export function Card({ name, title, aside, look = 'card', children }: CardProps): JSX.Element {
  const heading = `${name}-heading`;
  return (
    <section class={`${look} ${name}`} aria-labelledby={heading}>
      <div class="head">
        <h2 id={heading}>{title}</h2>
        {typeof aside === 'string' ? <span class="caption">{aside}</span> : aside}
      </div>
      {children}
    </section>
  );
}
