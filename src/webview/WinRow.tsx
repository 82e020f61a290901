import * as l10n from '@vscode/l10n';
import { Component, type JSX } from 'preact';
import type { Win } from '../core/win';
import { Button } from './Button';
import { timeText } from './format';
import { Icon } from './Icon';
import { toggle } from './look';
import { post } from './vscode';
import { isOpenable, winSource } from './winSource';
import { kindName } from './words';

interface WinRowProps {
  readonly win: Win;
  /** It came while the panel was open. */
  readonly fresh: boolean;
  /** Whether its *why* is open. */
  readonly open: boolean;
}

/** One win: what, where it came from, when, and on demand why it counted. */
export class WinRow extends Component<WinRowProps> {
  // A page has hundreds of them, and a snapshot seldom changes more than one.
  override shouldComponentUpdate(next: WinRowProps): boolean {
    return JSON.stringify(next) !== JSON.stringify(this.props);
  }

  override render({ win, fresh, open }: WinRowProps): JSX.Element {
    const { id, kind, at, title, provisional, withAgent, why, source } = win;
    const fold = `why-${id}`;
    // What it came from: a commit or a file in the editor, the step in its task; else why it counted, in words.
    const openSource = (): void => {
      const step = document.getElementById(`step-${source.stepId}`);
      if (isOpenable(win)) post({ type: 'openWin', id });
      else if (step) step.focus();
      else toggle(fold);
    };
    const tag = (words: string): JSX.Element => <span class="tag">{words}</span>;
    const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLLIElement>): void => {
      if (event.key === 'Escape' && open) toggle(fold);
    };
    return (
      <li class={`win row${open ? ' open' : ''}${fresh ? ' fresh' : ''}`} onKeyDown={onKeyDown}>
        <Icon name={kind} label={kindName(kind)} />
        <Button id={`win-${id}`} look="title" title={title} onClick={openSource}>
          {title}
        </Button>
        <div class="meta">
          {provisional && tag(l10n.t('not committed yet'))}
          {withAgent && tag(l10n.t('with agent'))}
          <span class="source">
            {winSource(win).map(({ text: words, code }) => [code ? <code>{words}</code> : words, ' '])}
          </span>
          <span class="tools">
            <Button
              id={fold}
              look="link"
              label={l10n.t('Why? {0}', title)}
              open={open}
              onClick={() => toggle(fold)}
            >
              {l10n.t('Why?')}
            </Button>
            <Button
              id={`undo-${id}`}
              look="link"
              label={l10n.t('Undo: {0}', title)}
              onClick={() => post({ type: 'undoWin', id })}
            >
              {l10n.t('Undo')}
            </Button>
          </span>
        </div>
        <time dateTime={new Date(at).toISOString()}>{timeText(at)}</time>
        {open && (
          <p class="why">
            {why} {source.command && <code>{source.command}</code>}
          </p>
        )}
      </li>
    );
  }
}
