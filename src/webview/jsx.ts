/** Injected by the bundler in front of every file with JSX: `h` itself is smaller than the automatic runtime. */
// biome-ignore lint/performance/noBarrelFile: the bundler injects named exports of a module, and these are they
export { Fragment, h } from 'preact';
