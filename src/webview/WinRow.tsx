import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Win } from '../core/win';
import { Button } from './Button';
import { timeText } from './format';
import { Icon } from './Icon';
import { isToggled, toggle } from './look';
import { post } from './vscode';
import { isOpenable, winSource } from './winSource';
import { kindName } from './words';

interface WinRowProps {
  readonly win: Win;
  /** It came while the panel was open. */
  readonly fresh: boolean;
}

/** One win: what, where it came from, when, and on demand why it counted. */
export function WinRow({ win, fresh }: WinRowProps): JSX.Element {
  const { id, kind, at, title, provisional, withAgent, why } = win;
  const fold = `why-${id}`;
  const open = isToggled(fold);
  const tag = (words: string): JSX.Element => <span class="tag">{words}</span>;
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLLIElement>): void => {
    if (event.key === 'Escape' && open) toggle(fold);
  };
  return (
    <li class={`win row${open ? ' open' : ''}${fresh ? ' fresh' : ''}`} onKeyDown={onKeyDown}>
      <Icon name={kind} label={kindName(kind)} />
      {isOpenable(win) ? (
        <Button id={`win-${id}`} look="title" title={title} onClick={() => post({ type: 'openWin', id })}>
          {title}
        </Button>
      ) : (
        <span class="title" title={title}>
          {title}
        </span>
      )}
      <div class="meta">
        {provisional && tag(l10n.t('not committed yet'))}
        {withAgent && tag(l10n.t('with agent'))}
        <span class="source">
          {winSource(win).map(({ text: words, code }) => [code ? <code>{words}</code> : words, ' '])}
        </span>
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
      </div>
      <time dateTime={new Date(at).toISOString()}>{timeText(at)}</time>
      {open && <p class="why">{why}</p>}
    </li>
  );
}
