import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { Button } from './Button';
import { Card } from './Card';
import { Icon } from './Icon';
import { post } from './vscode';

type NextStepModel = NonNullable<PanelModel['nextStep']>;

/** The one suggestion of what to do next; or the way to have one. */
export function NextStep({ model: { nextStep } }: { model: PanelModel }): JSX.Element {
  return (
    <Card
      name="next"
      look="tile"
      title={l10n.t('Next small step')}
      aside={nextStep?.today ? l10n.t('Picked for today') : undefined}
    >
      {nextStep ? suggestion(nextStep) : invitation()}
    </Card>
  );
}

function suggestion({ id, title, detail, act, today, another }: NextStepModel): JSX.Element {
  const say = (what: 'act' | 'another' | 'today'): void => post({ type: 'nextStep', id, act: what });
  return (
    <>
      <p class="step-title" title={title}>
        {title}
      </p>
      <p class="caption">
        {act.id === 'done' && <Icon name="step" />}
        <span>{detail}</span>
      </p>
      <div class="buttons">
        <Button id="next-act" look="button primary" onClick={() => say('act')}>
          {act.title}
        </Button>
        {another && (
          <Button id="next-another" look="button" onClick={() => say('another')}>
            {l10n.t('Another')}
          </Button>
        )}
        {today === false && (
          <Button id="next-today" look="link" onClick={() => say('today')}>
            {l10n.t('Commit to today')}
          </Button>
        )}
      </div>
    </>
  );
}

function invitation(): JSX.Element {
  return (
    <>
      <p class="step-title">{l10n.t('No open step.')}</p>
      <p class="caption">{l10n.t('Break a task into small ones, and the first is easy to take.')}</p>
      <div class="buttons">
        <Button id="next-break-down" look="button" onClick={() => post({ type: 'breakDownTask' })}>
          {l10n.t('Break down a task')}
        </Button>
      </div>
    </>
  );
}
