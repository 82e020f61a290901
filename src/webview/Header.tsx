import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Notice, PanelModel } from '../core/panelModel';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';
import { post } from './vscode';

/** The panel's name, what it is about, and the way to words for others and to the settings. */
export function Header({ model: { project, scope, empty } }: { model: PanelModel }): JSX.Element {
  const action = (id: 'copyStandup' | 'weeklyStory', icon: IconName, words: string, hint: string) => (
    <Button id={id} look="ghost" icon={icon} title={hint} onClick={() => post({ type: id })}>
      <span>{words}</span>
    </Button>
  );
  return (
    <header class="top">
      <h1>{l10n.t('Micro Wins')}</h1>
      {scope && !empty ? (
        <ScopeSwitch project={project} everywhere={scope === 'everywhere'} />
      ) : (
        project &&
        !empty && (
          <p class="project" title={project}>
            <Icon name="repo" />
            <span>{project}</span>
          </p>
        )
      )}
      <div class="actions">
        {!empty && action('copyStandup', 'copy', l10n.t('Standup'), l10n.t('Copy standup summary'))}
        {!empty && action('weeklyStory', 'book', l10n.t('Story'), l10n.t('Write weekly story'))}
        <Button
          id="settings"
          look="icon-button"
          icon="gear"
          title={l10n.t('Open settings')}
          label={l10n.t('Open settings')}
          onClick={() => post({ type: 'openSettings' })}
        />
      </div>
    </header>
  );
}

function ScopeSwitch({ project, everywhere }: { project: string; everywhere: boolean }): JSX.Element {
  const choice = (name: string, value: boolean): JSX.Element => (
    <label title={name}>
      <input
        id={value ? 'scope-everywhere' : 'scope-project'}
        type="radio"
        name="scope"
        checked={everywhere === value}
        onChange={() => post({ type: 'scope', everywhere: value })}
      />
      <span>
        {!value && <Icon name="repo" />}
        {name}
      </span>
    </label>
  );
  return (
    <fieldset class="switch scope" aria-label={l10n.t('Whose wins')}>
      {choice(project || l10n.t('This project'), false)}
      {choice(l10n.t('Everywhere'), true)}
    </fieldset>
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
