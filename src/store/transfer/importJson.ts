import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { addDays, dayOf, localOffset } from '../../core/day';
import type { Entry } from '../../core/entry';
import { batchSize, breathe } from '../breathe';
import { EntryFault, readImported } from './importedEntry';
import { exportVersion } from './json';
import { type JsonPath, placeIn } from './jsonPlace';

/** The largest file that is read, in bytes: above what 1,000,000 wins take. */
export const maxImportBytes = 256 * 1024 * 1024;

/** More entries than this are no import but an accident. */
const maxImportEntries = 2_000_000;

/** A project of an export. */
export interface ImportedProject {
  /** The project's identity, where the export tells. */
  readonly id?: string;
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** Why a file can't be imported. */
export interface ImportProblem {
  /** The line in the file, from 1. */
  readonly line: number;
  /** One plain sentence, fit to be shown as text. */
  readonly message: string;
}

/** An export that was read, or why it could not be. */
export type ImportRead =
  | { readonly projects: readonly ImportedProject[] }
  | { readonly problem: ImportProblem };

/** Leaves out the rest of a newer version: it is asked first, and may look different. */
const head = v.object({
  microWins: v.literal('export'),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const body = v.object({
  projects: v.array(
    v.object({
      id: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
      name: v.pipe(v.string(), v.maxLength(1000)),
      entries: v.array(v.unknown()),
    }),
  ),
});

/**
 * Reads an export strictly: one wrong entry refuses the whole file.
 * @param now ms since the epoch; wins more than a day later are refused
 * @throws what `signal` says when it is aborted
 */
export async function readImport(text: string, now: number, signal?: AbortSignal): Promise<ImportRead> {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  const problem = (path: JsonPath, message: string): ImportRead => ({
    problem: { line: placeIn(json, path).line, message },
  });
  if (json.length > maxImportBytes) return { problem: { line: 1, message: tooLarge() } };

  let root: unknown;
  try {
    root = JSON.parse(json);
  } catch {
    const { line, is } = placeIn(json, []);
    const message = is === 'end' ? l10n.t('The file ends too early.') : l10n.t('This is not valid JSON.');
    return { problem: { line, message } };
  }
  await breathe();

  const kind = v.safeParse(head, root);
  if (!kind.success) return problem(pathOf(kind.issues), l10n.t('This is not an export of Micro Wins.'));
  if (kind.output.version > exportVersion) {
    const message = l10n.t(
      'This export was made by a newer version of Micro Wins. Update the extension first.',
    );
    return problem(['version'], message);
  }
  const parsed = v.safeParse(body, root);
  if (!parsed.success) {
    const path = pathOf(parsed.issues);
    return problem(path, l10n.t('“{0}” is missing or not as it should be.', path.join('.')));
  }

  const { projects } = parsed.output;
  if (projects.reduce((sum, { entries }) => sum + entries.length, 0) > maxImportEntries) {
    return problem(['projects'], tooLarge());
  }
  const lastDay = addDays(dayOf(now, localOffset(now), 0), 1);
  const imported: ImportedProject[] = [];
  for (const [project, { entries, ...named }] of projects.entries()) {
    const read: Entry[] = [];
    for (const [index, value] of entries.entries()) {
      if (index % batchSize === 0) {
        await breathe();
        signal?.throwIfAborted();
      }
      try {
        read.push(readImported(value, now, lastDay));
      } catch (error) {
        if (!(error instanceof EntryFault)) throw error;
        return problem(['projects', project, 'entries', index, ...error.path], error.message);
      }
    }
    imported.push({ ...named, entries: read });
  }
  return { projects: imported };
}

/** Why a file is not even read. */
export function tooLarge(): string {
  return l10n.t('The file is too large to be an export of Micro Wins.');
}

function pathOf(issues: readonly v.BaseIssue<unknown>[]): JsonPath {
  return (issues[0]?.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}
