import * as vscode from 'vscode';
import { Config } from '../../../../src/config';
import { dayOf, localOffset } from '../../../../src/core/day';
import { overviewOf } from '../../../../src/core/overview';
import type { Win, WinKind } from '../../../../src/core/win';
import type { Detection } from '../../../../src/features/detection/detection';
import { Guidance } from '../../../../src/features/guidance/guidance';
import { Checklists } from '../../../../src/store/checklists';
import { FolderStorage } from '../../../../src/store/folderStorage';
import { Ledger } from '../../../../src/store/ledger';
import { StateStore } from '../../../../src/store/state';
import { temporaryFolder } from '../../support/temporary';

const dayAt = (at: number, offset: number): string => dayOf(at, offset, 0);
let serial = 0;

/** Guidance with a ledger, tasks and workspace state of its own: nothing but what one test does is in it. */
export class GuidanceHouse implements vscode.Disposable {
  readonly checklists: Checklists;
  guidance: Guidance;

  private constructor(
    readonly ledger: Ledger,
    private readonly memento: vscode.Memento,
    private readonly config: Config,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.checklists = new Checklists(ledger, dayAt, Date.now);
    this.guidance = this.fresh();
  }

  /** A house with an empty ledger in a new folder. */
  static async open(): Promise<GuidanceHouse> {
    const kept = new Map<string, unknown>();
    const memento: vscode.Memento = {
      keys: () => [...kept.keys()],
      get: (key: string, fallback?: unknown) => (kept.has(key) ? kept.get(key) : fallback),
      update: async (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    } as vscode.Memento;
    const log = vscode.window.createOutputChannel('Guidance test', { log: true });
    const folder = await temporaryFolder();
    const ledger = new Ledger(new FolderStorage(folder, log), new StateStore(memento), log, () => undefined);
    await ledger.load('folder');
    await ledger.setHome('no-folder');
    return new GuidanceHouse(ledger, memento, new Config(), log);
  }

  /** As after a reload: what is only in memory is gone. */
  reload(): void {
    this.guidance.dispose();
    this.guidance = this.fresh();
  }

  /** Keeps a win of now. */
  async won(kind: WinKind, title: string, source: Record<string, string> = {}): Promise<void> {
    const at = Date.now();
    const offset = localOffset(at);
    const day = dayAt(at, offset);
    const id = `${kind}-${++serial}`;
    const win: Win = { id, kind, at, day, title, provisional: false, why: '', source };
    await this.ledger.record('no-folder', [{ type: 'win', win, offset }]);
  }

  /** The titles of the wins of a kind, oldest first. */
  wins(kind: WinKind): string[] {
    return this.ledger.recent
      .filter(win => win.kind === kind)
      .map(({ title }) => title)
      .reverse();
  }

  /** The suggestion’s title. */
  get suggestion(): string | undefined {
    return this.guidance.model.nextStep?.title;
  }

  /** Answers the suggestion of the moment. */
  async answer(act: 'act' | 'another' | 'today'): Promise<void> {
    const id = this.guidance.model.nextStep?.id ?? 'none';
    await this.guidance.handle({ type: 'nextStep', id, act });
  }

  /** Titles of the steps that are offered to be ticked. */
  get offered(): string[] {
    return this.guidance.model.offers.map(({ title }) => title);
  }

  /** Answers the first offer. */
  async answerOffer(accept: boolean): Promise<void> {
    const [{ task, step } = { task: '', step: '' }] = this.guidance.model.offers;
    await this.guidance.handle({ type: 'offer', task, step, accept });
  }

  overview() {
    return overviewOf(
      this.ledger,
      {
        restDays: new Set<number>(),
        minimumWins: 1,
        dailyGoal: 3,
        firstWeekday: 1,
        dayOf: at => dayAt(at, localOffset(at)),
        format: String,
      },
      Date.now(),
    );
  }

  dispose(): void {
    this.guidance.dispose();
    this.ledger.dispose();
    this.config.dispose();
    this.log.dispose();
  }

  private fresh(): Guidance {
    const detection = { situation: {}, openTodos: async () => [], cancelScan: () => undefined };
    return new Guidance({
      ledger: this.ledger,
      checklists: this.checklists,
      detection: detection as unknown as Detection,
      config: this.config,
      log: this.log,
      memento: this.memento,
      locale: 'en',
      overview: () => this.overview(),
      commandId: name => `microwins.${name}`,
    });
  }
}
