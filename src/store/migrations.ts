/** A stored object whose form is not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** At `n`: how data of version n becomes data of version n + 1. */
type Steps = Readonly<Record<number, (older: Fields) => Fields>>;

/**
 * The journal's lines. Version 0: lines without a header, or by hand; a win may say no more than what it was.
 * A new version of the lines adds its step here and raises `journalVersion`. A new type of line, or a field
 * that may be missing, needs no new version.
 */
const lineSteps: Steps = {
  0: line =>
    isFields(line.win)
      ? { offset: 0, ...line, win: { provisional: false, why: '', source: {}, ...line.win } }
      : line,
};

/**
 * Workspace state. Version 0: without a version, and without what came later, which the check fills in.
 * A new version adds its step here and raises `stateVersion`. A field that may be missing needs no new version.
 */
const stateSteps: Steps = {
  0: state => ({ ...state, version: 1 }),
};

/** A journal's line of version `from` as one of version `to`. */
export function migrateLine(line: Fields, from: number, to: number): Fields {
  return migrate(line, from, to, lineSteps);
}

/** Workspace state as one of version `to`; as it is when it has that version or none that is known. */
export function migrateState(state: unknown, to: number): unknown {
  return isFields(state) ? migrate(state, versionOf(state), to, stateSteps) : state;
}

/** The version that a header or a state says it has: 0 when it says none that could be. */
export function versionOf(stored: unknown): number {
  const version = isFields(stored) ? stored.version : undefined;
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0;
}

/** Whether a value is an object with fields, as JSON knows them. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `older` through every step from one version up to another. */
export function migrate(older: Fields, from: number, to: number, steps: Steps): Fields {
  let current = older;
  for (let version = from; version < to; version++) current = steps[version]?.(current) ?? current;
  return current;
}
