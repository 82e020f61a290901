import * as vscode from 'vscode';
import type { MicroWinsApi } from './api';
import { commandIds, registerCommands } from './commands';
import { Config } from './config';
import { dayOf } from './core/day';
import { progressOf } from './core/overview';
import { createApi } from './createApi';
import { useDisplayLanguage } from './displayLanguage';
import { registerAgentTools } from './features/agents/agentToolsLoader';
import { folderProject } from './features/detection/folderProject';
import { LazyParts } from './features/lazyParts';
import { Presenter } from './features/panel/presenter';
import type { Platform } from './platform';
import { Checklists } from './store/checklists';
import { Everywhere } from './store/everywhere';
import { Ledger } from './store/ledger';
import { Recorder } from './store/recorder';
import { StateStore } from './store/state';
import { Undo } from './store/undo';
import { celebrateIn } from './views/celebration';
import { ProgressPanel } from './views/panel';
import { StatusBar } from './views/statusBar';
import { Troubles } from './views/trouble';

/** Makes the parts and connects them: event → detector → win → store → views, and intents back. */
export async function start(context: vscode.ExtensionContext, platform: Platform): Promise<MicroWinsApi> {
  useDisplayLanguage();
  const log = vscode.window.createOutputChannel('Micro Wins', { log: true });
  const config = new Config();
  const storage = platform.storage(context.globalStorageUri, log);
  const troubles = new Troubles(context.globalStorageUri, log);
  const ledger = new Ledger(storage, new StateStore(context.workspaceState, storage), log, troubles.tell);
  await ledger.load(folderProject());

  const dayAt = (at: number, offset: number): string => dayOf(at, offset, config.settings.day.startsAt);
  const checklists = new Checklists(ledger, dayAt, Date.now);
  const recorder = new Recorder(ledger, checklists, dayAt, Date.now);
  const everywhere = new Everywhere(storage, context.globalState, ledger, log);
  const presenter = new Presenter(config, ledger, everywhere, platform.followZone);
  const undo = new Undo(ledger, recorder, checklists);

  const statusBar = new StatusBar(commandIds.showMenu);
  const drawStatus = (): void => {
    statusBar.configure(config.settings.statusBar);
    statusBar.show(presenter.overview);
  };
  drawStatus();

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
    drawStatus();
    panel.update();
    lazy.draw();
  };
  context.subscriptions.push(
    log,
    config,
    ledger,
    everywhere,
    presenter,
    detection,
    statusBar,
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
  );

  const ready = detection.start().catch(error => log.error('Detection could not be started.', error));
  void ready.then(() => everywhere.refresh());
  lazy.start(ready);
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    ledger.onDidChange(() => changed.fire()),
  );
  return createApi({
    ready,
    onDidChange: changed.event,
    logWin: (title, at, source) => recorder.logWin(title, at, source),
    wins: filter => ledger.wins(filter),
    progress: () => progressOf(presenter.project),
    tasks: () => ledger.tasks,
  });
}
