import type { WinSink } from '../../../core/found';
import type { SuiteState } from '../rules';

/** What the user set, as text. */
export interface TestSettings {
  /** `microwins.tests.commands`: regular expressions. */
  readonly commands: readonly string[];
  /** `microwins.tests.reports`: globs below a workspace folder. */
  readonly reports: readonly string[];
}

/** What the watching of test runs needs from the rest of the house. */
export interface TestHost {
  readonly sink: WinSink;
  /** The project of a folder (absolute); of the window when the folder is not known. */
  projectOf(folder: string | undefined): Promise<string>;
  /** The project that a win counts in, whichever window found it. */
  projectOfWin(id: string): string | undefined;
  /** What is kept of suites, by a short key; it must outlive the window. See `SuiteStates`. */
  readonly states: {
    get(key: string): SuiteState | undefined;
    set(key: string, state: SuiteState): Promise<void>;
  };
  settings(): TestSettings;
  /** Where VS Code keeps what belongs to this workspace: the folder above `context.storageUri`. */
  readonly storageFolder: string | undefined;
  /** Whether git keeps this file: then a checkout may have written it, and it tells of no run. */
  isTracked?(file: string): Promise<boolean>;
}
