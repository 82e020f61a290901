import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { Bar } from './Bar';
import { Button } from './Button';
import { Card } from './Card';
import { dayText, number } from './format';
import { Icon } from './Icon';
import { isToggled, toggle } from './look';
import { shareInWords } from './words';

const fold = 'milestones';

/** The nearest rungs, and those already reached. */
export function Milestones({ model: { milestones } }: { model: PanelModel }): JSX.Element {
  const { next, reached } = milestones;
  const all = isToggled(fold);
  return (
    <Card name="milestones" title={l10n.t('Milestones')}>
      <ul class="rungs">
        {next.map(({ id, title, current, target }) => (
          <li key={id}>
            <p>
              <span>{title}</span>
              <span class="caption">{shareInWords(current, target)}</span>
            </p>
            <Bar done={current} of={target} />
          </li>
        ))}
      </ul>
      {reached.length > 0 && (
        <div class="reached-part">
          <ul {...(all && { tabIndex: 0, 'aria-label': l10n.t('Reached') })}>
            {(all ? reached : reached.slice(0, 1)).map(({ id, title, reachedOn }) => (
              <li key={id}>
                <Icon name="reached" label={l10n.t('Reached')} />
                <span>{title}</span>
                {reachedOn && <span class="caption">{dayText(reachedOn, 'date')}</span>}
              </li>
            ))}
          </ul>
          {reached.length > 1 && (
            <Button id={fold} look="link" open={all} onClick={() => toggle(fold)}>
              {all ? l10n.t('Show only the last') : l10n.t('Show all {0} reached', number(reached.length))}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
