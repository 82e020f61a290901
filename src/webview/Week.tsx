import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { maxAnswer } from '../core/text';
import { Button } from './Button';
import { Card } from './Card';
import { addDays, daysBetween, weekdayOf } from './days';
import { dayText, rangeText } from './format';
import { change, look } from './look';
import { say } from './say';
import { post } from './vscode';
import { onlyOf, winsInWords } from './words';

type Review = NonNullable<PanelModel['week']['review']>;

/** This week in a few sentences, and one question about the last one. */
export function Week({ model }: { model: PanelModel }): JSX.Element {
  const { story, review, wrote } = model.week;
  const { weekAverage } = model.activity.bests;
  const { scope, project } = model;
  const { day } = model.today;
  const monday = addDays(day, -((weekdayOf(day) - model.firstWeekday + 7) % 7));
  return (
    <Card name="week" title={l10n.t('This week')} aside={rangeText(monday, addDays(monday, 6))}>
      {story.map((sentence, index) => (
        <p key={index} class="sentence">
          {sentence}
        </p>
      ))}
      {story.length === 0 && <p class="caption">{l10n.t('Nothing to tell yet.')}</p>}
      {scope === 'everywhere' && <p class="caption">{onlyOf(project)}</p>}
      {scope !== 'everywhere' && weekAverage !== undefined && (
        <p class="caption sentence">
          {l10n.t('The last four weeks: {0} on average.', winsInWords(Math.round(weekAverage)))}
        </p>
      )}
      <div class="buttons">
        <Button id="copy-story" look="button" icon="copy" onClick={() => post({ type: 'copyStory' })}>
          {l10n.t('Copy')}
        </Button>
        <Button id="open-story" look="button" icon="open" onClick={() => post({ type: 'weeklyStory' })}>
          {l10n.t('Open as document')}
        </Button>
      </div>
      {review && <Question review={review} />}
      {wrote && (
        <div class="wrote">
          <p class="caption">
            {daysBetween(wrote.week, monday) > 7
              ? l10n.t('You wrote a week ago')
              : l10n.t('You wrote about last week')}
          </p>
          <blockquote>{wrote.answer}</blockquote>
        </div>
      )}
    </Card>
  );
}

function Question({ review: { week, question } }: { review: Review }): JSX.Element {
  const { review } = look();
  const text = review?.week === week ? review.text : '';
  const answer = (words: string): void => {
    // The question goes with its answer; the focus stays near.
    document.getElementById('copy-story')?.focus();
    post({ type: 'answerReview', week, answer: words });
    if (words) say(l10n.t('Kept with the week of {0}.', dayText(week, 'sentence')));
  };
  const keep = (): void => {
    const words = text.trim();
    if (words) answer(words);
    else document.getElementById('answer')?.focus();
  };
  return (
    <div class="question">
      <h3 id="question">{question}</h3>
      <textarea
        id="answer"
        class="field"
        rows={2}
        maxLength={maxAnswer}
        aria-labelledby="question"
        placeholder={l10n.t('One line is plenty.')}
        value={text}
        onInput={event => change({ review: { week, text: event.currentTarget.value } })}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep();
        }}
      />
      <div class="buttons">
        <Button id="keep-answer" look="button" onClick={keep}>
          {l10n.t('Keep')}
        </Button>
        <Button id="not-now" look="link" onClick={() => answer('')}>
          {l10n.t('Not now')}
        </Button>
        <span class="caption">{l10n.t('Kept with the week of {0}.', dayText(week, 'sentence'))}</span>
      </div>
    </div>
  );
}
