import * as l10n from '@vscode/l10n';
import { commandLink, hoverText } from './hoverMarkdown';
import { kindWords } from './kindWords';
import { nearest } from './milestones';
import type { NextStepText } from './nextStepText';
import type { Overview } from './overview';
import { pauseText } from './pauseText';
import { Phrases } from './phrases';
import { one } from './plural';
import { kindIcons } from './status';
import { winKinds } from './win';

/** What the card shows besides the numbers. */
export interface HoverContext {
  /** BCP 47 tag */
  readonly locale: string;
  readonly next: NextStepText | undefined;
  /** 0 to 1 while the history is read. */
  readonly scanning: number | undefined;
  /** The command that the links about the next small step call, with its id and `act` or `another`. */
  readonly nextCommand: string;
  readonly panelCommand: string;
}

/** The milestone's bar, signs. */
const barLength = 30;
const gap = '&nbsp;&nbsp;&nbsp;';

/** The status bar's hover as Markdown with theme icons and a coloured bar: today, streak, the next small step, the nearest milestone. */
export function hoverCard(overview: Overview, context: HoverContext): string {
  const parts = [
    todayPart(overview, context),
    nextPart(context),
    milestonePart(overview, context),
    panelPart(context),
  ];
  return parts.filter(part => part !== '').join('\n\n---\n\n');
}

/** Lines of one paragraph. */
function lines(...all: (string | undefined)[]): string {
  return all.filter(line => line).join('  \n');
}

function todayPart(overview: Overview, { locale, scanning }: HoverContext): string {
  const { wins, goal, counts, streak, pause } = overview;
  const phrases = new Phrases(locale);
  const kinds = winKinds.flatMap((kind, index) => {
    const count = counts[index] ?? 0;
    return count > 0
      ? [`$(${kindIcons[kind]}) ${words(kindWords(kind, phrases.number(count), one(count)))}`]
      : [];
  });
  const held = phrases.number(streak.passes);
  const passes = one(streak.passes) ? l10n.t('{0} rest pass', held) : l10n.t('{0} rest passes', held);
  const ofStreak = [
    `$(flame) ${words(streakWords(streak, phrases))}`,
    ...(streak.passes > 0 ? [`$(coffee) ${words(passes)}`] : []),
  ];
  const percent = scanning === undefined ? '' : `${Math.round(scanning * 100)}%`;
  return lines(
    `**${words(todayWords(wins, goal, phrases))}**`,
    kinds.join(gap),
    ofStreak.join(gap),
    pause && `$(debug-pause) ${words(pauseText(pause, locale))}`,
    percent && `$(sync) ${words(l10n.t('Reading history, {0}. Wins appear as they are found.', percent))}`,
  );
}

function todayWords(wins: number, goal: number, phrases: Phrases): string {
  if (wins === 0) return l10n.t('Nothing yet today');
  const [done, of] = [phrases.number(wins), phrases.number(goal)];
  return one(goal) ? l10n.t('{0} of {1} win today', done, of) : l10n.t('{0} of {1} wins today', done, of);
}

function streakWords({ current, longest }: Overview['streak'], phrases: Phrases): string {
  const [days, best] = [phrases.number(current), phrases.number(longest)];
  return one(current) ? l10n.t('{0} day, best {1}', days, best) : l10n.t('{0} days, best {1}', days, best);
}

function nextPart({ next, nextCommand }: HoverContext): string {
  if (!next) return words(l10n.t('No open step. Break a task into small ones.'));
  const icon = next.act.id === 'done' ? 'check' : 'go-to-file';
  const links = [commandLink(`$(${icon}) ${words(next.act.title)}`, nextCommand, [next.id, 'act'])];
  if (next.another) {
    const another = `$(refresh) ${words(l10n.t('Another'))}`;
    links.push(commandLink(another, nextCommand, [next.id, 'another']));
  }
  return lines(`**${words(next.title)}**`, words(next.detail), links.join(gap));
}

function milestonePart({ milestones }: Overview, { locale }: HoverContext): string {
  const [milestone] = nearest(milestones, 1);
  if (!milestone) return '';
  const { title, current, target } = milestone;
  const phrases = new Phrases(locale);
  // Full only when it is reached, and not empty once begun.
  const share = Math.floor((current / target) * barLength);
  const done = Math.min(barLength - 1, current > 0 ? Math.max(1, share) : 0);
  return lines(
    words(l10n.t('{0}, {1} of {2}', title, phrases.number(current), phrases.number(target))),
    // Thick signs for what is done, thin ones for the rest; colour only adds to it.
    coloured('━'.repeat(done), 'textLink-foreground') +
      coloured('─'.repeat(barLength - done), 'descriptionForeground'),
  );
}

/** The one piece of HTML in the card, in the form that VS Code lets through. */
function coloured(signs: string, colour: string): string {
  return signs && `<span style="color:var(--vscode-${colour});">${signs}</span>`;
}

function panelPart({ panelCommand }: HoverContext): string {
  return commandLink(`$(graph) ${words(l10n.t('Open panel'))}`, panelCommand);
}

/** Words of any origin, translations and titles alike. */
function words(text: string): string {
  return hoverText(text);
}
