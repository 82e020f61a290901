import { randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { PanelModel } from '../core/panelModel';
import type { FromPanel, ToPanel } from '../protocol';
import { readMessage } from './panelMessages';

const viewType = 'microwins.panel';

/** Wins shown at first; the user asks for more. */
export const firstWins = 30;

/** What the panel shows, and who does what it asks for. */
export interface PanelHost {
  /** @param wins how many of the newest wins to show */
  model(wins: number): Promise<PanelModel>;
  handle(message: FromPanel): Promise<void>;
}

/** The progress panel: one editor tab, restored after a reload, drawn from complete snapshots. */
export class ProgressPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private ready = false;
  private wins = firstWins;
  private updating: Promise<void> | undefined;
  private stale = false;
  private readonly serializer: vscode.Disposable;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly host: PanelHost,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async panel => this.attach(panel),
    });
  }

  /** Opens the panel, or brings it to the front. */
  open(): void {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    this.attach(
      vscode.window.createWebviewPanel(
        viewType,
        l10n.t('Micro Wins'),
        vscode.ViewColumn.Active,
        this.options(),
      ),
    );
  }

  /** Shows what has changed; several calls at once cost one message. */
  update(): void {
    if (!this.panel?.visible || !this.ready) return;
    this.stale = true;
    this.updating ??= this.send().finally(() => {
      this.updating = undefined;
    });
  }

  dispose(): void {
    this.serializer.dispose();
    this.panel?.dispose();
  }

  private attach(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    this.ready = false;
    this.wins = firstWins;
    const { webview } = panel;
    webview.options = this.options();
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'panel.svg');
    panel.onDidChangeViewState(() => this.update());
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    webview.onDidReceiveMessage(value => this.receive(value));
    webview.html = this.html(webview);
  }

  private async receive(value: unknown): Promise<void> {
    const message = readMessage(value);
    if (!message) return this.log.warn('The panel sent a message that was not understood.');
    // The page says so each time it is loaded; what was posted before would be lost.
    if (message.type === 'ready') this.ready = true;
    if (message.type === 'showWins') this.wins = message.count;
    if (message.type === 'ready' || message.type === 'showWins') return this.update();
    try {
      await this.host.handle(message);
    } catch (error) {
      this.log.error(`The panel's "${message.type}" failed.`, error);
    }
  }

  private async send(): Promise<void> {
    while (this.stale) {
      this.stale = false;
      try {
        const strings = vscode.l10n.bundle;
        const model = await this.host.model(this.wins);
        const message: ToPanel = { type: 'snapshot', model, ...(strings ? { strings } : {}) };
        await this.panel?.webview.postMessage(message);
      } catch (error) {
        this.log.error('The panel could not be updated.', error);
      }
    }
  }

  private options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.extensionUri, 'dist')] };
  }

  private html(webview: vscode.Webview): string {
    const nonce = randomBytes(16).toString('base64');
    const file = (name: string): vscode.Uri =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, 'dist', name));
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="${vscode.env.language.replace(/[^\w-]/g, '')}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${file('panel.css')}">
  <title>Micro Wins</title>
</head>
<body>
  <div id="root"></div>
  <script type="module" nonce="${nonce}" src="${file('panel.js')}"></script>
</body>
</html>`;
  }
}
