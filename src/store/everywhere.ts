import * as vscode from 'vscode';
import { sha256 } from '#sha256';
import type { Day } from '../core/day';
import { decodeSegment, encodeSegment, sumTotals, type Totals } from '../core/totals';
import type { KindCounts } from '../core/win';
import type { Ledger } from './ledger';
import { type Known, OtherProjects } from './otherProjects';
import type { Storage } from './storage';

const scopeKey = 'microwins.everywhere';
/** One key for each computer; these alone roam, by VS Code's Settings Sync where the user has it on. */
const segmentPrefix = 'microwins.days.';

/** After a change, ms: what roams needs no hurry. */
const settleMs = 5000;

/**
 * The wins of all projects on this computer, and, by day only, of the user's other computers. Each computer
 * writes a segment of its own into the state that Settings Sync carries, and puts it right when another one
 * overwrote it with an older form.
 */
export class Everywhere implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** After the sum may have changed for another reason than a change of the ledger. */
  readonly onDidChange = this.changed.event;
  private readonly others: OtherProjects;
  private remote: readonly Totals[] = [];
  private cache: ReadonlyMap<Day, KindCounts> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private refreshing: Promise<void> | undefined;
  private readonly listeners: vscode.Disposable;

  constructor(
    private readonly storage: Storage,
    private readonly memory: vscode.Memento & { setKeysForSync(keys: readonly string[]): void },
    private readonly ledger: Ledger,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.others = new OtherProjects(storage, log);
    this.listeners = vscode.Disposable.from(
      ledger.onDidChange(() => {
        this.cache = undefined;
        this.refreshSoon();
      }),
      // Other windows and, by way of Settings Sync, other computers tell nothing.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.refreshSoon()),
    );
  }

  /** Whether there is more than the projects of this window. */
  get isAvailable(): boolean {
    return !this.others.isEmpty || this.remote.length > 0;
  }

  /** Whether the views show everything; the user's choice, in every window. */
  get isOn(): boolean {
    return this.isAvailable && this.memory.get<unknown>(scopeKey) === true;
  }

  /** Days with wins, of all projects and computers. */
  get days(): ReadonlyMap<Day, KindCounts> {
    this.cache ??= sumTotals([this.ownTotals(), ...this.remote]);
    return this.cache;
  }

  /** Wins by the hour of the day, 24 numbers, of all projects on this computer. */
  get hours(): readonly number[] {
    return this.elsewhere.reduce(
      (sum, { hours }) => sum.map((wins, hour) => wins + (hours[hour] ?? 0)),
      this.ledger.hours,
    );
  }

  /** When tasks were finished, ms since the epoch, of all projects on this computer. */
  get finished(): readonly number[] {
    return [...this.ledger.finished, ...this.elsewhere.flatMap(({ finished }) => finished)];
  }

  async show(everywhere: boolean): Promise<void> {
    await this.memory.update(scopeKey, everywhere);
    this.changed.fire();
  }

  /** Reads what the other projects and computers have, and writes this computer's segment. Throws nothing. */
  refresh(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.refreshing ??= this.read()
      .catch(error => this.log.error('The wins of other projects could not be read.', error))
      .finally(() => {
        this.refreshing = undefined;
      });
    return this.refreshing;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listeners.dispose();
    this.changed.dispose();
  }

  private refreshSoon(): void {
    this.timer ??= setTimeout(() => void this.refresh(), settleMs);
  }

  private async read(): Promise<void> {
    const before = this.told();
    const wasAvailable = this.isAvailable;
    await this.others.read(new Set(this.ledger.projectDays.keys()));
    const [name, ...unused] = await this.storage.machineNames();
    const ownKey = segmentPrefix + name;
    for (const other of unused) await this.memory.update(segmentPrefix + other, undefined);
    const keys = this.memory.keys().filter(key => key.startsWith(segmentPrefix) && key !== ownKey);
    this.remote = keys.flatMap(key => decodeSegment(this.memory.get<unknown>(key)) ?? []);
    this.cache = undefined;
    const segment = encodeSegment(this.ownTotals());
    if (JSON.stringify(segment) !== JSON.stringify(this.memory.get<unknown>(ownKey))) {
      await this.memory.update(ownKey, segment);
    }
    this.memory.setKeysForSync([ownKey, ...keys]);
    if (wasAvailable !== this.isAvailable || this.told() !== before) this.changed.fire();
  }

  /** What the views would tell of it. */
  private told(): string {
    return JSON.stringify([[...this.days], this.finished]);
  }

  /** The projects that are not open here. */
  private get elsewhere(): readonly Known[] {
    return [...this.others.except(this.ledger.projectDays).values()];
  }

  private ownTotals(): Totals {
    const here = this.ledger.projectDays;
    const there = Array.from(this.others.except(here), ([id, { days }]) => [id, days] as const);
    return new Map([...there, ...here].map(([id, days]) => [nameOf(id), days]));
  }
}

/** A project's name in what roams: says nothing about it, and is the same on every computer. */
function nameOf(id: string): string {
  const base64 = btoa(String.fromCharCode(...sha256(id).subarray(0, 6)));
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
