// Loaded before anything else into the server and the extension hosts of a test: notes every connection that is
// opened and every program that is started in this process, by whomever, as lines of JSON.
const { appendFileSync } = require('node:fs');
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const net = require('node:net');

const file = process.env.MICROWINS_GUARD;

function note(what, detail) {
  const { stack } = new Error();
  appendFileSync(file, `${JSON.stringify({ pid: process.pid, what, detail, stack })}\n`);
}

/** Calls `before` with the arguments of each call of a method. */
function watch(owner, name, before) {
  const original = owner[name];
  owner[name] = function (...args) {
    before(args);
    return original.apply(this, args);
  };
}

if (file) {
  // TCP, TLS, HTTP and fetch all come by here. The first argument is a path (a pipe), a port, options, or all in one list.
  watch(net.Socket.prototype, 'connect', ([first, second]) => {
    const options = Array.isArray(first) ? first[0] : first;
    if (typeof options === 'object') {
      note('connect', options.path ?? `${options.host ?? 'localhost'}:${options.port}`);
    } else note('connect', typeof options === 'number' ? `${second}:${options}` : options);
  });
  watch(dgram.Socket.prototype, 'send', () => note('send', 'UDP'));
  // Not only `spawn`: the others are made of it, but call it by its own name.
  watch(childProcess.ChildProcess.prototype, 'spawn', ([{ file: program, args }]) => {
    note('spawn', [program, ...(args ?? []).slice(1)].join(' '));
  });
}
