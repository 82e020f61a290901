import * as vscode from 'vscode';
import type { MicroWinsApi } from './api';
import { registerCommands } from './commands';
import type { Config } from './config';
import { dayOf } from './core/day';
import { progressOf } from './core/overview';
import { createApi } from './createApi';
import { registerAgentTools } from './features/agents/agentToolsLoader';
import { LazyParts } from './features/lazyParts';
import type { Presenter } from './features/panel/presenter';
import type { Platform } from './platform';
import { Checklists } from './store/checklists';
import type { Everywhere } from './store/everywhere';
import type { Ledger } from './store/ledger';
import { Plans } from './store/plans';
import { Recorder } from './store/recorder';
import { Undo } from './store/undo';
import { celebrateIn } from './views/celebration';
import { ProgressPanel } from './views/panel';
import type { StatusBar } from './views/statusBar';
import type { Troubles } from './views/trouble';

/** What is there when the status bar has its first text. */
export interface Started {
  readonly context: vscode.ExtensionContext;
  readonly platform: Platform;
  readonly log: vscode.LogOutputChannel;
  readonly config: Config;
  readonly troubles: Troubles;
  readonly ledger: Ledger;
  readonly everywhere: Everywhere;
  readonly presenter: Presenter;
  readonly statusBar: StatusBar;
  drawStatus(): void;
}

/**
 * Makes the other parts and connects all: event → detector → win → store → views, and intents back. A bundle of its own,
 * so that the status bar does not wait for it.
 */
export async function connect(started: Started): Promise<MicroWinsApi> {
  const { context, platform, log, config, troubles, ledger, everywhere, presenter, statusBar } = started;
  const dayAt = (at: number, offset: number): string => dayOf(at, offset, config.settings.day.startsAt);
  const checklists = new Checklists(ledger, dayAt, Date.now);
  const recorder = new Recorder(ledger, dayAt, Date.now);
  const plans = new Plans(ledger);
  const undo = new Undo(ledger, checklists, Date.now);

  const detection = await platform.detection({ config, ledger, recorder, log, dayOf: dayAt, context });
  const lazy: LazyParts = new LazyParts({
    context,
    saveFolder: platform.saveFolder,
    config,
    log,
    troubles,
    ledger,
    checklists,
    recorder,
    plans,
    everywhere,
    presenter,
    undo,
    detection,
    statusBar,
    openPanel: () => panel.open(),
    updatePanel: () => panel.update(),
    draw: () => draw(),
  });
  const panel = new ProgressPanel(context.extensionUri, lazy, log);
  const draw = (): void => {
    started.drawStatus();
    panel.update();
    lazy.draw();
  };
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    detection,
    panel,
    undo,
    presenter.onDidChange(draw),
    undo.onDidChange(() => panel.update()),
    detection.onDidChangeSituation(() => {
      statusBar.showScan(detection.situation.scanning);
      draw();
    }),
    ledger.onDidChange(celebrateIn(statusBar, ledger, () => config.settings.celebrations, Date.now)),
    lazy,
    registerCommands((name, given) => lazy.run(name, given), log),
    registerAgentTools({ checklists, recorder, presenter, ledger }),
    changed,
    ledger.onDidChange(() => changed.fire()),
  );

  const ready = detection.start().catch(error => log.error('Detection could not be started.', error));
  void ready.then(() => everywhere.refresh());
  lazy.start(ready);
  return createApi({
    ready,
    onDidChange: changed.event,
    logWin: (title, at, source) => recorder.logWin(title, at, source),
    wins: filter => ledger.wins(filter),
    progress: () => progressOf(presenter.project),
    tasks: () => ledger.tasks,
  });
}
