import type * as vscode from 'vscode';
import type { CommandName } from '../commands';
import type { PanelContext } from '../core/panel';
import type { PanelModel } from '../core/panelModel';
import type { WinList } from '../core/winList';
import type { FromPanel } from '../protocol';
import { commandActions, handlePanelMessage, type IntentParts } from './intents';
import { PanelSource } from './panel/panelSource';
import type { Presenter } from './panel/presenter';

/** What commands and the panel work on. */
export interface InteractionParts extends IntentParts {
  readonly presenter: Presenter;
}

/**
 * What commands do, and what the panel shows and asks for. A bundle of its own, loaded with the first command or
 * the panel.
 */
export class Interaction implements vscode.Disposable {
  private readonly actions: ReturnType<typeof commandActions>;
  private readonly source: PanelSource;

  constructor(private readonly parts: InteractionParts) {
    this.actions = commandActions(parts);
    this.source = new PanelSource(parts.presenter, parts.ledger, parts.everywhere);
  }

  /** Does what a command is for. */
  async run(name: CommandName, given: readonly unknown[]): Promise<void> {
    await this.actions[name](...given);
  }

  /** Does what the panel asks for. */
  handle(message: FromPanel): Promise<void> {
    return handlePanelMessage(message, this.parts);
  }

  /** What the panel shows. */
  model(list: WinList, others: Pick<PanelContext, 'week' | 'guidance' | 'celebrate'>): Promise<PanelModel> {
    const { detection, troubles, undo } = this.parts;
    const situation = { ...detection.situation, setAside: troubles.setAside, taken: undo.last };
    return this.source.model(list, situation, others);
  }

  dispose(): void {
    this.source.dispose();
  }
}
