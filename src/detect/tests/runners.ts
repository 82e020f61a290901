import { builtRunners } from './runnersBuilt';
import { scriptedRunners } from './runnersScripted';

/** A runner of tests, by the program that starts it. One row a runner: what is missing is added to the tables. */
export interface Runner {
  readonly programs: readonly string[];
  /** The words that must follow the program, flags aside: `go test`, `swift test`. Absent: any call is a run. */
  readonly command?: RegExp | ((words: string) => boolean);
  /** How many words `command` is matched against, joined by a blank; 1 unless told. */
  readonly words?: number;
  /** Some argument must match (a maven goal, a gradle task, node's `--test`). */
  readonly some?: RegExp | ((argument: string) => boolean);
  /** Flags that take the next argument, which is then no command, goal, task or target. */
  readonly values?: RegExp;
  /** An argument that makes it something else. Help, versions, listings and watching are known for all. */
  readonly unless?: RegExp;
  /** The same, where all arguments together tell. */
  readonly refuses?: (args: readonly string[]) => boolean;
  /** Started plainly it watches, unless an argument matches, or `CI` is set. */
  readonly watchesUnless?: RegExp;
  /** `-V` (or another) does not mean version here. */
  readonly keeps?: RegExp;
  /** Who writes the summary, when that is another. */
  readonly output?: string;
  /** A non-zero exit may have another cause than a failed test. */
  readonly vague?: (args: readonly string[]) => boolean;
  /** Goals and tasks that only precede the tests, so that a red run is still theirs. */
  readonly alongside?: RegExp;
}

/** SPEC 2.3's list, and others of the same families. */
export const runners: readonly Runner[] = [...scriptedRunners, ...builtRunners];

/** Arguments by which no test is run, or none to its end, whatever the runner. */
export const refusals =
  /^(-h|-\?|--?help(=.*)?|--?version|--list.*|--collect-only|--no-run|--(test-)?dry-?[rR]un(=.*)?|--watch(-all|All)?(=(true|1))?|--continuous)$/;

/** `-V` is the version unless a runner keeps it. */
export const versionFlag = /^-V$/;
