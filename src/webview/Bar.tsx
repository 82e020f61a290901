import type { JSX } from 'preact';

const pip = 6;
const pitch = 9;
/** More pips than this are a crowd; a bar says it better. */
const mostPips = 12;

interface BarProps {
  readonly done: number;
  readonly of: number;
  /** Where an even pace would be by now, 0 to 1. */
  readonly pace?: number;
}

/** How far something is, as a thin bar; words beside it say the same. */
export function Bar({ done, of, pace }: BarProps): JSX.Element {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" y="2" width="100" height="4" />
      <rect class="done" y="2" width={of > 0 ? Math.min(100, (100 * done) / of) : 0} height="4" />
      {pace !== undefined && <line class="pace-mark" x1={100 * pace} x2={100 * pace} y2="8" />}
    </svg>
  );
}

/** How many steps of a task are done, a square each. */
export function Pips({ done, of }: { done: number; of: number }): JSX.Element {
  if (of > mostPips) return <Bar done={done} of={of} />;
  return (
    <svg class="pips" width={of * pitch} height={pip} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <rect
          key={index}
          class={index < done ? 'done' : 'track'}
          x={(index + 1) * pitch - pip}
          width={pip}
          height={pip}
          rx="1"
        />
      ))}
    </svg>
  );
}
