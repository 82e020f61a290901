import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { GoalPace } from '../core/goals';
import type { PanelModel } from '../core/panelModel';
import { one } from '../core/plural';
import { Bar } from './Bar';
import { Button } from './Button';
import { Card } from './Card';
import { dayText, number } from './format';
import { post } from './vscode';
import { onlyOf, shareInWords } from './words';

/** The user's own goals, each with its pace; or the way to the first one. */
export function Goals({ model: { goals, today, scope, project } }: { model: PanelModel }): JSX.Element {
  // A day that has passed is not worth a word of what is left.
  const isOver = ({ pace, endsOn }: GoalPace): boolean => pace === 'done' || endsOn < today.day;
  const add = (
    <Button id="set-goal" look="ghost" icon="add" onClick={() => post({ type: 'setGoal' })}>
      {l10n.t('Set a goal')}
    </Button>
  );
  return (
    <Card name="goals" title={l10n.t('Goals')} aside={add}>
      {goals.length === 0 ? (
        <p class="caption">{l10n.t('A number of wins by a day, or every week. Small ones work best.')}</p>
      ) : (
        <ul class="rungs">
          {goals.map(goal => (
            <li key={goal.id}>
              <p>
                <span>{goal.title}</span>
                <span class="caption">{shareInWords(goal.current, goal.target)}</span>
              </p>
              <Bar
                done={goal.current}
                of={goal.target}
                {...(isOver(goal) ? {} : { pace: goal.evenPaceNow })}
              />
              <p class="pace caption">
                <span>{isOver(goal) && goal.pace !== 'done' ? '' : paceInWords(goal)}</span>
                <span>
                  {isOver(goal) ? l10n.t('to {0}', dayText(goal.endsOn, 'date')) : leftInWords(goal)}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {scope === 'everywhere' && goals.length > 0 && <p class="caption">{onlyOf(project)}</p>}
    </Card>
  );
}

function paceInWords({ pace, offPace }: GoalPace): string {
  switch (pace) {
    case 'done':
      return l10n.t('Reached');
    case 'ahead':
      return l10n.t('Ahead');
    case 'on-track':
      return l10n.t('On track');
    case 'behind':
      return l10n.t('Behind by {0}', number(-offPace));
  }
}

function leftInWords({ pace, left, dueDaysLeft, perDueDay, endsOn }: GoalPace): string {
  if (perDueDay === undefined) return l10n.t('{0} left, to {1}', number(left), dayText(endsOn, 'date'));
  if (perDueDay >= 1.5) {
    return pace === 'behind'
      ? l10n.t('about {0} a day from here', number(Math.round(perDueDay)))
      : l10n.t('{0} a day to {1}', number(Math.round(perDueDay)), dayText(endsOn, 'date'));
  }
  return one(dueDaysLeft)
    ? l10n.t('{0} left in {1} day', number(left), number(dueDaysLeft))
    : l10n.t('{0} left in {1} days', number(left), number(dueDaysLeft));
}
