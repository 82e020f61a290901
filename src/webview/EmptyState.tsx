import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import type { WinKind } from '../core/win';
import { Button } from './Button';
import { openExample } from './ExampleNotice';
import { Icon } from './Icon';
import { post } from './vscode';
import { kindName } from './words';

/** What the panel says before anything was recorded: what will count, and how to begin. */
export function EmptyState({ onSave }: { readonly onSave: PanelModel['onSave'] | undefined }): JSX.Element {
  const row = (kind: WinKind, words: string): JSX.Element => (
    <li>
      <Icon name={kind} />
      <b>{kindName(kind)}</b>
      <span>{words}</span>
    </li>
  );
  return (
    <section class="empty" aria-labelledby="empty-heading">
      <h2 id="empty-heading">{l10n.t('Small wins show up here')}</h2>
      <p class="lead">
        {l10n.t(
          'Work as usual. Micro Wins notices what you finish, keeps it, and can always say why it counted.',
        )}
      </p>
      <ul>
        {!onSave && row('commit', l10n.t('Yours, made here, in a terminal or anywhere else'))}
        {row(
          'todo',
          onSave
            ? l10n.t('Removed from a comment, then saved')
            : l10n.t('Removed from a comment, then committed'),
        )}
        {!onSave && row('tests', l10n.t('First of the day, first after red, or more tests than ever'))}
        {row('step', l10n.t('From a task you broke into small ones'))}
      </ul>
      <p class="buttons">
        <Button id="break-down" look="button primary" onClick={() => post({ type: 'breakDownTask' })}>
          {l10n.t('Break down a task')}
        </Button>
        <Button id="log-win" look="button" onClick={() => post({ type: 'logWin' })}>
          {l10n.t('Log a win')}
        </Button>
        <Button id="see-example" look="button" onClick={openExample}>
          {l10n.t('See an example day')}
        </Button>
      </p>
      <p class="caption">
        <Icon name="lock" />
        {l10n.t('Everything is kept on this computer. No account, no telemetry, no file in your repository.')}
      </p>
    </section>
  );
}
