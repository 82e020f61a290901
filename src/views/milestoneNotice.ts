import * as l10n from '@vscode/l10n';
import type { Disposable } from 'vscode';
import { type Celebration, mayNotify } from '../core/celebrations';
import type { Day } from '../core/day';

/** How long nothing must have been edited before a notification comes, ms. */
export const lullMs = 5000;

/** What a notice needs of VS Code and of what is kept. */
export interface NoticeParts {
  today(): Day;
  /** Whether the setting allows it, now. */
  allowed(): boolean;
  /** The day of the last notification, the same in all windows. */
  readonly last: { get(): Day | undefined; set(day: Day): Thenable<void> };
  /** Calls back at every edit, until disposed. */
  onEdit(listener: () => void): Disposable;
  /** Calls back after so many ms, unless disposed before. */
  after(ms: number, then: () => void): Disposable;
  /** Shows a notification; resolves to the button that was pressed. */
  ask(text: string, ...buttons: string[]): Thenable<string | undefined>;
  openPanel(): void;
  /** Turns celebrations off for good. */
  turnOff(): Thenable<void>;
}

/** Tells of a milestone by a notification: in a moment without typing, once a day at most, or not at all. */
export class MilestoneNotice implements Disposable {
  private waiting: { celebration: Celebration; day: Day; lull: Disposable; edits: Disposable } | undefined;

  constructor(private readonly parts: NoticeParts) {}

  /** Of several that wait, the greatest is told. One that waits till the next day is not told at all. */
  show(celebration: Celebration): void {
    if (!this.mayShow()) return;
    if (this.waiting && this.waiting.celebration.rank >= celebration.rank) return;
    this.cancel();
    const { after, onEdit, today } = this.parts;
    const lull = (): Disposable => after(lullMs, () => this.tell());
    // Listens only while something waits: nothing of this runs while the user types on other days.
    const edits = onEdit(() => {
      this.waiting?.lull.dispose();
      if (this.waiting) this.waiting.lull = lull();
    });
    this.waiting = { celebration, day: today(), lull: lull(), edits };
  }

  dispose(): void {
    this.cancel();
  }

  private cancel(): void {
    this.waiting?.lull.dispose();
    this.waiting?.edits.dispose();
    this.waiting = undefined;
  }

  /** Another window may have told one, or the user may have turned them off, while this one waited. */
  private mayShow(): boolean {
    return this.parts.allowed() && mayNotify(this.parts.last.get(), this.parts.today());
  }

  private tell(): void {
    const { waiting } = this;
    this.cancel();
    const today = this.parts.today();
    if (!waiting || waiting.day !== today || !this.mayShow()) return;
    void this.parts.last.set(today);
    const openPanel = l10n.t('Open panel');
    const never = l10n.t('Don’t show again');
    // An information message, never a modal one: under Do Not Disturb VS Code itself keeps it silent. Only
    // errors pass its filter; everything else goes to the notification centre without a toast (read in 1.139).
    const text = l10n.t('Milestone reached: {0}', waiting.celebration.title);
    void this.parts.ask(text, openPanel, never).then(answer => {
      if (answer === openPanel) this.parts.openPanel();
      if (answer === never) return this.parts.turnOff();
    });
  }
}
