import * as vscode from 'vscode';
import { type NewStep, pastedSteps } from '../../core/pastedSteps';

/** So many characters at once are no typing. */
const leastPaste = 4;

/**
 * The lines of a paste. An input box holds one line: it drops the line ends of what is pasted into it, so the
 * clipboard is asked when much came at once and the box holds the same text without them.
 * @param before what the box held before
 */
export async function stepsPasted(value: string, before: string): Promise<NewStep[] | undefined> {
  if (value.length - before.length < leastPaste) return undefined;
  const clipboard = await vscode.env.clipboard.readText();
  const bare = (text: string): string => text.replace(/\s+/g, '');
  if (bare(clipboard) !== bare(value)) return undefined;
  const steps = pastedSteps(clipboard);
  return steps.length > 1 ? steps : undefined;
}
