import { allWithin, firstWithin } from '../core/size';
import type { Task } from '../core/task';
import { inOrder } from '../core/tasks';
import { safeText } from '../core/text';
import type { Project } from './project';
import { maxStoredFinished, maxStoredRecent, type StoredProject } from './state';

/** What parts of all projects may take, in bytes of JSON: with the days of ten years, less than 256 KiB together. */
const mostRecentBytes = 48 * 1024;
const mostTaskBytes = 48 * 1024;

/** Weeks whose answers are stored, cut: the panel and the story of a week look back two. */
const maxStoredReviews = 4;
const maxStoredAnswer = 100;

/** Tasks whose finishing is stored, the first: the milestones end there. */
const maxStoredFinishes = 100;

/**
 * What workspace state keeps of a project: what is shown first, and of each part no more than its share, or none.
 * @param among so many projects that are kept
 */
export function storedProject(project: Pick<Project, keyof StoredProject>, among = 1): StoredProject {
  const { days, recent, tasks, finished, goals, pauses, reached, reviews, hours } = project;
  const answers = [...reviews].sort().slice(-maxStoredReviews);
  return {
    days: Object.fromEntries(days),
    recent: firstWithin(recent.slice(0, maxStoredRecent), mostRecentBytes / among, 0),
    tasks: allWithin(shortened(tasks), mostTaskBytes / among),
    finished: [...finished].sort((a, b) => a - b).slice(0, maxStoredFinishes),
    goals,
    pauses,
    reached: Object.fromEntries(reached),
    reviews: Object.fromEntries(answers.map(([week, answer]) => [week, safeText(answer, maxStoredAnswer)])),
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
