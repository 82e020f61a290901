import * as v from 'valibot';
import type { Memento } from 'vscode';
import { shortHash } from '../core/hash';

const key = 'microwins.offers';
/** Offers live for a day: more than this is never needed. */
const maxRows = 100;
const rows = v.array(v.tuple([v.pipe(v.string(), v.maxLength(20)), v.pipe(v.number(), v.finite())]));

/** Which offers to tick a step were answered, in workspace state, so that they don't come back after a reload. */
export class Dismissals {
  constructor(private readonly memento: Pick<Memento, 'get' | 'update'>) {}

  /** When a step's offer was answered last, ms since the epoch; 0 when it never was. */
  since(task: string, step: string): number {
    const name = nameOf(task, step);
    return this.rows().find(([its]) => its === name)?.[1] ?? 0;
  }

  /** A step's offer was answered: wins up to then don't offer it again. */
  async add(task: string, step: string, at: number): Promise<void> {
    const name = nameOf(task, step);
    const others = this.rows().filter(([its]) => its !== name);
    await this.memento.update(key, [...others, [name, at]].slice(-maxRows));
  }

  private rows(): v.InferOutput<typeof rows> {
    const found = v.safeParse(rows, this.memento.get<unknown>(key));
    return found.success ? found.output : [];
  }
}

function nameOf(task: string, step: string): string {
  return shortHash(`${task}\0${step}`);
}
