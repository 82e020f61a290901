import * as l10n from '@vscode/l10n';
import { one } from '../core/plural';
import { maxTitle, safeText } from '../core/text';

/** A quick pick's label: an icon, and a text in which `$(…)` stays text. */
export function iconLabel(icon: string, text: string): string {
  return `$(${icon}) ${plainLabel(text)}`;
}

/** A text in which `$(…)` is no icon, for what a quick pick shows: anybody may have written it. */
export function plainLabel(text: string): string {
  // A word joiner between the two signs is not seen.
  return text.replaceAll('$(', '$\u2060(');
}

/** That less of a title is kept than was typed, in words; undefined when all of it is. */
export function cutInWords(typed: string): string | undefined {
  const isCut = typed.trim().length > maxTitle && safeText(typed).endsWith('…');
  return isCut ? l10n.t('Cut to {0} characters', maxTitle) : undefined;
}

/** A number of steps, in words. */
export function stepCount(count: number): string {
  if (count === 0) return l10n.t('No steps yet');
  return one(count) ? l10n.t('{0} step', count) : l10n.t('{0} steps', count);
}
