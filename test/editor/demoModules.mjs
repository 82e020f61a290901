// The source of the demo repository's library, as it grew. A line that begins with `2|` is there from the module's
// second step on, one with `<3|` only before its third; a step's title is its commit's subject.

/**
 * @typedef {object} Module
 * @property {string} name
 * @property {string} about one line for the README
 * @property {string[]} steps subjects of the commits that wrote it
 * @property {string} code
 * @property {[title: string, body: string][]} tests each came with a commit of its own
 */

/** @type {Module[]} */
export const modules = [
  {
    name: 'deferred',
    about: 'a promise with its handles outside',
    steps: ['Add deferred', 'deferred: tell whether it is settled', 'deferred: document what it is for'],
    code: `
3|/** A promise that is settled from outside: the smallest bridge from callbacks. */
export function deferred() {
  const result = { settled: false };
<2|  // TODO: tell whether it is settled
  result.promise = new Promise((resolve, reject) => {
<2|    Object.assign(result, { resolve, reject });
2|    const settle = how => value => {
2|      result.settled = true;
2|      how(value);
2|    };
2|    Object.assign(result, { resolve: settle(resolve), reject: settle(reject) });
  });
  return result;
}`,
    tests: [
      [
        'resolves with its value',
        `const it = deferred();\nit.resolve(7);\nassert.equal(await it.promise, 7);`,
      ],
      [
        'rejects with its reason',
        `const it = deferred();\nit.reject(new Error('low tide'));\nawait assert.rejects(it.promise, /low tide/);`,
      ],
      [
        'knows that it is settled',
        `const it = deferred();\nassert.equal(it.settled, false);\nit.resolve();\nassert.equal(it.settled, true);`,
      ],
    ],
  },
  {
    name: 'once',
    about: 'a function that runs at most once',
    steps: ['Add once', 'once: run again after an error', 'once: pass arguments on', 'once: doc comment'],
    code: `
4|/** Calls \`fn\` the first time only; later calls get the first result. After an error it may run again. */
export function once(fn) {
  let called = false;
  let result;
<3|  // TODO: pass the arguments on
<3|  return () => {
3|  return (...args) => {
    if (called) return result;
<2|    // FIXME: an error should not count as a call
<2|    called = true;
<3|    result = fn();
3|    result = fn(...args);
2|    called = true;
    return result;
  };
}`,
    tests: [
      ['runs once', `let runs = 0;\nconst run = once(() => ++runs);\nrun();\nrun();\nassert.equal(runs, 1);`],
      [
        'gives the first result again',
        `const pick = once(value => value);\nassert.deepEqual([pick('a'), pick('b')], ['a', 'a']);`,
      ],
      [
        'may run again after an error',
        `let runs = 0;\nconst run = once(() => {\n  if (++runs === 1) throw new Error('no');\n  return runs;\n});\nassert.throws(run);\nassert.equal(run(), 2);`,
      ],
    ],
  },
  {
    name: 'range',
    about: 'numbers from one end to the other',
    steps: ['Add range', 'range: count downwards too', 'range: refuse a step of zero', 'range: doc comment'],
    code: `
4|/** Whole numbers from \`start\` up or down to \`end\`, without \`end\`. */
<2|// TODO: count downwards
<2|export function* range(start, end) {
2|export function* range(start, end, step = start <= end ? 1 : -1) {
3|  if (step === 0) throw new RangeError('step must not be 0');
<2|  for (let value = start; value < end; value++) yield value;
2|  for (let value = start; step > 0 ? value < end : value > end; value += step) yield value;
}`,
    tests: [
      ['leaves out its end', `assert.deepEqual([...range(1, 4)], [1, 2, 3]);`],
      ['counts downwards', `assert.deepEqual([...range(3, 0)], [3, 2, 1]);`],
      ['takes larger steps', `assert.deepEqual([...range(0, 10, 4)], [0, 4, 8]);`],
      ['refuses a step of zero', `assert.throws(() => [...range(0, 1, 0)], RangeError);`],
    ],
  },
  {
    name: 'chunk',
    about: 'a list in slices of a size',
    steps: ['Add chunk', 'chunk: accept any iterable', 'chunk: refuse a size below one'],
    code: `
/** Slices of at most \`size\` items, in order. */
<2|// TODO: accept any iterable, not only arrays
<2|export function chunk(list, size) {
2|export function chunk(items, size) {
2|  const list = [...items];
<3|  // FIXME: a size of 0 never ends
3|  if (!(size >= 1)) throw new RangeError('size must be at least 1');
  const slices = [];
  for (let at = 0; at < list.length; at += size) slices.push(list.slice(at, at + size));
  return slices;
}`,
    tests: [
      ['keeps the order', `assert.deepEqual(chunk([1, 2, 3], 2), [[1, 2], [3]]);`],
      ['accepts an empty list', `assert.deepEqual(chunk([], 3), []);`],
      ['accepts any iterable', `assert.deepEqual(chunk(new Set('abc'), 2), [['a', 'b'], ['c']]);`],
      ['refuses a size below one', `assert.throws(() => chunk([1], 0), RangeError);`],
    ],
  },
  {
    name: 'delay',
    about: 'wait, and stop waiting',
    steps: ['Add delay', 'delay: stop on an abort signal', 'delay: leave no listener behind'],
    code: `
/** Resolves after \`ms\` milliseconds. */
<2|// TODO: take an AbortSignal
<2|export function delay(ms) {
2|export function delay(ms, { signal } = {}) {
2|  signal?.throwIfAborted();
<2|  return new Promise(resolve => setTimeout(resolve, ms));
2|  return new Promise((resolve, reject) => {
<3|    // FIXME: the listener stays on a long-lived signal
<3|    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
<3|    setTimeout(resolve, ms);
3|    const stop = () => {
3|      clearTimeout(timer);
3|      reject(signal.reason);
3|    };
3|    const timer = setTimeout(() => {
3|      signal?.removeEventListener('abort', stop);
3|      resolve();
3|    }, ms);
3|    signal?.addEventListener('abort', stop, { once: true });
2|  });
}`,
    tests: [
      [
        'waits',
        `const began = performance.now();\nawait delay(5);\nassert.ok(performance.now() - began >= 4);`,
      ],
      [
        'stops on a signal',
        `const controller = new AbortController();\nconst waiting = delay(60_000, controller);\ncontroller.abort(new Error('enough'));\nawait assert.rejects(waiting, /enough/);`,
      ],
    ],
  },
  {
    name: 'timeout',
    about: 'a promise with a deadline',
    steps: ['Add timeout', 'timeout: clear the timer', 'timeout: say how long it took'],
    code: `
/** The result of \`promise\`, or a rejection after \`ms\` milliseconds. */
<2|export function timeout(promise, ms) {
2|export async function timeout(promise, ms) {
<2|  // TODO: clear the timer, it keeps the process alive
<2|  const late = new Promise((_, reject) => {
<2|    setTimeout(() => reject(new Error('too late')), ms);
<2|  });
<2|  return Promise.race([promise, late]);
2|  let timer;
2|  const late = new Promise((_, reject) => {
<3|    timer = setTimeout(() => reject(new Error('too late')), ms);
3|    timer = setTimeout(() => reject(new Error(\`no result within \${ms} ms\`)), ms);
2|  });
2|  try {
2|    return await Promise.race([promise, late]);
2|  } finally {
2|    clearTimeout(timer);
2|  }
}`,
    tests: [
      ['gives the result in time', `assert.equal(await timeout(Promise.resolve('pearl'), 1000), 'pearl');`],
      ['rejects when it is late', `await assert.rejects(timeout(new Promise(() => {}), 5), /within 5 ms/);`],
    ],
  },
  {
    name: 'backoff',
    about: 'how long to wait before the next try',
    steps: [
      'Add backoff',
      'backoff: a ceiling',
      'backoff: jitter from a given random source',
      'backoff: doc comment',
    ],
    code: `
4|/** Waiting time in ms before try \`attempt\` (0, 1, 2 ...): doubles up to \`max\`, spread by \`random\`. */
<2|// TODO: a ceiling
<3|// TODO: jitter
<2|export function backoff(attempt, { base = 100 } = {}) {
2|<3|export function backoff(attempt, { base = 100, max = 10_000 } = {}) {
3|export function backoff(attempt, { base = 100, max = 10_000, random = () => 1 } = {}) {
<2|  return base * 2 ** attempt;
2|<3|  return Math.min(max, base * 2 ** attempt);
3|  return Math.round(Math.min(max, base * 2 ** attempt) * (0.5 + random() / 2));
}`,
    tests: [
      ['doubles', `assert.deepEqual([0, 1, 2].map(it => backoff(it)), [100, 200, 400]);`],
      ['has a ceiling', `assert.equal(backoff(20), 10_000);`],
      ['spreads by half at most', `assert.equal(backoff(0, { random: () => 0 }), 50);`],
    ],
  },
  {
    name: 'retry',
    about: 'try again, calmly',
    steps: [
      'Add retry',
      'retry: wait between tries',
      'retry: let the caller refuse',
      'retry: tell the attempt',
      'retry: doc comment',
    ],
    code: `
2|import { backoff } from './backoff.js';
2|import { delay } from './delay.js';
2|
5|/** Calls \`fn\` until it succeeds, at most \`times\`; the last error is the caller's. */
<2|// TODO: wait between tries
<3|// TODO: not every error is worth another try
<3|export async function retry(fn, { times = 3, wait = backoff } = {}) {
3|export async function retry(fn, { times = 3, wait = backoff, worthIt = () => true } = {}) {
  for (let attempt = 0; ; attempt++) {
    try {
<4|      return await fn();
4|      return await fn(attempt);
    } catch (error) {
<3|      if (attempt + 1 >= times) throw error;
3|      if (attempt + 1 >= times || !worthIt(error)) throw error;
2|      await delay(wait(attempt));
    }
  }
}`,
    tests: [
      [
        'succeeds at last',
        `const tries = [];\nconst fn = at => {\n  tries.push(at);\n  if (at < 2) throw new Error('not yet');\n  return 'calm';\n};\nassert.equal(await retry(fn, { wait: () => 0 }), 'calm');\nassert.deepEqual(tries, [0, 1, 2]);`,
      ],
      [
        'gives up with the last error',
        `await assert.rejects(retry(() => Promise.reject(new Error('storm')), { times: 2, wait: () => 0 }), /storm/);`,
      ],
      [
        'stops at an error not worth it',
        `let runs = 0;\nconst fn = () => {\n  runs++;\n  throw new Error('gone');\n};\nawait assert.rejects(retry(fn, { worthIt: () => false }));\nassert.equal(runs, 1);`,
      ],
    ],
  },
  {
    name: 'lru',
    about: 'the things used last',
    steps: [
      'Add lru',
      'lru: reading counts as use',
      'lru: tell what was dropped',
      'lru: refuse a size below one',
    ],
    code: `
/** A map of at most \`size\` entries; the one unused for longest goes first. */
export class Lru {
  #entries = new Map();
<3|  // TODO: tell what was dropped
<3|  constructor(size) {
3|  constructor(size, { onDrop = () => {} } = {}) {
4|    if (!(size >= 1)) throw new RangeError('size must be at least 1');
    this.size = size;
3|    this.onDrop = onDrop;
  }
  get(key) {
<2|    // FIXME: reading should count as use
<2|    return this.#entries.get(key);
2|    if (!this.#entries.has(key)) return undefined;
2|    const value = this.#entries.get(key);
2|    this.#entries.delete(key);
2|    this.#entries.set(key, value);
2|    return value;
  }
  set(key, value) {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.size) return;
<3|    this.#entries.delete(this.#entries.keys().next().value);
3|    const [oldest, dropped] = this.#entries.entries().next().value;
3|    this.#entries.delete(oldest);
3|    this.onDrop(oldest, dropped);
  }
}`,
    uses: 'Lru',
    tests: [
      [
        'keeps what fits',
        `const map = new Lru(2);\nmap.set('a', 1);\nmap.set('b', 2);\nassert.deepEqual([map.get('a'), map.get('b')], [1, 2]);`,
      ],
      [
        'drops the one unused for longest',
        `const map = new Lru(2);\nmap.set('a', 1);\nmap.set('b', 2);\nmap.get('a');\nmap.set('c', 3);\nassert.equal(map.get('b'), undefined);\nassert.equal(map.get('a'), 1);`,
      ],
      [
        'tells what it dropped',
        `const dropped = [];\nconst map = new Lru(1, { onDrop: (...entry) => dropped.push(entry) });\nmap.set('a', 1);\nmap.set('b', 2);\nassert.deepEqual(dropped, [['a', 1]]);`,
      ],
    ],
  },
  {
    name: 'memo',
    about: 'remember results',
    steps: ['Add memo', 'memo: own keys', 'memo: a bounded memory', 'memo: forget errors'],
    code: `
3|import { Lru } from './lru.js';
3|
/** Remembers the results of \`fn\` by its first argument. */
<2|// TODO: let the caller make the key
<3|// TODO: it grows for ever, use an Lru
<2|export function memo(fn) {
2|<3|export function memo(fn, { key = first => first } = {}) {
3|export function memo(fn, { key = first => first, size = 1000 } = {}) {
<3|  const known = new Map();
3|  const known = new Lru(size);
  return (...args) => {
<2|    const id = args[0];
2|    const id = key(...args);
    const found = known.get(id);
    if (found) return found.value;
<4|    // FIXME: a rejected promise is remembered
    const value = fn(...args);
    known.set(id, { value });
4|    if (value instanceof Promise) value.catch(() => known.set(id, undefined));
    return value;
  };
}`,
    tests: [
      [
        'asks once',
        `let runs = 0;\nconst square = memo(it => {\n  runs++;\n  return it * it;\n});\nassert.deepEqual([square(3), square(3), runs], [9, 9, 1]);`,
      ],
      [
        'takes own keys',
        `const join = memo((a, b) => a + b, { key: (a, b) => \`\${a}/\${b}\` });\nassert.deepEqual([join('a', 'b'), join('a', 'c')], ['ab', 'ac']);`,
      ],
      [
        'forgets errors',
        `let runs = 0;\nconst load = memo(async () => {\n  if (++runs === 1) throw new Error('no');\n  return runs;\n});\nawait assert.rejects(load('x'));\nassert.equal(await load('x'), 2);`,
      ],
    ],
  },
  {
    name: 'pool',
    about: 'so many at a time',
    steps: [
      'Add pool',
      'pool: go on after an error',
      'pool: count what waits',
      'pool: refuse a limit below one',
      'pool: doc comment',
    ],
    code: `
5|/** Runs functions, at most \`limit\` at a time, in the order they came. */
export function pool(limit) {
<4|  // TODO: refuse a limit below 1
4|  if (!(limit >= 1)) throw new RangeError('limit must be at least 1');
  const waiting = [];
  let running = 0;
  const next = () => {
    if (running >= limit || waiting.length === 0) return;
    running++;
    const { fn, resolve, reject } = waiting.shift();
<2|    // FIXME: an error blocks the place for ever
<2|    Promise.resolve().then(fn).then(value => {
<2|      running--;
<2|      resolve(value);
<2|      next();
<2|    }, reject);
2|    Promise.resolve().then(fn).then(resolve, reject).finally(() => {
2|      running--;
2|      next();
2|    });
  };
  const run = fn => new Promise((resolve, reject) => {
    waiting.push({ fn, resolve, reject });
    next();
  });
3|  Object.defineProperty(run, 'waiting', { get: () => waiting.length });
  return run;
}`,
    tests: [
      [
        'keeps its limit',
        `const run = pool(2);\nlet now = 0;\nlet most = 0;\nconst work = async () => {\n  most = Math.max(most, ++now);\n  await null;\n  now--;\n};\nawait Promise.all([1, 2, 3, 4].map(() => run(work)));\nassert.equal(most, 2);`,
      ],
      [
        'goes on after an error',
        `const run = pool(1);\nconst failed = run(() => Promise.reject(new Error('no')));\nconst good = run(() => 'yes');\nawait assert.rejects(failed);\nassert.equal(await good, 'yes');`,
      ],
      [
        'counts what waits',
        `const run = pool(1);\nrun(() => null);\nconst last = run(() => null);\nassert.equal(run.waiting, 1);\nawait last;`,
      ],
    ],
  },
  {
    name: 'queue',
    about: 'an async queue to iterate over',
    steps: ['Add queue', 'queue: close it', 'queue: refuse items after the end'],
    code: `
import { deferred } from './deferred.js';

/** Items pushed on one side, awaited on the other. */
export class Queue {
  #items = [];
  #readers = [];
2|  #closed = false;
  push(item) {
<3|    // TODO: refuse items after the end
3|    if (this.#closed) throw new Error('the queue is closed');
    const reader = this.#readers.shift();
    if (reader) reader.resolve({ value: item, done: false });
    else this.#items.push(item);
  }
2|  close() {
2|    this.#closed = true;
2|    for (const reader of this.#readers.splice(0)) reader.resolve({ value: undefined, done: true });
2|  }
<2|  // TODO: an end
  next() {
    if (this.#items.length > 0) return Promise.resolve({ value: this.#items.shift(), done: false });
2|    if (this.#closed) return Promise.resolve({ value: undefined, done: true });
    const reader = deferred();
    this.#readers.push(reader);
    return reader.promise;
  }
  [Symbol.asyncIterator]() {
    return this;
  }
}`,
    uses: 'Queue',
    tests: [
      [
        'keeps the order',
        `const queue = new Queue();\nqueue.push('a');\nqueue.push('b');\nqueue.close();\nconst seen = [];\nfor await (const item of queue) seen.push(item);\nassert.deepEqual(seen, ['a', 'b']);`,
      ],
      [
        'wakes a waiting reader',
        `const queue = new Queue();\nconst reading = queue.next();\nqueue.push('wave');\nassert.deepEqual(await reading, { value: 'wave', done: false });`,
      ],
      [
        'refuses items after the end',
        `const queue = new Queue();\nqueue.close();\nassert.throws(() => queue.push(1), /closed/);`,
      ],
    ],
  },
  {
    name: 'batch',
    about: 'many small asks, one large one',
    steps: ['Add batch', 'batch: a largest size', 'batch: pass errors to every caller'],
    code: `
import { deferred } from './deferred.js';

/** Collects the calls of one tick and hands them to \`load\` as one list. */
<2|// TODO: a largest size
<2|export function batch(load) {
2|export function batch(load, { max = 100 } = {}) {
  let pending = [];
  const flush = async () => {
<2|    const calls = pending;
<2|    pending = [];
2|    const calls = pending.splice(0, max);
2|    if (pending.length > 0) queueMicrotask(flush);
<3|    // FIXME: callers wait for ever when load fails
<3|    const results = await load(calls.map(call => call.key));
<3|    calls.forEach((call, at) => call.resolve(results[at]));
3|    try {
3|      const results = await load(calls.map(call => call.key));
3|      calls.forEach((call, at) => call.resolve(results[at]));
3|    } catch (error) {
3|      for (const call of calls) call.reject(error);
3|    }
  };
  return key => {
    if (pending.length === 0) queueMicrotask(flush);
    const call = { key, ...deferred() };
    pending.push(call);
    return call.promise;
  };
}`,
    tests: [
      [
        'asks once for many',
        `const asked = [];\nconst load = batch(async keys => {\n  asked.push(keys);\n  return keys.map(key => key * 2);\n});\nassert.deepEqual(await Promise.all([load(1), load(2)]), [2, 4]);\nassert.deepEqual(asked, [[1, 2]]);`,
      ],
      [
        'keeps its largest size',
        `const sizes = [];\nconst load = batch(async keys => {\n  sizes.push(keys.length);\n  return keys;\n}, { max: 2 });\nawait Promise.all([load(1), load(2), load(3)]);\nassert.deepEqual(sizes, [2, 1]);`,
      ],
      [
        'passes an error to every caller',
        `const load = batch(async () => {\n  throw new Error('down');\n});\nconst results = await Promise.allSettled([load(1), load(2)]);\nassert.ok(results.every(it => it.status === 'rejected'));`,
      ],
    ],
  },
  {
    name: 'cache',
    about: 'values that grow stale',
    steps: [
      'Add cache',
      'cache: take the clock as an option',
      'cache: ask once while loading',
      'cache: sweep what is stale',
    ],
    code: `
/** Remembers what \`load\` gave for \`ttl\` milliseconds. */
export class Cache {
  #entries = new Map();
<2|  // TODO: take the clock as an option, for the tests
<2|  constructor(load, { ttl = 60_000 } = {}) {
2|  constructor(load, { ttl = 60_000, now = Date.now } = {}) {
<2|    Object.assign(this, { load, ttl, now: Date.now });
2|    Object.assign(this, { load, ttl, now });
  }
  async get(key) {
    const known = this.#entries.get(key);
    if (known && known.until > this.now()) return known.value;
<3|    // FIXME: two readers at once load twice
<3|    const value = await this.load(key);
3|    const value = this.load(key);
    this.#entries.set(key, { value, until: this.now() + this.ttl });
    return value;
  }
4|  /** Forgets what is stale; gives how many there were. */
4|  sweep() {
4|    const stale = [...this.#entries].filter(([, entry]) => entry.until <= this.now());
4|    for (const [key] of stale) this.#entries.delete(key);
4|    return stale.length;
4|  }
<4|  // TODO: sweep what is stale
}`,
    uses: 'Cache',
    tests: [
      [
        'loads once',
        `let runs = 0;\nconst cache = new Cache(() => ++runs);\nawait cache.get('a');\nassert.equal(await cache.get('a'), 1);`,
      ],
      [
        'loads again when stale',
        `let now = 0;\nlet runs = 0;\nconst cache = new Cache(() => ++runs, { ttl: 10, now: () => now });\nawait cache.get('a');\nnow = 11;\nassert.equal(await cache.get('a'), 2);`,
      ],
      [
        'asks once while loading',
        `let runs = 0;\nconst cache = new Cache(async () => ++runs);\nassert.deepEqual(await Promise.all([cache.get('a'), cache.get('a')]), [1, 1]);`,
      ],
      [
        'sweeps what is stale',
        `let now = 0;\nconst cache = new Cache(() => 1, { ttl: 10, now: () => now });\nawait cache.get('a');\nnow = 20;\nassert.equal(cache.sweep(), 1);`,
      ],
    ],
  },
];
