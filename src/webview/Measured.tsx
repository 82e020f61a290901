import { Component, type ComponentChild, type JSX } from 'preact';

interface MeasuredProps {
  readonly class: string;
  /** Draws for a width in whole CSS pixels. */
  readonly children: (width: number) => ComponentChild;
}

/** A box whose content is drawn for the box's own width, and again when that changes. */
export class Measured extends Component<MeasuredProps, { readonly width: number }> {
  override state = { width: 0 };

  override componentDidMount(): void {
    const box = this.base;
    if (!(box instanceof Element)) return;
    const measure = (): void => {
      const width = box.clientWidth;
      // A hidden tab is 0 wide; drawing for that would only blink when it comes back.
      if (width > 0 && width !== this.state.width) this.setState({ width });
    };
    // At once, so that the first frame is whole.
    measure();
    new ResizeObserver(measure).observe(box);
  }

  override render({ class: name, children }: MeasuredProps): JSX.Element {
    return <div class={name}>{this.state.width > 0 && children(this.state.width)}</div>;
  }
}
