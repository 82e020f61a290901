import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Day } from '../../core/day';
import type { Kept, NumberSettings } from '../../core/overview';
import type { RestRules } from '../../core/rules';
import { type Story, weeklyStory } from '../../core/story';
import type { Win } from '../../core/win';
import { askWeek } from './askWeek';
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
  const { firstWeekday } = parts.settings;
  const week = await askWeek(l10n.t('Write Weekly Story'), { ...parts, firstWeekday });
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
