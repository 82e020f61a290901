import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type * as vscode from 'vscode';
import { dayOf } from '../../../../src/core/day';
import { LedgerState } from '../../../../src/core/ledger';
import type { Win } from '../../../../src/core/win';
import { SuiteStates } from '../../../../src/detect/tests/watch/suiteStates';
import { TestDetector } from '../../../../src/detect/tests/watch/testDetector';
import type { TestSettings } from '../../../../src/detect/tests/watch/testHost';
import { eventually } from '../../support/eventually';
import { workspaceFolder } from '../../support/workspace';

const runLine = /^Test run: (.*): (green|red|unknown)$/;

/** The detector of test runs with a ledger in memory: nothing but what one test does can have counted. */
export class TestHouse implements vscode.Disposable {
  readonly ledger = new LedgerState();
  readonly lines: string[] = [];
  settings: TestSettings = { commands: [], reports: ['**/junit*.xml', '**/test-results/**/*.xml'] };
  /** What the clock says is added to this, in days. */
  daysLater = 0;
  tracked: (file: string) => boolean = () => false;
  private rows: unknown;
  private detector: TestDetector;

  /** @param settleMs by itself long enough for a task's terminal and for the Test Explorer's file */
  constructor(private readonly settleMs = 1000) {
    this.detector = this.fresh();
  }

  /** The runs that were judged, as `command: outcome`. */
  get runs(): string[] {
    return this.lines.flatMap(line => {
      const [, command, outcome] = runLine.exec(line) ?? [];
      return command ? [`${command}: ${outcome}`] : [];
    });
  }

  get wins(): readonly Win[] {
    return this.ledger.recent;
  }

  /** The reasons of the wins, oldest first. */
  get reasons(): string[] {
    return this.wins.map(win => win.why).reverse();
  }

  /** Waits until so many runs, in all, have been judged. */
  async judged(count: number): Promise<void> {
    await eventually(`${count} runs are judged, of ${this.runs.length}`, () => this.runs.length >= count);
  }

  /** Waits until so many runs have been judged, and any run that was seen elsewhere, too, would have been. */
  async judgedOnly(count: number): Promise<void> {
    await this.judged(count);
    await new Promise(resolve => setTimeout(resolve, this.settleMs + 300));
    assert.equal(this.runs.length, count, this.runs.join('\n'));
  }

  /** As after a window reload: what is in memory only is gone. */
  reload(): void {
    this.detector.dispose();
    this.detector = this.fresh();
  }

  reconfigure(settings: Partial<TestSettings>): void {
    this.settings = { ...this.settings, ...settings };
    this.detector.reconfigure();
  }

  dispose(): void {
    this.detector.dispose();
  }

  private fresh(): TestDetector {
    const { ledger } = this;
    const keep = (...parts: unknown[]): void => {
      this.lines.push(parts.map(part => (part instanceof Error ? part.stack : String(part))).join(' '));
    };
    const log = { trace: keep, debug: keep, info: keep, warn: keep, error: keep };
    const detector = new TestDetector(
      {
        sink: {
          known: ledger,
          keep: async (_project, found) => {
            for (const one of found) ledger.apply({ type: 'win', ...one });
          },
          withdraw: async (_project, ids) => {
            for (const id of ids) ledger.apply({ type: 'withdrawn', id, at: Date.now() });
          },
          dayOf: (at, offset) => dayOf(at + this.daysLater * 86_400_000, offset, 0),
          now: Date.now,
        },
        projectOf: async () => 'project',
        projectOfWin: () => 'project',
        states: new SuiteStates(
          () => this.rows,
          async rows => {
            // As it is kept: a plain value.
            this.rows = JSON.parse(JSON.stringify(rows));
          },
        ),
        settings: () => this.settings,
        storageFolder: storageFolder(),
        isTracked: async file => this.tracked(file),
      },
      log as unknown as vscode.LogOutputChannel,
      this.settleMs,
    );
    detector.start();
    return detector;
  }
}

/** A script that runs until it is stopped. */
export const longScript =
  "node -e \"require('node:fs').writeFileSync('begun', ''); setTimeout(() => {}, 60000)\"";

/** A package in the workspace whose tests pass and fail as told. */
export class Package {
  readonly folder: string;

  constructor(readonly name: string) {
    this.folder = path.join(workspaceFolder(), name);
  }

  /** Makes it, with these scripts. */
  async create(scripts: Readonly<Record<string, string>> = {}): Promise<this> {
    await mkdir(this.folder, { recursive: true });
    await this.write(
      'package.json',
      JSON.stringify({ name: this.name, scripts: { test: 'node run.js', ...scripts } }),
    );
    await this.write('run.js', runner);
    await this.tests(1, 0);
    return this;
  }

  /** So many pass, so many fail. */
  async tests(passed: number, failed = 0): Promise<void> {
    await this.write('state.json', JSON.stringify({ passed, failed }));
  }

  /** Waits until `longScript` runs. */
  async hasBegun(): Promise<void> {
    const file = path.join(this.folder, 'begun');
    await eventually(`a run in ${this.name} has begun`, () => existsSync(file));
    await rm(file);
  }

  async write(name: string, text: string): Promise<void> {
    const file = path.join(this.folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Tells like mocha; writes a report and takes its time when asked to. */
const runner = `const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { passed, failed } = require('./state.json');
const report = process.argv[2];
if (report) {
  const cases = '<testcase name="a"/>'.repeat(passed) + '<testcase name="b"><failure/></testcase>'.repeat(failed);
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, '<testsuites><testsuite name="s">' + cases + '</testsuite></testsuites>');
}
console.log('\\n  ' + passed + ' passing (5ms)' + (failed ? '\\n  ' + failed + ' failing' : '') + '\\n');
setTimeout(() => process.exit(failed ? 1 : 0), Number(process.argv[3] ?? 0));
`;

/** A JUnit report. */
export function junit(passed: number, failed = 0, attributes = ''): string {
  const cases = `${'<testcase name="a"/>'.repeat(passed)}${'<testcase name="b"><failure/></testcase>'.repeat(failed)}`;
  return `<?xml version="1.0"?><testsuites ${attributes}><testsuite name="s">${cases}</testsuite></testsuites>`;
}

/** Where VS Code keeps what belongs to this workspace, found beside the plan that the window was started with. */
export function storageFolder(): string {
  const base = path.dirname(process.env.MICROWINS_TEST_PLAN ?? '');
  const found = foldersNamed('workspaceStorage', base, 5).flatMap(storage =>
    readdirSync(storage).map(name => path.join(storage, name)),
  );
  assert.equal(found.length, 1, `one workspace has storage: ${found}`);
  return found[0] ?? '';
}

function foldersNamed(name: string, folder: string, depth: number): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return below.flatMap(entry => {
    const inside = path.join(folder, entry.name);
    if (entry.name === name) return [inside];
    return depth > 0 ? foldersNamed(name, inside, depth - 1) : [];
  });
}
