import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Day } from '../../core/day';
import { Phrases } from '../../core/phrases';
import type { RestRules } from '../../core/rules';
import { lastWorkingDay, standup } from '../../core/standup';
import type { Win } from '../../core/win';
import { sayQuietly } from '../sayQuietly';
import { type NamesChoice, offer, openMarkdown } from './shared';

/** What a standup is made of. */
export interface StandupParts {
  readonly today: Day;
  readonly rest: RestRules;
  readonly locale: string;
  readonly names: NamesChoice;
  wins(from: Day): Promise<readonly Win[]>;
}

/** Puts what was done since the last working day on the clipboard, and offers it as a document. */
export async function copyStandup(parts: StandupParts): Promise<void> {
  const { today, rest, locale, names } = parts;
  const phrases = new Phrases(locale);
  const wins = await parts.wins(lastWorkingDay(today, rest));
  const made = standup(wins, { today, rest, locale, names: names.shown });
  if (made.wins === 0) {
    const log = l10n.t('Log a win');
    const text = l10n.t('Nothing was recorded since {0}, so nothing was copied.', phrases.day(made.from));
    void vscode.window.showInformationMessage(text, log).then(answer => {
      return answer === log ? vscode.commands.executeCommand('microwins.logWin') : undefined;
    });
    return;
  }
  await vscode.env.clipboard.writeText(made.markdown);
  sayQuietly(l10n.t('Standup copied'));
  const open = async (): Promise<void> => {
    await openMarkdown(made.markdown);
  };
  offer(
    l10n.t('Copied: {0} since {1}.', phrases.wins(made.wins), phrases.day(made.from)),
    { [l10n.t('Open as document')]: open },
    made.hasNames ? { choice: names, again: () => copyStandup(parts) } : undefined,
  );
}
