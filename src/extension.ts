import * as vscode from 'vscode';
import { registerAgentTools } from './agentToolsLoader';
import type { MicroWinsApi } from './api';
import { BreakDownLoader } from './breakDownLoader';
import { commandIds, registerCommands } from './commands';
import { Config } from './config';
import { dayOf } from './core/day';
import { progressOf } from './core/overview';
import type { PanelModel } from './core/panelModel';
import { createApi } from './createApi';
import { useDisplayLanguage } from './displayLanguage';
import type { Documents } from './documents';
import type { Guidance } from './guidance';
import { commandActions, handlePanelMessage, type IntentParts } from './intents';
import type { LateViews } from './lateViews';
import { Presenter } from './presenter';
import { Checklists } from './store/checklists';
import { Everywhere } from './store/everywhere';
import { Ledger } from './store/ledger';
import { Recorder } from './store/recorder';
import { Removal } from './store/removal';
import { StateStore } from './store/state';
import { Undo } from './store/undo';
import { celebrateIn } from './views/celebration';
import { ProgressPanel } from './views/panel';
import { StatusBar } from './views/statusBar';
import { tellTrouble } from './views/trouble';

/** Makes the parts and connects them: event → detector → win → store → views, and intents back. */
export async function activate(context: vscode.ExtensionContext): Promise<MicroWinsApi> {
  useDisplayLanguage();
  const log = vscode.window.createOutputChannel('Micro Wins', { log: true });
  const config = new Config();
  const storage = context.globalStorageUri;
  const ledger = new Ledger(
    storage.fsPath,
    new StateStore(context.workspaceState, storage.fsPath),
    log,
    tellTrouble(storage, log),
  );
  await ledger.load();

  const dayAt = (at: number, offset: number): string => dayOf(at, offset, config.settings.day.startsAt);
  const checklists = new Checklists(ledger, dayAt, Date.now);
  const recorder = new Recorder(ledger, checklists, dayAt, Date.now);
  const everywhere = new Everywhere(storage.fsPath, context.globalState, ledger, log);
  const presenter = new Presenter(config, ledger, everywhere);
  const undo = new Undo(ledger, recorder);
  const removal = new Removal(ledger, checklists);

  let celebrated: PanelModel['celebrate'];
  let lateViews: LateViews | undefined;
  let guided: Guidance | undefined;
  const statusBar = new StatusBar(commandIds.showMenu);
  const drawStatus = (): void => {
    statusBar.configure(config.settings.statusBar);
    statusBar.show(presenter.overview);
  };
  drawStatus();

  const { Detection } = await import('./detection');
  const detection = new Detection({ config, ledger, recorder, log, dayOf: dayAt, context });
  const panel: ProgressPanel = new ProgressPanel(
    context.extensionUri,
    {
      model: async list => {
        const situation = {
          ...detection.situation,
          takenBack: undo.takenBack?.title,
          removed: removal.title,
        };
        const { week } = await documents();
        return presenter.model(list, situation, {
          week,
          guidance: (await guidance).model,
          celebrate: celebrated,
        });
      },
      handle: message => handlePanelMessage(message, parts),
    },
    log,
  );
  let loading: Promise<Documents> | undefined;
  const documents = (): Promise<Documents> => {
    loading ??= import('./documents').then(
      ({ Documents }) =>
        new Documents({ ledger, recorder, detection, presenter, context, changed: () => panel.update() }),
    );
    return loading;
  };
  const breakDown = new BreakDownLoader({
    checklists,
    memento: context.workspaceState,
    config,
    log,
    tasks: () => ledger.tasks,
    openPanel: () => panel.open(),
  });
  const parts: IntentParts = {
    ledger,
    recorder,
    checklists,
    detection,
    breakDown,
    undo,
    everywhere,
    guidance: () => guidance,
    removal,
    log,
    openPanel: () => panel.open(),
    today: () => presenter.overview.today,
    locale: presenter.locale,
    documents,
  };

  // After activation: the first text of the status bar needs none of it.
  const guidance = new Promise(resolve => setImmediate(resolve)).then(async () => {
    const { Guidance } = await import('./guidance');
    const guiding = new Guidance({
      ledger,
      checklists,
      detection,
      config,
      log,
      memento: context.workspaceState,
      locale: presenter.locale,
      overview: () => presenter.overview,
      commandId: name => (commandIds as Readonly<Record<string, string>>)[name],
    });
    context.subscriptions.push(
      guiding,
      guiding.register(() => statusBar.closeHover()),
      guiding.onDidChange(draw),
    );
    statusBar.setHover((overview, scanning) => guiding.hover(overview, scanning));
    guided = guiding;
    draw();
    return guiding;
  });

  const draw = (): void => {
    drawStatus();
    panel.update();
    lateViews?.draw();
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
    removal,
    presenter.onDidChange(draw),
    undo.onDidChange(() => panel.update()),
    removal.onDidChange(() => panel.update()),
    detection.onDidChangeSituation(() => {
      statusBar.showScan(detection.situation.scanning);
      draw();
    }),
    ledger.onDidChange(celebrateIn(statusBar, ledger, () => config.settings.celebrations, Date.now)),
    breakDown,
    registerCommands(commandActions(parts), log),
    registerAgentTools({ checklists, recorder, presenter, ledger }),
  );

  const ready = detection.start().catch(error => log.error('Detection could not be started.', error));
  void ready.then(() => everywhere.refresh());
  // After activation: nothing waits for these.
  const late = new Promise(resolve => setImmediate(resolve)).then(async () => {
    const { LateViews } = await import('./lateViews');
    lateViews = new LateViews({
      config,
      ledger,
      recorder,
      checklists,
      presenter,
      log,
      ready,
      globalState: context.globalState,
      suggestions: () => {
        const { nextStep, offers } = guided?.model ?? { offers: [] };
        return { ...(nextStep && { next: nextStep }), offers };
      },
      handle: message => handlePanelMessage(message, parts),
      undoWin: id => undo.undo(id),
      openPanel: () => panel.open(),
      say: (saying, ms) => statusBar.say(saying, ms),
      celebrateInPanel: milestone => {
        celebrated = milestone;
        panel.update();
      },
    });
    context.subscriptions.push(lateViews);
  });
  late.catch(error => log.error('The Explorer view could not be made.', error));
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
