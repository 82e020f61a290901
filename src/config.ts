import * as vscode from 'vscode';
import { type CelebrationMode, celebrationModes } from './core/celebrations';

/**
 * The user's settings, checked: what is not of the right form counts as its default. All but `templates`, of which
 * each scope has its own: the workspace's come after the user's, and only the user's are written
 * (`views/templateSetting.ts`).
 */
export interface Settings {
  readonly commits: {
    readonly enabled: boolean;
    /** Lower case. */
    readonly emails: readonly string[];
    readonly includeMerges: boolean;
    /** days */
    readonly backfillDays: number;
  };
  readonly todos: {
    readonly enabled: boolean;
    readonly tags: readonly string[];
    /** globs */
    readonly exclude: readonly string[];
  };
  readonly tests: {
    readonly enabled: boolean;
    /** Regular expressions, as text. */
    readonly commands: readonly string[];
    /** globs */
    readonly reports: readonly string[];
  };
  readonly day: {
    /** hour, 0 to 6 */
    readonly startsAt: number;
    /** wins */
    readonly goal: number;
  };
  readonly streak: {
    /** 0 (Sunday) to 6 */
    readonly restDays: ReadonlySet<number>;
    readonly minimumWins: number;
  };
  readonly celebrations: CelebrationMode;
  readonly ai: { readonly enabled: boolean };
  readonly statusBar: { readonly enabled: boolean; readonly alignment: 'left' | 'right' };
}

const section = 'microwins';
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The settings as they are, and when they change. */
export class Config implements vscode.Disposable {
  private current = readSettings();
  private readonly changed = new vscode.EventEmitter<Settings>();
  /** With the settings as they were before. */
  readonly onDidChange = this.changed.event;
  private readonly listener = vscode.workspace.onDidChangeConfiguration(event => {
    if (!event.affectsConfiguration(section)) return;
    const before = this.current;
    this.current = readSettings();
    this.changed.fire(before);
  });

  get settings(): Settings {
    return this.current;
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }
}

function readSettings(): Settings {
  const config = vscode.workspace.getConfiguration(section);
  const flag = (name: string, fallback: boolean): boolean => {
    const value = config.get<unknown>(name);
    return typeof value === 'boolean' ? value : fallback;
  };
  const whole = (name: string, fallback: number, least: number, most: number): number => {
    const value = config.get<unknown>(name);
    return typeof value === 'number' && Number.isFinite(value)
      ? Math.min(most, Math.max(least, Math.round(value)))
      : fallback;
  };
  const words = (name: string): string[] => {
    const value = config.get<unknown>(name);
    const list = Array.isArray(value) ? value : config.inspect<unknown[]>(name)?.defaultValue;
    return (list ?? []).flatMap(item => (typeof item === 'string' && item.trim()) || []);
  };
  return {
    commits: {
      enabled: flag('commits.enabled', true),
      emails: words('commits.emails').map(email => email.toLowerCase()),
      includeMerges: flag('commits.includeMerges', false),
      backfillDays: whole('commits.backfillDays', 90, 0, 3650),
    },
    todos: {
      enabled: flag('todos.enabled', true),
      tags: words('todos.tags'),
      exclude: words('todos.exclude'),
    },
    tests: {
      enabled: flag('tests.enabled', true),
      commands: words('tests.commands'),
      reports: words('tests.reports'),
    },
    day: { startsAt: whole('day.startsAt', 0, 0, 6), goal: whole('day.goal', 3, 1, 100) },
    streak: {
      restDays: new Set(
        words('streak.restDays')
          .map(day => weekdays.indexOf(day))
          .filter(day => day >= 0),
      ),
      minimumWins: whole('streak.minimumWins', 1, 1, 100),
    },
    celebrations: celebrationModes.find(mode => mode === config.get<unknown>('celebrations')) ?? 'quiet',
    ai: { enabled: flag('ai.enabled', true) },
    statusBar: {
      enabled: flag('statusBar.enabled', true),
      alignment: config.get('statusBar.alignment') === 'right' ? 'right' : 'left',
    },
  };
}
