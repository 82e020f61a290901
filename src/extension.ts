import * as vscode from 'vscode';
import type { MicroWinsApi } from './api';
import { commandIds } from './commands';
import { Config } from './config';
import { useDisplayLanguage } from './displayLanguage';
import { folderProject } from './features/detection/folderProject';
import { Presenter } from './features/panel/presenter';
import type { Platform } from './platform';
import { Everywhere } from './store/everywhere';
import { Ledger } from './store/ledger';
import { StateStore } from './store/state';
import { StatusBar } from './views/statusBar';
import { Troubles } from './views/trouble';

/** Draws the status bar from what is kept; then the other parts are made and connected. */
export async function start(context: vscode.ExtensionContext, platform: Platform): Promise<MicroWinsApi> {
  useDisplayLanguage();
  const log = vscode.window.createOutputChannel('Micro Wins', { log: true });
  const config = new Config();
  const storage = platform.storage(context.globalStorageUri, log);
  const troubles = new Troubles(context.globalStorageUri, log);
  const ledger = new Ledger(storage, new StateStore(context.workspaceState, storage), log, troubles.tell);
  await ledger.load(folderProject());

  const everywhere = new Everywhere(storage, context.globalState, ledger, log);
  const presenter = new Presenter(config, ledger, everywhere, platform.followZone);
  const statusBar = new StatusBar(commandIds.showMenu);
  const drawStatus = (): void => {
    statusBar.configure(config.settings.statusBar);
    statusBar.show(presenter.overview);
  };
  drawStatus();
  context.subscriptions.push(log, config, ledger, everywhere, presenter, statusBar);

  const { connect } = await import('./connect');
  return connect({
    context,
    platform,
    log,
    config,
    troubles,
    ledger,
    everywhere,
    presenter,
    statusBar,
    drawStatus,
  });
}
