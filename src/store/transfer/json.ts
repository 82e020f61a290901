import type { Entry } from '../../core/entry';
import { batchSize, breathe } from '../breathe';
import { writeEntry } from '../entries';

/** The version of the export that this code writes, and the newest it reads. */
export const exportVersion = 1;

/** A project with all that its journal says. */
export interface ProjectEntries {
  readonly id: string;
  /** The project's name as the user knows it. */
  readonly name: string;
  readonly entries: readonly Entry[];
}

/**
 * Everything, lossless, as JSON in pieces: one entry a line, so that a fault can be named by its line.
 * @param at ms since the epoch
 */
export async function* exportJson(projects: readonly ProjectEntries[], at: number): AsyncGenerator<string> {
  const head = { microWins: 'export', version: exportVersion, exportedAt: new Date(at).toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"projects":[`;
  let separator = '\n';
  for (const { id, name, entries } of projects) {
    yield `${separator}${JSON.stringify({ id, name }).slice(0, -1)},"entries":[`;
    for (let from = 0; from < entries.length; from += batchSize) {
      const lines = entries.slice(from, from + batchSize).map(writeEntry);
      yield `${from === 0 ? '\n' : ',\n'}${lines.join(',\n')}`;
      await breathe();
    }
    yield '\n]}';
    separator = ',\n';
  }
  yield '\n]}\n';
}
