import { randomBytes } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { PanelModel } from '../core/panelModel';
import type { WinList } from '../core/winList';
import type { FromPanel, ToPanel } from '../protocol';
import { panelHtml } from './panelHtml';
import { readMessage } from './panelMessages';

const viewType = 'microwins.panel';

/** What is listed at first; the user asks for more. */
const firstList: WinList = { kind: 'all', search: '', newer: 0, count: 30 };

/** What the panel shows, and who does what it asks for. */
export interface PanelHost {
  model(list: WinList): Promise<PanelModel>;
  handle(message: FromPanel): Promise<void>;
}

/** The progress panel: one editor tab, restored after a reload, drawn from complete snapshots. */
export class ProgressPanel implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private ready = false;
  private list = firstList;
  /** The page has its words already. */
  private spoken = false;
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
    this.list = firstList;
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
    if (message.type === 'ready') {
      this.ready = true;
      this.spoken = false;
    }
    if (message.type === 'showWins') this.list = message;
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
        const model = await this.host.model(this.list);
        await this.post({ type: 'snapshot', model });
      } catch (error) {
        this.log.error('The panel could not be updated.', error);
        await this.post({ type: 'trouble' });
      }
    }
  }

  /** The page's words go before what it shows with them, and once: they are as large as a snapshot. */
  private async post(message: ToPanel): Promise<void> {
    const webview = this.panel?.webview;
    if (!this.spoken && vscode.l10n.bundle) {
      const words: ToPanel = { type: 'strings', strings: vscode.l10n.bundle };
      // Noted before: the page may be loaded anew meanwhile.
      this.spoken = true;
      if (!(await webview?.postMessage(words))) this.spoken = false;
    }
    await webview?.postMessage(message);
  }

  private options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.extensionUri, 'dist')] };
  }

  private html(webview: vscode.Webview): string {
    const file = (name: string): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, 'dist', name)).toString();
    return panelHtml({
      script: file('panel.js'),
      style: file('panel.css'),
      source: webview.cspSource,
      nonce: randomBytes(16).toString('base64'),
      language: vscode.env.language,
    });
  }
}
