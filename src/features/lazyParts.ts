import type * as vscode from 'vscode';
import { type CommandName, commandIds } from '../commands';
import type { Config } from '../config';
import type { PanelContext } from '../core/panel';
import type { PanelModel } from '../core/panelModel';
import type { WinList } from '../core/winList';
import { once } from '../once';
import type { FromPanel } from '../protocol';
import { breathe } from '../store/breathe';
import type { Checklists } from '../store/checklists';
import type { Everywhere } from '../store/everywhere';
import type { Ledger } from '../store/ledger';
import type { Plans } from '../store/plans';
import type { Recorder } from '../store/recorder';
import type { Undo } from '../store/undo';
import type { PanelHost } from '../views/panel';
import type { StatusBar } from '../views/statusBar';
import type { Troubles } from '../views/trouble';
import { BreakDownLoader } from './breakDown/breakDownLoader';
import type { Detecting } from './detection/detecting';
import type { Guidance } from './guidance/guidance';
import type { Interaction } from './interaction';
import type { LateViews } from './panel/lateViews';
import type { Presenter } from './panel/presenter';
import type { Documents } from './sharing/documents';

/** What the parts that come later are made with. */
export interface WindowParts {
  readonly context: vscode.ExtensionContext;
  /** Where files are offered to be saved. */
  readonly saveFolder: vscode.Uri;
  readonly config: Config;
  readonly log: vscode.LogOutputChannel;
  readonly troubles: Troubles;
  readonly ledger: Ledger;
  readonly checklists: Checklists;
  readonly recorder: Recorder;
  readonly plans: Plans;
  readonly everywhere: Everywhere;
  readonly presenter: Presenter;
  readonly undo: Undo;
  readonly detection: Detecting;
  readonly statusBar: StatusBar;
  openPanel(): void;
  updatePanel(): void;
  /** Draws everything anew. */
  draw(): void;
}

/**
 * The parts that activation does not wait for: each in a bundle of its own, loaded once. One that can't be
 * loaded is logged, and the others go on without it.
 */
export class LazyParts implements PanelHost, vscode.Disposable {
  private readonly breakDown: BreakDownLoader;
  private readonly disposables: vscode.Disposable[] = [];
  private readonly missed = new Set<string>();
  private guided: Guidance | undefined;
  private views: LateViews | undefined;
  private celebrated: PanelModel['celebrate'];
  private isDisposed = false;

  constructor(private readonly parts: WindowParts) {
    const { context, ledger } = parts;
    this.breakDown = new BreakDownLoader({
      ...parts,
      memento: context.workspaceState,
      tasks: () => ledger.tasks,
    });
  }

  /** Loads what shows itself soon after activation. @param ready resolves when the first scan has been recorded */
  start(ready: Promise<unknown>): void {
    void breathe().then(() => {
      void this.orWithout(this.guidance(), undefined, 'Suggestions');
      void this.orWithout(this.loadViews(ready), undefined, 'The Explorer view');
    });
  }

  /** Call it when something may have changed that the Explorer view shows. */
  draw(): void {
    this.views?.draw();
  }

  /** Does what a command is for. */
  async run(name: CommandName, given: readonly unknown[]): Promise<void> {
    await (await this.interaction()).run(name, given);
  }

  /** Does what the panel or the Explorer view asks for. */
  async handle(message: FromPanel): Promise<void> {
    await (await this.interaction()).handle(message);
  }

  /** What the panel shows. */
  async model(list: WinList): Promise<PanelModel> {
    const week: PanelContext['week'] = { story: [] };
    const guidance: PanelContext['guidance'] = { offers: [] };
    const others = {
      week: await this.orWithout(
        this.documents().then(documents => documents.week),
        week,
        'The week’s story',
      ),
      guidance: await this.orWithout(
        this.guidance().then(({ model }) => model),
        guidance,
        'Suggestions',
      ),
    };
    return (await this.interaction()).model(list, { ...others, celebrate: this.celebrated });
  }

  dispose(): void {
    this.isDisposed = true;
    this.breakDown.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private readonly interaction = once(async (): Promise<Interaction> => {
    const { Interaction } = await import('./interaction');
    const { presenter } = this.parts;
    return this.keep(
      new Interaction({
        ...this.parts,
        breakDown: this.breakDown,
        documents: this.documents,
        guidance: this.guidance,
        today: () => presenter.overview.today,
        locale: presenter.locale,
      }),
    );
  });

  private readonly documents = once(async (): Promise<Documents> => {
    const { Documents } = await import('./sharing/documents');
    return new Documents({ ...this.parts, changed: () => this.parts.updatePanel() });
  });

  private readonly guidance = once(async (): Promise<Guidance> => {
    const { Guidance } = await import('./guidance/guidance');
    const { context, presenter, statusBar, draw } = this.parts;
    const guidance = this.keep(
      new Guidance({
        ...this.parts,
        memento: context.workspaceState,
        locale: presenter.locale,
        overview: () => presenter.overview,
        commandId: name => (commandIds as Readonly<Record<string, string>>)[name],
      }),
    );
    this.keep(guidance.onDidChange(draw));
    statusBar.setHover((overview, scanning) => guidance.hover(overview, scanning));
    this.guided = guidance;
    draw();
    // At last: when something above failed, all is made again, and a command can be registered only once.
    this.keep(guidance.register(() => statusBar.closeHover()));
    return guidance;
  });

  private async loadViews(ready: Promise<unknown>): Promise<void> {
    const { LateViews } = await import('./panel/lateViews');
    const { context, statusBar } = this.parts;
    this.views = this.keep(
      new LateViews({
        ...this.parts,
        ready,
        globalState: context.globalState,
        suggestions: () => {
          const { nextStep, offers } = this.guided?.model ?? { offers: [] };
          return { ...(nextStep && { next: nextStep }), offers };
        },
        handle: message => this.handle(message),
        say: (saying, ms) => statusBar.say(saying, ms),
        celebrateInPanel: milestone => {
          this.celebrated = milestone;
          this.parts.updatePanel();
        },
      }),
    );
  }

  /** What a part gives, or what does without it. */
  private async orWithout<T>(wanted: Promise<T>, without: T, what: string): Promise<T> {
    try {
      return await wanted;
    } catch (error) {
      // Each is tried again when the panel is drawn anew, and told once.
      if (!this.missed.has(what)) this.parts.log.error(`${what} could not be made.`, error);
      this.missed.add(what);
      return without;
    }
  }

  private keep<T extends vscode.Disposable>(part: T): T {
    if (this.isDisposed) part.dispose();
    else this.disposables.push(part);
    return part;
  }
}
