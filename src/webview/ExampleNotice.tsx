import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Button } from './Button';
import { Icon } from './Icon';
import { change } from './look';
import { say } from './say';

/** Whether something was tried in the example that has no effect there. */
let tried = false;

/** Shows the example in the place of the empty panel. */
export function openExample(): void {
  tried = false;
  change({ example: true });
  document.getElementById('close-example')?.focus();
}

/** Something in the example was pressed: what that changed on the page is drawn back, and the line says why. */
export function tryExample(): void {
  tried = true;
  change({});
  say(triedInWords());
}

function closeExample(): void {
  change({ example: false });
  document.getElementById('see-example')?.focus();
}

function triedInWords(): string {
  return l10n.t('Only an example, so nothing happened.');
}

/** Says that the day is made up. It stays in sight: a button far below answers here. */
export function ExampleNotice(): JSX.Element {
  const stays = { position: 'sticky', top: 0, zIndex: 1, background: 'var(--vscode-editor-background)' };
  return (
    <div class="notice" style={stays}>
      <Icon name="book" />
      <p>{tried ? triedInWords() : l10n.t('An example day. Nothing here is kept.')}</p>
      <Button id="close-example" look="link" onClick={closeExample}>
        {l10n.t('Close example')}
      </Button>
    </div>
  );
}
