import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Draft } from '../../core/draft';
import { one } from '../../core/plural';
import { propose } from './proposing';

/** What a proposal does to the page. */
export interface ProposalHost {
  readonly draft: Draft;
  /** Takes steps that have just arrived. */
  take(titles: readonly string[]): void;
  /** After it began or ended. */
  changed(): void;
}

/** The one proposal that may be under way, and what the last one came to. */
export class Proposal {
  /** The model that can be asked. */
  model: vscode.LanguageModelChat | undefined;
  /** What the last answer came to, in words, until the user has seen it. */
  notice: string | undefined;
  private source: vscode.CancellationTokenSource | undefined;

  constructor(private readonly host: ProposalHost) {}

  get running(): boolean {
    return this.source !== undefined;
  }

  cancel(): void {
    this.source?.cancel();
  }

  /** Asks the model for steps of the draft as it is now. */
  async start(): Promise<void> {
    const { model, host } = this;
    if (!model || this.source) return;
    const source = new vscode.CancellationTokenSource();
    this.source = source;
    this.notice = undefined;
    host.changed();
    const { title, steps, selected } = host.draft;
    const input = { title, steps: steps.map(step => step.title), ...(selected && { selected }) };
    let taken = 0;
    let added = 0;
    const arrived = (titles: readonly string[]): void => {
      const before = host.draft.steps.length;
      // Only what is new: a step that the user removed meanwhile does not come again.
      host.take(titles.slice(taken));
      taken = titles.length;
      added += host.draft.steps.length - before;
    };
    const trouble = await propose(model, input, arrived, source.token);
    source.dispose();
    this.source = undefined;
    this.notice = trouble ?? arrivedText(added);
    host.changed();
  }
}

function arrivedText(count: number): string | undefined {
  if (count === 0) return undefined;
  return one(count)
    ? l10n.t('{0} step proposed: look it over', count)
    : l10n.t('{0} steps proposed: look them over', count);
}
