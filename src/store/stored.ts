import { firstWithin } from '../core/size';
import type { Task } from '../core/task';
import { inOrder } from '../core/tasks';
import type { Project } from './project';
import { maxStoredFinished, maxStoredRecent, type StoredProject } from './state';

/** What parts of all projects may take, in bytes of JSON: with the days of ten years, less than 256 KiB together. */
const mostRecentBytes = 48 * 1024;
const mostTaskBytes = 48 * 1024;

/** Weeks whose answers are stored: the panel and the story of a week look back two. */
const maxStoredReviews = 4;
const mostReviewBytes = 8 * 1024;

/**
 * What workspace state keeps of a project: what is shown first, and of each part no more than its share, or none.
 * @param among so many projects that are kept
 */
export function storedProject(project: Pick<Project, keyof StoredProject>, among = 1): StoredProject {
  const { days, recent, tasks, goals, pauses, reached, reviews, hours } = project;
  const answers = [...reviews].sort().reverse().slice(0, maxStoredReviews);
  return {
    days: Object.fromEntries(days),
    recent: firstWithin(recent.slice(0, maxStoredRecent), mostRecentBytes / among, 0),
    tasks: firstWithin(shortened(tasks), mostTaskBytes / among, 0),
    goals,
    pauses,
    reached: Object.fromEntries(reached),
    reviews: Object.fromEntries(firstWithin(answers, mostReviewBytes / among, 0)),
    hours,
  };
}

/** Tasks in the order of the panel, of older finished ones no steps: those are counted, not looked at. */
function shortened(tasks: readonly Task[]): readonly Task[] {
  let finished = 0;
  return inOrder(tasks).map(task => {
    if (task.finishedAt !== undefined) finished++;
    return finished > maxStoredFinished ? { ...task, steps: [] } : task;
  });
}
