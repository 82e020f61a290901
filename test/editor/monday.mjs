// A Monday, whatever day it is: a repository with work of the days before, to be opened by a clock that stands back.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { placeIn } from './workspaces.mjs';

/** How many days ago the last Monday was; 0 on a Monday. */
export function daysSinceMonday() {
  return ((new Date().getDay() + 6) % 7) + 7;
}

/** What the user committed in the days before that Monday, and a colleague. */
const commits = [
  { subject: 'Sketch the grammar', daysBefore: 4 },
  { subject: 'Ship the parser', daysBefore: 3 },
  { subject: 'Tell the team', daysBefore: 3 },
  { subject: 'Fix their build', daysBefore: 3, author: 'Colleague <colleague@example.com>' },
  { subject: 'Mend a typo', daysBefore: 1 },
];

/**
 * Makes a repository with commits of Thursday, Friday and Sunday; gives its folder.
 * @param {{ base: string, home: string, env: Record<string, string> }} user
 */
export async function mondayRepository({ base, home, env }) {
  const folder = path.join(base, 'monday');
  await mkdir(folder);
  await placeIn(base, home, env).git(folder, 'init');
  for (const [index, { subject, daysBefore, author }] of commits.entries()) {
    await writeFile(path.join(folder, `${index}.txt`), `${subject}\n`);
    const at = timeOf(daysSinceMonday() + daysBefore, 10 + index);
    const { git } = placeIn(base, home, { ...env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at });
    await git(folder, 'add', '.');
    await git(folder, 'commit', '-m', subject, ...(author ? [`--author=${author}`] : []));
  }
  return folder;
}

/** An hour of a day as git takes it; without an offset it is the machine's own. */
function timeOf(daysAgo, hour) {
  const at = new Date();
  at.setDate(at.getDate() - daysAgo);
  const two = number => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(hour)}:00:00`;
}
