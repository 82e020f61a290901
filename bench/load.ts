import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { median, type Row, spread } from './report';

const rounds = 40;
const goalMs = 10;

/**
 * Run in a fresh process: requires a file with a `vscode` module that answers to everything, and has as many
 * names as the real one, and prints the ms. Further files are loaded before.
 */
const script = `
const Module = require('node:module');
const { performance } = require('node:perf_hooks');
const api = function () {};
for (let at = 0; at < 400; at++) api['name' + at] = undefined;
const anything = new Proxy(api, {
  get: (target, name) => (name === 'prototype' ? target.prototype : name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => ({}),
});
const load = Module._load;
Module._load = function (name, ...rest) { return name === 'vscode' ? anything : load.call(this, name, ...rest); };
if (process.env.BENCH_CACHE) require('node:module').enableCompileCache(process.env.BENCH_CACHE);
for (const name of ['fs', 'fs/promises', 'path', 'crypto', 'child_process', 'string_decoder']) require('node:' + name);
for (const name of process.argv.slice(2)) require(name);
const start = performance.now();
require(process.argv[1]);
process.stdout.write(String(performance.now() - start));
`;

/** How long it takes to load the bundle that VS Code loads, in fresh processes, without and with a code cache. */
export function benchLoad(node: string, temporary: string): Row[] {
  const bundle = path.resolve('dist/extension.js');
  const sample = (file: string, cache?: string, before: readonly string[] = []): number =>
    Number(
      execFileSync(node, ['--eval', script, file, ...before], {
        encoding: 'utf8',
        env: { ...process.env, ...(cache && { BENCH_CACHE: cache }) },
      }),
    );
  const cold = Array.from({ length: rounds }, () => sample(bundle));
  sample(bundle, temporary); // fills the cache
  const cached = Array.from({ length: rounds }, () => sample(bundle, temporary));
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const size = `${(statSync(bundle).size / 1024).toFixed(0)} KiB`;
  const lazy = ['connect', 'detection', 'todoDetection', 'testDetection', 'dataTransfer'];
  const [connect = '', ...others] = lazy.map(name => path.resolve('dist', `${name}.js`));
  const later = [connect, ...others].map(file => {
    readFileSync(file);
    // What connects the parts is there before the others are asked for.
    const before = file === connect ? [bundle] : [bundle, connect];
    return {
      what: `${path.basename(file)}, which is loaded later, no code cache`,
      times: Array.from({ length: 10 }, () => sample(file, undefined, before)),
    };
  });
  const goal = `<= ${goalMs} ms`;
  return [
    {
      what: `extension.js (${size}, Node ${version}), no code cache`,
      measured: spread(cold, 'ms'),
      goal,
      good: median(cold) <= goalMs,
    },
    {
      what: 'extension.js, with a code cache',
      measured: spread(cached, 'ms'),
      goal,
      good: median(cached) <= goalMs,
    },
    ...later.map(({ what, times }) => ({ what, measured: spread(times, 'ms') })),
  ];
}
