import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Button } from './Button';
import { Icon } from './Icon';
import { post } from './vscode';

/** What the panel says when it has nothing to show: the numbers could not be made. */
export function Trouble(): JSX.Element {
  return (
    <main>
      <section class="empty" aria-labelledby="trouble-heading">
        <h1 id="trouble-heading">{l10n.t('The panel can’t be shown right now')}</h1>
        <p class="lead">{l10n.t('Your wins are kept. The log says what went wrong.')}</p>
        <p class="buttons">
          <Button id="try-again" look="button primary" onClick={() => post({ type: 'ready' })}>
            {l10n.t('Try again')}
          </Button>
          <Button id="show-log" look="button" onClick={() => post({ type: 'notice', action: 'showLog' })}>
            {l10n.t('Show log')}
          </Button>
        </p>
        <p class="caption">
          <Icon name="lock" />
          {l10n.t(
            'Everything is kept on this computer. No account, no telemetry, no file in your repository.',
          )}
        </p>
      </section>
    </main>
  );
}
