/** How many tests a run had, as its output or report tells. */
export interface TestCount {
  readonly passed: number;
  /** Failures and errors. */
  readonly failed: number;
  readonly skipped: number;
}
