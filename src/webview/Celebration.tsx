import * as l10n from '@vscode/l10n';
import { Component, type JSX } from 'preact';
import { Button } from './Button';
import { number } from './format';
import { Icon } from './Icon';
import { change, look, remember } from './look';

/** How long the number counts up, in ms. */
const countMs = 400;
const strokes = 12;

/** The first number of a text, as it is written there. */
const numberIn = /\d[\d.,\s]*\d|\d/;

/** A line for what was just reached: its number counts up, and a few strokes leave its icon, once. */
export class Celebration extends Component<
  { readonly title: string },
  { readonly count?: number | undefined }
> {
  private frame = 0;
  // The page may be made anew; what moved once doesn't again.
  private readonly first = look().played !== this.props.title;

  override componentDidMount(): void {
    if (!this.first) return;
    remember({ played: this.props.title });
    const goal = Number(numberIn.exec(this.props.title)?.[0].replace(/\D/g, ''));
    if (!goal || !mayMove()) return;
    const began = performance.now();
    const step = (): void => {
      const share = (performance.now() - began) / countMs;
      if (share < 1) {
        this.setState({ count: Math.round(goal * share) });
        this.frame = requestAnimationFrame(step);
      } else {
        this.setState({ count: undefined });
      }
    };
    this.frame = requestAnimationFrame(step);
  }

  override componentWillUnmount(): void {
    cancelAnimationFrame(this.frame);
  }

  override render(): JSX.Element {
    const { title } = this.props;
    const { count } = this.state;
    return (
      <div class="notice celebration">
        <Icon name="reached" />
        {this.first && (
          <svg class="burst" viewBox="-24 -24 48 48" aria-hidden="true">
            {Array.from({ length: strokes }, (_, index) => (
              <path key={index} d="M0 -11v-9" transform={`rotate(${(360 / strokes) * index})`} />
            ))}
          </svg>
        )}
        <p aria-label={l10n.t('Reached: {0}', title)} role="status">
          <b aria-hidden="true">{count === undefined ? title : title.replace(numberIn, number(count))}</b>
        </p>
        <Button id="close-celebration" look="link" onClick={() => change({ celebrated: title })}>
          {l10n.t('Close')}
        </Button>
      </div>
    );
  }
}

/** Whether the user wants anything to move. */
function mayMove(): boolean {
  return (
    !matchMedia('(prefers-reduced-motion)').matches &&
    !document.body.classList.contains('vscode-reduce-motion')
  );
}
