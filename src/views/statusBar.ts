import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Overview } from '../core/overview';
import { type StatusContext, statusText } from '../core/status';
import type { WinKind } from '../core/win';

/** How long a fresh win's icon stays, ms. */
const justWonMs = 2000;

/** By side: VS Code shows an id again on the side where it was first, whatever it is told later. */
const itemIds = { left: 'microwins.status', right: 'microwins.status.right' } as const;

/** Makes the item's hover. `scanning`: 0 to 1 while the history is read. */
export type Hover = (overview: Overview, scanning: number | undefined) => vscode.MarkdownString;

/** The one status bar item: it draws what it is given. */
export class StatusBar implements vscode.Disposable {
  private item: vscode.StatusBarItem | undefined;
  private alignment: 'left' | 'right' | undefined;
  private overview: Overview | undefined;
  private scanning: number | undefined;
  private justWon: { kind: WinKind; timer: NodeJS.Timeout } | undefined;
  private saying: StatusContext['saying'];
  private said: NodeJS.Timeout | undefined;

  private hover: Hover | undefined;

  constructor(private readonly command: string) {}

  /** Shows, hides or moves the item as the settings say. */
  configure({ enabled, alignment }: { enabled: boolean; alignment: 'left' | 'right' }): void {
    if (!enabled || alignment !== this.alignment) {
      this.item?.dispose();
      this.item = undefined;
    }
    this.alignment = alignment;
    if (!enabled || this.item) return;
    const side = alignment === 'right' ? vscode.StatusBarAlignment.Right : vscode.StatusBarAlignment.Left;
    this.item = vscode.window.createStatusBarItem(itemIds[alignment], side, 10);
    this.item.name = l10n.t('Micro Wins');
    this.item.command = this.command;
    this.draw();
    this.item.show();
  }

  /** Shows how the day stands. */
  show(overview: Overview): void {
    this.overview = overview;
    this.draw();
  }

  /** Shows a card on hover instead of the words of the label. */
  setHover(hover: Hover): void {
    this.hover = hover;
    this.draw();
  }

  /** Closes the card: VS Code does not draw it anew while the mouse is in it, so what a link did would not show. */
  closeHover(): void {
    this.item?.hide();
    this.item?.show();
  }

  /** Shows that the history is being read, 0 to 1; undefined when that is over. */
  showScan(fraction: number | undefined): void {
    if (this.scanning === fraction) return;
    this.scanning = fraction;
    this.draw();
  }

  /** Shows a fresh win's icon for two seconds. */
  celebrate(kind: WinKind): void {
    clearTimeout(this.justWon?.timer);
    const timer = setTimeout(() => {
      this.justWon = undefined;
      this.draw();
    }, justWonMs);
    this.justWon = { kind, timer };
    this.draw();
  }

  /** Says something in words for a while (ms); what is said later takes its place. */
  say(saying: NonNullable<StatusContext['saying']>, ms: number): void {
    clearTimeout(this.said);
    this.said = setTimeout(() => {
      this.saying = undefined;
      this.draw();
    }, ms);
    this.saying = saying;
    this.draw();
  }

  dispose(): void {
    clearTimeout(this.said);
    clearTimeout(this.justWon?.timer);
    this.item?.dispose();
  }

  private draw(): void {
    if (!this.item || !this.overview) return;
    const { text, label } = statusText(this.overview, {
      scanning: this.scanning,
      justWon: this.justWon?.kind,
      saying: this.saying,
    });
    this.item.text = text;
    this.item.tooltip = this.hover?.(this.overview, this.scanning) ?? label;
    this.item.accessibilityInformation = { label, role: 'button' };
  }
}
