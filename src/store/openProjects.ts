import type { Day } from '../core/day';
import type { Goal } from '../core/goals';
import { keepEarlier, newestFirst, noHours } from '../core/ledger';
import type { Pause } from '../core/rules';
import type { Task } from '../core/task';
import { inOrder } from '../core/tasks';
import { plus } from '../core/totals';
import { type KindCounts, noWins, type Win } from '../core/win';
import type { Project } from './project';

/** What is kept of all projects that are open in a window, seen as one. */
export abstract class OpenProjects {
  protected readonly projects = new Map<string, Project>();

  /** Days with wins, of all projects of this window. */
  get days(): ReadonlyMap<Day, KindCounts> {
    const [first, ...others] = [...this.projects.values()].map(project => project.days);
    if (!first || others.length === 0) return first ?? new Map();
    const sum = new Map(first);
    for (const days of others) {
      for (const [day, counts] of days) sum.set(day, plus(sum.get(day) ?? noWins, counts));
    }
    return sum;
  }

  /** Days with wins, by project. */
  get projectDays(): ReadonlyMap<string, ReadonlyMap<Day, KindCounts>> {
    return new Map(Array.from(this.projects, ([id, { days }]) => [id, days]));
  }

  /** The newest wins in full, newest first. */
  get recent(): readonly Win[] {
    return [...this.projects.values()].flatMap(project => project.recent).sort(newestFirst);
  }

  /** Tasks in the order of the panel. */
  get tasks(): readonly Task[] {
    return inOrder([...this.projects.values()].flatMap(project => project.tasks));
  }

  /** When tasks were finished, also some that are gone, ms since the epoch, in any order. */
  get finished(): readonly number[] {
    return [...this.projects.values()].flatMap(project => project.finished);
  }

  get goals(): readonly Goal[] {
    return [...this.projects.values()].flatMap(project => project.goals);
  }

  get pauses(): readonly Pause[] {
    return [...this.projects.values()].flatMap(project => project.pauses);
  }

  /** The day of each milestone reached, by id. */
  get reached(): ReadonlyMap<string, Day> {
    const reached = new Map<string, Day>();
    for (const project of this.projects.values()) {
      for (const [id, day] of project.reached) keepEarlier(reached, id, day);
    }
    return reached;
  }

  /** What worked, by the first day of the week it is about. */
  get reviews(): ReadonlyMap<Day, string> {
    return new Map([...this.projects.values()].flatMap(project => [...project.reviews]));
  }

  /** Wins by the hour of the day, 24 numbers. */
  get hours(): readonly number[] {
    return noHours.map((_, hour) =>
      [...this.projects.values()].reduce((sum, project) => sum + (project.hours[hour] ?? 0), 0),
    );
  }

  /** Whether a win with this id counts. Reliable once the project is open. */
  has(id: string): boolean {
    return [...this.projects.values()].some(project => project.has(id));
  }

  /** Whether a win with this id counts or once did. */
  seen(id: string): boolean {
    return [...this.projects.values()].some(project => project.seen(id));
  }

  /** Whether the user took this win back. */
  isUndone(id: string): boolean {
    return [...this.projects.values()].some(project => project.isUndone(id));
  }

  /** The project that a win counts in. */
  projectOfWin(id: string): string | undefined {
    return [...this.projects.values()].find(project => project.has(id))?.id;
  }

  /** The win in full if it is among the newest. */
  find(id: string): Win | undefined {
    for (const project of this.projects.values()) {
      const win = project.find(id);
      if (win) return win;
    }
    return this.recent.find(win => win.id === id);
  }

  /** The project that holds a task, goal or pause. */
  projectWith(holds: (project: Pick<Project, 'tasks' | 'goals' | 'pauses'>) => boolean): string | undefined {
    return [...this.projects.values()].find(holds)?.id;
  }
}
