import { diceCoefficient } from 'dice-coefficient';
import { normalizedText } from './todo';

/**
 * From this on two TODOs' texts are the same thing said in other words. Measured on pairs of both kinds
 * (`test/fixtures/todos/rewordings.json`): pairs of letters in common (Sørensen–Dice) tell them apart better
 * than edit distance does, which can't see words that change places.
 */
export const similarEnough = 0.55;

/** The same for texts of which one stands where the other stood. */
export const similarInPlace = 0.42;

/**
 * How alike two texts are, 0 to 1: pairs of letters in common, whatever case, punctuation and the order of
 * words; 1 when one goes on where the other stops ("retry" and "retry with backoff"), as when a comment is wrapped
 * elsewhere. Two empty texts are alike, an empty one and another are not.
 */
export function similarity(a: string, b: string): number {
  return comparedSimilarity(comparedText(a), comparedText(b));
}

const addressStart = /\bhttps?:\/\/(?:[^\s/]+\/)*(?=[^\s/])/gi;

/** A text as `comparedSimilarity` takes it. Two issues of one tracker are as different as their numbers. */
export function comparedText(text: string): string {
  return normalizedText(text.replace(addressStart, ''));
}

/** `similarity` of texts that went through `comparedText`. */
export function comparedSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  if (`${b} `.startsWith(`${a} `) || `${a} `.startsWith(`${b} `)) return 1;
  return diceCoefficient(a, b);
}
