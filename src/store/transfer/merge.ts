import type { Entry } from '../../core/entry';
import type { Task } from '../../core/task';
import { stepWinId } from '../../core/tasks';
import { writeEntry } from '../entries';
import type { ImportedProject } from './importJson';
import type { ProjectEntries } from './json';
import { type Decision, Known, subjectOf, taskSubject, winSubject } from './known';
import { mergeTasks, type StepWins } from './mergeTasks';

/** Entries for one project. */
export interface Append {
  /** The project's id; absent when the window's home takes them, for the project is not open here. */
  readonly project?: string;
  readonly entries: readonly Entry[];
}

/** What an import brings. */
export interface Merge {
  readonly appends: readonly Append[];
  /** Wins that come in and count. */
  readonly wins: number;
  /** Wins that count in the import and are known here already. */
  readonly knownWins: number;
  /** Tasks that come in or change. */
  readonly tasks: number;
  /** What else comes in: goals, pauses, milestones, and wins taken back or brought back. */
  readonly others: number;
}

/**
 * Merges an export into what is here, by id. What is known here stays as it is; what nobody here has comes in, with
 * its whole story. Three things are weighed instead: of two decisions about one win (undone, redone) the later
 * holds; of a task the form ticked or unticked last, see `mergeTasks`, and its steps' wins follow it; of a milestone the
 * earlier day. Merging the same once more brings nothing.
 */
export function mergeImport(here: readonly ProjectEntries[], imported: readonly ImportedProject[]): Merge {
  const known = new Known(here);
  const theirs = new Known(imported);
  const appends = new Map<string | undefined, Entry[]>();
  const tasks = new Set<string>();
  let others = 0;
  const append = (project: string | undefined, entry: Entry): void => {
    const entries = appends.get(project);
    if (entries) entries.push(entry);
    else appends.set(project, [entry]);
    if (entry.type === 'task') tasks.add(entry.task.id);
    else if (entry.type !== 'win' && entry.type !== 'withdrawn') others++;
  };

  for (const project of imported) {
    const target = targetOf(project, here);
    for (const entry of project.entries) if (isNews(entry, known, theirs)) append(target, entry);
  }
  for (const [id, decision] of theirs.decisions) {
    const subject = winSubject(id);
    if (known.holders.has(subject) && overrules(decision, known.decisions.get(id))) {
      append(known.holders.get(subject), decision);
    }
  }
  for (const task of theirs.tasks.values()) {
    const holder = known.holders.get(taskSubject(task.id));
    for (const entry of taskNews(task, known, theirs)) append(holder, entry);
  }
  const knownWins = [...theirs.live.keys()].filter(id => known.holders.has(winSubject(id))).length;
  return {
    appends: Array.from(appends, ([project, entries]) => ({
      ...(project !== undefined && { project }),
      entries,
    })),
    wins: theirs.live.size - knownWins,
    knownWins,
    tasks: tasks.size,
    others,
  };
}

/** The open project that an imported one is: by its identity, else by its name where only one has it. */
function targetOf({ id, name }: ImportedProject, here: readonly ProjectEntries[]): string | undefined {
  if (here.some(project => project.id === id)) return id;
  const [namesake, ...more] = here.filter(project => project.name === name);
  return more.length === 0 ? namesake?.id : undefined;
}

function isNews(entry: Entry, known: Known, theirs: Known): boolean {
  if (entry.type === 'reached') {
    const before = known.reached.get(entry.id);
    return before === undefined || entry.day < before;
  }
  const subject = subjectOf(entry);
  // A withdrawal of a win that nobody has is no news, now or next time.
  return !known.holders.has(subject) && (entry.type !== 'withdrawn' || theirs.holders.has(subject));
}

function overrules(theirs: Decision, mine: Decision | undefined): boolean {
  if (!mine) return theirs.type === 'undone';
  return theirs.at > mine.at && theirs.type !== mine.type;
}

function stepWinsOf({ holders, withdrawals }: Known): StepWins {
  return {
    saw: id => holders.has(winSubject(id)),
    withdrawnAt: id => withdrawals.get(id)?.at,
  };
}

function taskNews(task: Task, known: Known, theirs: Known): Entry[] {
  const mine = known.tasks.get(task.id);
  if (!mine) return [];
  const here = stepWinsOf(known);
  const merged = mergeTasks(mine, task, here, stepWinsOf(theirs));
  const form = (task: Task): Entry => ({ type: 'task', task });
  if (writeEntry(form(merged)) === writeEntry(form(mine))) return [];
  const entries = [form(merged)];
  for (const step of merged.steps) {
    const winId = stepWinId(merged, step.id);
    if (!here.saw(winId)) continue; // if there is a win, it came in as news
    const win = theirs.live.get(winId);
    const withdrawal = theirs.withdrawals.get(winId);
    const counts = known.live.has(winId);
    if (step.doneAt === undefined) {
      if (counts && withdrawal) entries.push(withdrawal);
    } else if (win && !counts && known.decisions.get(winId)?.type !== 'undone') {
      entries.push({ type: 'win', win: win.win, offset: win.offset });
    }
  }
  return entries;
}
