import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import {
  maxAnswerLength,
  maxProposed,
  modelTrouble,
  type ProposalInput,
  proposalPrompt,
  readProposals,
} from '../../core/proposals';

/** A model that steps can be asked of; undefined where there is none, or the user wants none. */
export async function availableModel(
  { enabled }: { readonly enabled: boolean },
  log: vscode.LogOutputChannel,
): Promise<vscode.LanguageModelChat | undefined> {
  if (!enabled) return undefined;
  try {
    // Editors built on VS Code may lack the whole of it.
    const models = (await vscode.lm?.selectChatModels()) ?? [];
    return models[0];
  } catch (error) {
    log.debug('Language models could not be looked for.', error);
    return undefined;
  }
}

/**
 * Asks a model for steps and gives them as they arrive; the last call has all of them.
 * @returns why there are no more than have arrived, in words; undefined when all went well or was cancelled
 */
export async function propose(
  model: vscode.LanguageModelChat,
  input: ProposalInput,
  onSteps: (titles: readonly string[]) => void,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const source = new vscode.CancellationTokenSource();
  const cancelling = token.onCancellationRequested(() => source.cancel());
  let answer = '';
  let arrived = 0;
  const show = (ended: boolean): void => {
    const titles = readProposals(answer, ended);
    if (titles.length > arrived) onSteps(titles);
    arrived = titles.length;
  };
  try {
    const response = await model.sendRequest(
      [vscode.LanguageModelChatMessage.User(proposalPrompt(input))],
      { justification: l10n.t('To propose steps for the task that you are breaking down.') },
      source.token,
    );
    for await (const part of response.text) {
      if (token.isCancellationRequested) return undefined;
      answer += part;
      show(false);
      if (arrived >= maxProposed || answer.length >= maxAnswerLength) break;
    }
    // A cancelled answer ends like a whole one.
    if (token.isCancellationRequested) return undefined;
    show(true);
    return arrived === 0 ? modelTrouble('empty', false, 0) : undefined;
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    // Half a line is no step; whole lines stay.
    show(false);
    const { code = '', cause } = error as { code?: string; cause?: unknown };
    return modelTrouble(String(code), cause instanceof Error && /off_topic/.test(cause.message), arrived);
  } finally {
    source.cancel();
    source.dispose();
    cancelling.dispose();
  }
}
