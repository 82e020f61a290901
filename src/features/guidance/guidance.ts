import * as vscode from 'vscode';
import type { Config } from '../../config';
import { isFresh } from '../../core/celebrations';
import { hoverCard } from '../../core/hoverCard';
import { type Offer, offersOf } from '../../core/matches';
import { type MenuAction, type MenuCommand, menuEntries } from '../../core/menu';
import { offerText } from '../../core/offerText';
import type { Overview } from '../../core/overview';
import type { PanelModel } from '../../core/panelModel';
import { statusText } from '../../core/status';
import type { FromPanel } from '../../protocol';
import type { Checklists } from '../../store/checklists';
import { Dismissals } from '../../store/dismissals';
import type { Ledger } from '../../store/ledger';
import { hoverMarkdown, linkCommands, panelCommand } from '../../views/hover';
import { askMenu } from '../../views/menu';
import { offerBreakDown } from '../../views/offerBreakDown';
import { readMessage } from '../../views/panelMessages';
import { pickNextStep } from '../../views/pickNextStep';
import type { Detecting } from '../detection/detecting';
import { NextSteps } from './nextSteps';

/** What guidance is made with. */
export interface GuidanceParts {
  readonly ledger: Ledger;
  readonly checklists: Checklists;
  readonly detection: Detecting;
  readonly config: Config;
  readonly log: vscode.LogOutputChannel;
  /** What was dismissed, and what is kept of suites. */
  readonly memento: vscode.Memento;
  readonly locale: string;
  overview(): Overview;
  /** The id of a command, where there is one. */
  commandId(name: MenuCommand): string | undefined;
}

/** Messages that are about suggestions and offers. */
export type GuidanceMessage = Extract<FromPanel, { readonly type: 'nextStep' | 'offer' }>;

/**
 * What to do next: the next small step, offers to tick a step, the status bar's hover and menu. A bundle of its own,
 * loaded after activation.
 */
export class Guidance implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** After the suggestion or the offers may have changed for another reason than what is kept. */
  readonly onDidChange = this.changed.event;
  private readonly steps: NextSteps;
  private readonly dismissals: Dismissals;
  private readonly disposables: vscode.Disposable[] = [];
  private cached: { readonly day: string; readonly offers: readonly Offer[] } | undefined;

  constructor(private readonly parts: GuidanceParts) {
    this.dismissals = new Dismissals(parts.memento);
    this.steps = new NextSteps(parts, () => parts.overview().today);
    this.disposables.push(
      this.changed,
      this.steps,
      this.steps.onDidChange(() => this.changed.fire()),
      parts.ledger.onDidChange(() => {
        this.cached = undefined;
      }),
    );
  }

  /** Registers the commands of the hover's links. @param followed called after a link did something */
  register(followed: () => void): vscode.Disposable {
    return vscode.commands.registerCommand(linkCommands.nextStep, (id: unknown, act: unknown) =>
      this.followLink(id, act, followed),
    );
  }

  /** What the panel shows of it. */
  get model(): Pick<PanelModel, 'nextStep' | 'offers'> {
    const { current } = this.steps;
    return { ...(current && { nextStep: current }), offers: this.offers().map(offerText) };
  }

  /** The status bar's hover. @param scanning 0 to 1 while the history is read */
  hover(overview: Overview, scanning: number | undefined): vscode.MarkdownString {
    const context = { locale: this.parts.locale, next: this.steps.current, scanning };
    return hoverMarkdown(
      hoverCard(overview, { ...context, nextCommand: linkCommands.nextStep, panelCommand }),
    );
  }

  /** Does what the panel asks for. */
  async handle(message: GuidanceMessage): Promise<void> {
    if (message.type === 'nextStep') return this.steps.handle(message.id, message.act);
    const offered = this.offers().find(
      ({ task, step }) => task.id === message.task && step.id === message.step,
    );
    if (!offered) return;
    // An answer counts for all that has happened so far, whatever clock it happened on.
    await this.dismissals.add(message.task, message.step, Math.max(Date.now(), offered.win.at));
    this.cached = undefined;
    if (message.accept) await this.parts.checklists.tickStep(message.task, message.step, true);
    else this.changed.fire();
  }

  /** `microwins.nextStep` */
  async pickNextStep(): Promise<void> {
    if (!this.steps.current) return offerBreakDown();
    await pickNextStep({
      list: () => this.steps.list(),
      act: id => this.steps.handle(id, 'act'),
      today: id => this.steps.handle(id, 'today'),
      pick: id => this.steps.handle(id, 'pick'),
    });
  }

  /** `microwins.showMenu` */
  async showMenu(): Promise<void> {
    const { ledger, detection, commandId } = this.parts;
    const overview = this.parts.overview();
    const { scanning } = detection.situation;
    const [newest] = ledger.recent;
    const { nextStep, offers } = this.model;
    const entries = menuEntries({
      overview,
      next: nextStep,
      offers,
      hasSteps: ledger.tasks.some(({ finishedAt }) => finishedAt === undefined),
      justWon: newest && isFresh(newest, Date.now()) ? newest : undefined,
      scanning,
      has: name => commandId(name) !== undefined,
    });
    const chosen = await askMenu(entries, statusText(overview, { scanning }).label);
    if (chosen) await this.run(chosen);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async run(action: MenuAction): Promise<void> {
    switch (action.type) {
      case 'command': {
        const id = this.parts.commandId(action.command);
        if (id !== undefined) await vscode.commands.executeCommand(id);
        return;
      }
      case 'nextStep':
        return this.handle({ type: 'nextStep', id: action.id, act: 'act' });
      case 'offer':
        return this.handle({ type: 'offer', task: action.task, step: action.step, accept: true });
      case 'cancelScan':
        return this.parts.detection.cancelScan();
    }
  }

  /** The offers of the day: they go with it, and with the step or the win they are about. */
  private offers(): readonly Offer[] {
    const { today: day } = this.parts.overview();
    if (this.cached?.day === day) return this.cached.offers;
    const { ledger } = this.parts;
    const wins = ledger.recent.filter(win => win.day === day);
    const offers = offersOf(wins, ledger.tasks, (task, step) => this.dismissals.since(task.id, step.id));
    this.cached = { day, offers };
    return offers;
  }

  /** What a link of the hover asks for; anyone can call a command, so it is checked like a message. */
  private async followLink(id: unknown, act: unknown, followed: () => void): Promise<PanelModel['nextStep']> {
    const message = readMessage({ type: 'nextStep', id, act });
    if (message?.type === 'nextStep') {
      await this.handle(message);
      followed();
    }
    return this.steps.current;
  }
}
