/** Where the scan of a repository stands. */
export interface ScanCursor {
  /** The project that the repository belongs to. */
  readonly project: string;
  /** Heads whose history has been read, newest last. */
  readonly heads: readonly string[];
  /** Own commits authored before this (ms since the epoch) are not looked at. */
  readonly since: number;
  /** How far the reflog has been read, bytes. */
  readonly reflog: number;
  /** What a cancelled reading of a whole history has left. */
  readonly rest?: HistoryRest;
}

/** The rest of a head's history: commits that were made before a moment, or not long after. */
export interface HistoryRest {
  readonly head: string;
  /** ms since the epoch */
  readonly until: number;
}
