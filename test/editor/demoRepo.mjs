// Makes the demo repository: some months of believable work on a small library, up to today, the same each time.
import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { people, story } from './demoStory.mjs';
import { failure, run } from './processes.mjs';

/** How many days the history goes back. */
const span = 118;

/** A holiday, in days before today. */
const holiday = { from: 66, to: 57 };

/**
 * Makes the repository in a new folder; what was there is deleted.
 * @param {string} folder
 * @param {Record<string, string>} env of the git processes
 * @param {Date} [now] the end of the history
 */
export async function makeDemoRepository(folder, env, now = new Date()) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const git = async (...args) => {
    const { code, output } = await run('git', args, { cwd: folder, env });
    if (code !== 0) throw failure(`git ${args[0]} failed:\n${output}`);
  };
  await git('init', '--initial-branch=main');
  await git('config', 'user.name', people.robin.name);
  await git('config', 'user.email', people.robin.email);
  await fastImport(folder, env, importStream(dated(story(), now)));
  await git('reset', '--hard');
}

/** Gives each change its time, in seconds, in the order of the story. */
function dated(changes, now) {
  const own = changes.filter(change => change.who === 'robin').length;
  const times = workTimes(own, now);
  const random = randomSource(7);
  const result = [];
  for (const change of [...changes].reverse()) {
    const after = result[0];
    // Colleagues commit in the hour before the user's next commit.
    const at = change.who === 'robin' ? times.pop() : after.at - 180 - Math.floor(random() * 900);
    result.unshift({ ...change, at: after ? Math.min(at, after.at - 60) : at });
  }
  return result;
}

/** The times of the user's `count` commits, oldest first: working days, some fuller than others, and today. */
function workTimes(count, now) {
  const random = randomSource(42);
  const days = [];
  for (let ago = span; ago > 0; ago--) {
    const weekday = dayBefore(now, ago).getDay();
    const weekend = weekday === 0 || weekday === 6;
    const away = ago <= holiday.from && ago >= holiday.to;
    const works = random() < (weekend ? 0.07 : ago < 20 ? 1 : 0.86);
    const pace = 0.4 + random() ** 2 * 3;
    if (works && !away) days.push({ ago, pace: weekend ? 0.4 : pace });
  }
  const today = 2;
  const pace = days.reduce((sum, day) => sum + day.pace, 0);
  const times = [];
  let owed = 0;
  for (const day of days) {
    owed += (day.pace / pace) * (count - today);
    // At least one on each of these days.
    const due = Math.max(1, Math.round(owed));
    owed -= due;
    const moments = Array.from({ length: due }, () => 9.2 + random() * (random() < 0.12 ? 12 : 8.4));
    for (const hour of moments.sort((a, b) => a - b)) times.push(seconds(dayBefore(now, day.ago, hour)));
  }
  const midnight = seconds(dayBefore(now, 0, 0));
  const spent = Math.min(5 * 3600, seconds(now) - midnight);
  for (const part of [0.3, 0.85]) times.push(Math.floor(seconds(now) - spent * (1 - part)));
  return times.slice(-count);
}

function dayBefore(now, days, hour = 12) {
  const minutes = Math.floor(hour * 60);
  return new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate() - days,
    0,
    minutes,
    Math.floor(hour * 7919) % 60,
  );
}

function seconds(date) {
  return Math.floor(date.getTime() / 1000);
}

/** The input of `git fast-import`. A branch starts at the tip of main and ends with its merge. */
function importStream(changes) {
  const parts = [];
  const data = text => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const blobs = files =>
    Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`);
  let started;
  for (const { who, subject, files, at, branch, merges } of changes) {
    const { name, email, zone } = people[who];
    const stamp = `${name} <${email}> ${at} ${zone ?? zoneAt(at)}`;
    const head = `commit refs/heads/${branch ?? 'main'}\nauthor ${stamp}\ncommitter ${stamp}\n${data(subject)}`;
    const from = branch && branch !== started ? 'from refs/heads/main\n' : '';
    started = branch;
    // A merge takes the branch's files as they are: main has not moved since.
    const merge = merges ? `merge refs/heads/${merges}\n` : '';
    const tree = merges
      ? changes.filter(it => it.branch === merges).flatMap(it => blobs(it.files))
      : blobs(files);
    parts.push(`${head}${from}${merge}${tree.join('')}\n`);
    if (merges) parts.push(`reset refs/heads/${merges}\nfrom 0000000000000000000000000000000000000000\n\n`);
  }
  return parts.join('');
}

/** The machine's UTC offset at a time, in git's form. */
function zoneAt(at) {
  const minutes = -new Date(at * 1000).getTimezoneOffset();
  const digits = number => String(Math.floor(Math.abs(number))).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${digits(minutes / 60)}${digits(minutes % 60)}`;
}

function fastImport(folder, env, stream) {
  return new Promise((resolve, reject) => {
    const args = ['fast-import', '--quiet', '--force'];
    const child = spawn('git', args, { cwd: folder, env, stdio: ['pipe', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      errors += text;
    });
    child.once('error', reject);
    child.once('close', code =>
      code === 0 ? resolve() : reject(failure(`git fast-import failed:\n${errors}`)),
    );
    child.stdin.end(stream);
  });
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomSource(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
