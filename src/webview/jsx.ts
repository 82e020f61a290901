/** Injected by the bundler in front of every file with JSX: `h` itself is smaller than the automatic runtime. */
export { Fragment, h } from 'preact';
