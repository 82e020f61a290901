// Child processes that never outlive this one: each runs in a group of its own, and a group is ended as a whole.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

const windows = process.platform === 'win32';
const groups = new Set();
const cleanups = [];
let cleaning;

/**
 * Starts a program without a shell, in a process group of its own that ends with this process.
 * @param {string} file
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(file, args, options = {}) {
  const child = spawn(file, args, { ...options, detached: !windows, windowsHide: true });
  groups.add(child);
  child.once('exit', () => {
    // Its children may live on without it.
    signal(child, 'SIGTERM');
  });
  return child;
}

/** Runs a program to its end and gives back its exit code and all it printed. */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = start(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = text => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', code => {
      groups.delete(child);
      resolve({ code, output });
    });
  });
}

/**
 * Ends the program's group also when this process is killed and can do nothing more: a small process waits for the
 * end of its input, which comes with our end, however we end.
 */
export function guard(child) {
  const script = `process.stdin.resume().on('end', () => {
    const [pid, windows] = [${child.pid}, ${windows}];
    if (windows) require('node:child_process').spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    else try { process.kill(-pid, 'SIGKILL'); } catch {}
  })`;
  const watcher = spawn(process.execPath, ['--eval', script], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
  });
  // Its pid may belong to somebody else later on.
  child.once('exit', () => watcher.kill('SIGKILL'));
  watcher.unref();
}

/** Ends a program and all it started: asks first, forces after two seconds. */
export async function stop(child) {
  if (!groups.has(child)) return;
  const gone = Promise.all([hasExited(child), waitForGroup(child, 4000)]);
  signal(child, 'SIGTERM');
  const force = setTimeout(() => signal(child, 'SIGKILL'), 2000);
  await gone;
  clearTimeout(force);
  signal(child, 'SIGKILL');
  groups.delete(child);
}

/** Registers what has to be undone before this process ends, however it ends; the last one registered runs first. */
export function onExit(cleanup) {
  cleanups.push(cleanup);
}

/** Runs the registered clean-ups, once. */
export function cleanUp() {
  cleaning ??= (async () => {
    for (const cleanup of cleanups.reverse()) {
      try {
        await cleanup();
      } catch (error) {
        console.error(`Clean-up failed: ${error.message}`);
      }
    }
    await Promise.all([...groups].map(stop));
  })();
  return cleaning;
}

/**
 * Runs a script's main function: cleans up after it, also on Ctrl-C, and exits with the code that it returns.
 * An expected error (`failure`) is shown as its message only.
 * @param {() => Promise<number | void>} body
 * @param {() => number} [afterInterrupt] gives the exit code when Ctrl-C is the way to end it
 */
export async function main(body, afterInterrupt) {
  let interrupted = false;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, async () => {
      interrupted = true;
      await cleanUp();
      process.exit(afterInterrupt?.() ?? 128 + constants.signals[name]);
    });
  }
  process.once('exit', () => {
    for (const child of groups) signal(child, 'SIGKILL');
  });
  let code = 1;
  try {
    code = (await body()) ?? 0;
  } catch (error) {
    if (!interrupted) console.error(error.expected ? error.message : error.stack);
  }
  await cleanUp();
  if (!interrupted) process.exit(code);
}

/** An error whose message alone tells people what to do. */
export function failure(message) {
  return Object.assign(new Error(message), { expected: true });
}

function signal(child, name) {
  if (child.pid === undefined) return;
  if (windows) {
    if (child.exitCode === null) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, name);
  } catch {
    // No process of the group is left.
  }
}

function hasExited(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return undefined;
  return new Promise(resolve => child.once('exit', resolve));
}

async function waitForGroup(child, limit) {
  if (windows || child.pid === undefined) return;
  for (const end = Date.now() + limit; Date.now() < end; ) {
    try {
      process.kill(-child.pid, 0);
    } catch {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
