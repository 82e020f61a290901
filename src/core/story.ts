import * as l10n from '@vscode/l10n';
import { addDays, type Day } from './day';
import { type GoalPace, goalProgress } from './goals';
import { peakLines } from './insight';
import { markdownText } from './markdownText';
import { type Kept, type NumberSettings, rulesOf } from './overview';
import { kindHeading, Phrases, paceInWords } from './phrases';
import { one } from './plural';
import type { Task } from './task';
import { upToDay, weekSentences } from './week';
import type { Win } from './win';
import { groupWins, namesIn, winLines } from './winGroups';

/** Next steps that the story names, at most. */
const mostSteps = 3;

/** What a weekly story is told of. */
export interface StoryOptions {
  readonly kept: Kept;
  readonly settings: NumberSettings;
  readonly today: Day;
  /** The first day of the week. */
  readonly week: Day;
  /** The wins of the week, or more. */
  readonly wins: readonly Win[];
  /** BCP 47 tag for `Intl`. */
  readonly locale: string;
  /** Whether repositories and branches are named. */
  readonly names: boolean;
}

/** A week as a story. */
export interface Story {
  readonly markdown: string;
  /** Whether there are names of repositories or branches that could be shown or left out. */
  readonly hasNames: boolean;
}

/** The weekly story: goals, what was done, the evidence, what worked, what to try next. Each win stands in it once. */
export function weeklyStory(options: StoryOptions): Story {
  const { kept, settings, today, week, locale } = options;
  const phrases = new Phrases(locale);
  const end = addDays(week, 6);
  const upTo = end < today ? end : today;
  const wins = options.wins.filter(({ day }) => day >= week && day <= upTo);
  const goals = goalsOf(options, upTo);
  const sentences = weekSentences(kept, settings, upTo, locale, upTo < today).map(markdownText);
  const parts = [
    `# ${l10n.t('Week of {0}', phrases.range(week, end))}\n\n${sentences.join(' ')}\n`,
    section(l10n.t('Goals'), goals.map(goal => goalLine(goal, upTo < today, phrases)).join('')),
    doneSection(wins, kept.tasks, phrases),
    evidenceSection(wins, options.names),
    section(l10n.t('What worked'), workedLines(options, phrases)),
    section(l10n.t('What to try next'), nextLines(options, goals, phrases)),
  ];
  return { markdown: parts.filter(part => part !== '').join('\n'), hasNames: namesIn(wins).size > 0 };
}

function section(title: string, text: string, level = '##'): string {
  return text === '' ? '' : `${level} ${title}\n\n${text}`;
}

/** The goals that were under way in the week, as they stood on its last day. */
function goalsOf({ kept, settings, week }: StoryOptions, upTo: Day): GoalPace[] {
  const history = upToDay(kept.days, upTo);
  return kept.goals
    .map(goal => goalProgress(goal, history, rulesOf(kept, settings), upTo, settings.firstWeekday))
    .filter(({ startsOn, endsOn }) => startsOn <= upTo && endsOn >= week);
}

function goalLine({ title, current, target, pace }: GoalPace, isOver: boolean, phrases: Phrases): string {
  const stand = l10n.t('{0} of {1}', phrases.number(current), phrases.number(target));
  // A pace says how the rest may go; of a week that is over there is no rest.
  const details = isOver && pace !== 'done' ? [stand] : [stand, paceInWords(pace)];
  return `- ${markdownText(title)}: ${details.join(', ')}\n`;
}

/** Steps by task, and what was logged by hand: their titles are all there is to say. */
function doneSection(wins: readonly Win[], tasks: readonly Task[], phrases: Phrases): string {
  const byTask = new Map<string, Win[]>();
  for (const win of wins) {
    if (win.kind !== 'step') continue;
    const task = win.source.taskId ?? win.source.task ?? '';
    const steps = byTask.get(task);
    if (steps) steps.push(win);
    else byTask.set(task, [win]);
  }
  const show = { names: true, evidence: false };
  const parts = Array.from(byTask, ([id, steps]) => {
    const task = tasks.find(each => each.id === id);
    const title = task?.title ?? steps[0]?.source.task ?? kindHeading('step');
    const lines = winLines(
      [...steps].sort((one, other) => one.at - other.at),
      show,
      new Set(),
    );
    return section(`${markdownText(title)}${task ? ` (${stateOf(task, phrases)})` : ''}`, lines, '###');
  });
  const manual = groupWins(
    wins.filter(({ kind }) => kind === 'manual'),
    false,
  ).map(({ heading, wins: logged }) => section(heading, winLines(logged, show, new Set()), '###'));
  return section(l10n.t('What was done'), [...parts, ...manual].join('\n'));
}

function stateOf({ steps, finishedAt }: Task, phrases: Phrases): string {
  if (finishedAt !== undefined) return l10n.t('finished');
  const done = steps.filter(({ doneAt }) => doneAt !== undefined).length;
  const [part, all] = [phrases.number(done), phrases.number(steps.length)];
  return one(steps.length) ? l10n.t('{0} of {1} step', part, all) : l10n.t('{0} of {1} steps', part, all);
}

/** Commits, closed TODOs and green runs, each with what proves it. */
function evidenceSection(wins: readonly Win[], names: boolean): string {
  const proven = wins.filter(({ kind }) => kind === 'commit' || kind === 'todo' || kind === 'tests');
  const hidden = namesIn(proven);
  const groups = groupWins(proven, names).map(group =>
    section(group.heading, winLines(group.wins, { names, evidence: true }, hidden), '###'),
  );
  return section(l10n.t('Evidence'), groups.join('\n'));
}

/** The user's own answer, and when most wins come. */
function workedLines({ kept, week }: StoryOptions, phrases: Phrases): string {
  const answer = kept.reviews.get(week);
  const peaks = peakLines(kept.days, kept.hours, phrases).map(line => `- ${markdownText(line)}\n`);
  return [...(answer ? [`> ${markdownText(answer)}\n`] : []), peaks.join('')].filter(Boolean).join('\n');
}

/** What lies next: what is left of goals, steps that are open, what worked before. Nothing that no data says. */
function nextLines(
  { kept, today, week }: StoryOptions,
  goals: readonly GoalPace[],
  phrases: Phrases,
): string {
  const before = kept.reviews.get(addDays(week, -7));
  const isThisWeek = addDays(week, 6) >= today;
  const lines = [
    ...(isThisWeek ? goals.filter(({ left }) => left > 0).map(goal => leftLine(goal, phrases)) : []),
    ...nextSteps(kept.tasks, today).map(({ step, task }) => `${markdownText(step)} (${markdownText(task)})`),
    ...(isThisWeek && before ? [l10n.t('What worked the week before: {0}', markdownText(before))] : []),
  ];
  if (lines.length === 0) lines.push(l10n.t('Break the next piece of work down into small steps.'));
  return lines.map(line => `- ${line}\n`).join('');
}

function leftLine({ left, title }: GoalPace, phrases: Phrases): string {
  const goal = markdownText(title);
  return one(left)
    ? l10n.t('{0} more win for “{1}”', phrases.number(left), goal)
    : l10n.t('{0} more wins for “{1}”', phrases.number(left), goal);
}

/** Steps committed to for today first, then the first open one of each task. */
function nextSteps(tasks: readonly Task[], today: Day): { step: string; task: string }[] {
  const open = tasks.flatMap(task =>
    task.steps.filter(({ doneAt }) => doneAt === undefined).map((step, index) => ({ step, task, index })),
  );
  const chosen = [
    ...open.filter(({ step }) => step.forDay === today),
    ...open.filter(({ step, index }) => step.forDay !== today && index === 0),
  ];
  return chosen.slice(0, mostSteps).map(({ step, task }) => ({ step: step.title, task: task.title }));
}
