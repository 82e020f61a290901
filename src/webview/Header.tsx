import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Notice } from '../core/panelModel';
import { Button } from './Button';
import { Icon } from './Icon';
import { post } from './vscode';

/** The panel's name, the project's, and the way to the settings. */
export function Header({ project }: { project: string }): JSX.Element {
  return (
    <header class="top">
      <h1>{l10n.t('Micro Wins')}</h1>
      {project && (
        <p class="project" title={project}>
          <Icon name="repo" />
          <span>{project}</span>
        </p>
      )}
      <Button
        id="settings"
        look="icon-button"
        icon="gear"
        title={l10n.t('Open settings')}
        onClick={() => post({ type: 'openSettings' })}
      />
    </header>
  );
}

/** One calm line about what is going on, with at most one thing to do about it. */
export function NoticeLine({ notice: { icon, text, action } }: { notice: Notice }): JSX.Element {
  return (
    <div class="notice">
      <Icon name={icon} />
      <p>{text}</p>
      {action && (
        <Button id="notice-action" look="link" onClick={() => post({ type: 'notice', action: action.id })}>
          {action.title}
        </Button>
      )}
    </div>
  );
}
