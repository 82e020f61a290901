import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addDays, type Day, dayNumber, weekStart } from '../../core/day';
import type { Kept, NumberSettings } from '../../core/overview';
import { Phrases } from '../../core/phrases';
import { type RestRules, restFinder } from '../../core/rules';
import { type Story, weeklyStory } from '../../core/story';
import type { Win } from '../../core/win';
import { type NamesChoice, offer, openMarkdown } from './shared';

/** What a story is made of. */
export interface StoryParts {
  readonly kept: Kept;
  readonly settings: NumberSettings;
  readonly rest: RestRules;
  readonly today: Day;
  readonly locale: string;
  readonly names: NamesChoice;
  wins(from: Day): Promise<readonly Win[]>;
}

/** Opens the story of a week as a new Markdown document. */
export async function openStory(parts: StoryParts): Promise<void> {
  const week = await askWeek(parts);
  if (week === undefined) return;
  const wins = await parts.wins(week);
  const tell = (): Story => weeklyStory({ ...parts, week, wins, names: parts.names.shown });
  let story = tell();
  const document = await openMarkdown(story.markdown);
  const offerNames = (): void => {
    if (!story.hasNames) return;
    const text = parts.names.shown
      ? l10n.t('The story names repositories and branches.')
      : l10n.t('The story names no repository and no branch.');
    offer(text, {}, { choice: parts.names, again });
  };
  const again = async (): Promise<void> => {
    const before = story.markdown;
    story = tell();
    // What the user has written since is not overwritten.
    if (document.isClosed || document.getText() !== before) await openMarkdown(story.markdown);
    else await replace(document, story.markdown);
    offerNames();
  };
  offerNames();
}

async function replace(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** This week; while none of its working days is over, last week is as likely to be wanted. */
async function askWeek({ today, rest, settings, locale }: StoryParts): Promise<Day | undefined> {
  const week = weekStart(today, settings.firstWeekday);
  const restOn = restFinder(rest);
  for (let day = dayNumber(week); day < dayNumber(today); day++) if (restOn(day) === undefined) return week;
  const phrases = new Phrases(locale);
  const item = (label: string, from: Day): vscode.QuickPickItem & { week: Day } => ({
    label,
    description: phrases.range(from, addDays(from, 6)),
    week: from,
  });
  const items = [item(l10n.t('Last week'), addDays(week, -7)), item(l10n.t('This week'), week)];
  const options = { title: l10n.t('Write Weekly Story'), placeHolder: l10n.t('Which week?') };
  return (await vscode.window.showQuickPick(items, options))?.week;
}
