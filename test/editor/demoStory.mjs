// The demo repository's commits in their order: who did what, without dates. Each is a subject and files written.
import { modules } from './demoModules.mjs';

/** The people of the demo; the first is its user. */
export const people = {
  robin: { name: 'Robin Vale', email: 'robin@tidepool.example' },
  mina: { name: 'Mina Okafor', email: 'mina@tidepool.example', zone: '+0100' },
  jonas: { name: 'Jonas Lind', email: 'jonas@tidepool.example', zone: '+0530' },
};

/** Modules of the colleagues, each on a branch that the user merges. */
const branches = { range: 'mina', timeout: 'jonas', lru: 'mina', batch: 'jonas' };

/** The module still being written: its last steps and tests are to come. */
const unfinished = { name: 'cache', steps: 2, tests: 2 };

/**
 * @typedef {object} Change
 * @property {keyof typeof people} who
 * @property {string} subject
 * @property {Record<string, string>} files whole contents by path
 * @property {string} [branch] made on this branch
 * @property {string} [merges] a merge of this branch
 */

/** @returns {Change[]} */
export function story() {
  const project = new Project();
  const changes = beginning(project);
  const chores = choresOf(project);
  const releases = ['0.2.0', '0.3.0', '0.4.0', '0.5.0', '0.6.0', '0.7.0'];
  for (const [index, module] of modules.entries()) {
    const who = branches[module.name] ?? 'robin';
    const branch = branches[module.name] ? `${who}/${module.name}` : undefined;
    for (const change of growth(project, module))
      changes.push({ who, ...change, ...(branch ? { branch } : {}) });
    if (branch)
      changes.push({ who: 'robin', subject: `Merge branch '${branch}'`, files: {}, merges: branch });
    if (module.name !== unfinished.name) changes.push(...finishing(project, module));
    const chore = chores.shift();
    if (chore) changes.push({ who: index % 4 === 3 ? 'mina' : 'robin', ...chore() });
    const version = index % 2 === 1 ? releases.shift() : undefined;
    if (version) changes.push(project.release(version));
  }
  return changes;
}

/** Files that many commits touch. */
class Project {
  version = '0.1.0';
  ready = [];
  present = [];
  changelog = [];
  unreleased = [];

  packageJson() {
    const content = {
      name: 'tidepool',
      version: this.version,
      description: 'Small helpers for async work',
      license: 'MIT',
      type: 'module',
      exports: './src/index.js',
      engines: { node: '>=20' },
      scripts: { test: 'node --test' },
    };
    return { 'package.json': `${JSON.stringify(content, undefined, 2)}\n` };
  }

  index() {
    const lines = this.present.map(module => `export { ${exported(module)} } from './${module.name}.js';\n`);
    return { 'src/index.js': lines.sort().join('') };
  }

  readme() {
    const item = module =>
      `- [${this.ready.includes(module) ? 'x' : ' '}] \`${module.name}\`: ${module.about}\n`;
    const example = "```js\nimport { pool, retry } from 'tidepool';\n```\n";
    const text = 'Small helpers for async work. No dependencies, one idea a file.\n';
    return { 'README.md': `# tidepool\n\n${text}\n${example}\n## Helpers\n\n${modules.map(item).join('')}` };
  }

  release(version) {
    this.version = version;
    const lines = this.unreleased.splice(0).map(name => `- new: \`${name}\`\n`);
    this.changelog.unshift(`## ${version}\n\n${lines.join('')}`);
    const files = { ...this.packageJson(), 'CHANGELOG.md': `# Changelog\n\n${this.changelog.join('\n')}` };
    return { who: 'robin', subject: `Release ${version}`, files };
  }
}

function beginning(project) {
  const by = (subject, files) => ({ who: 'robin', subject, files });
  return [
    by('Start tidepool', { ...project.readme(), ...project.packageJson(), '.gitignore': 'node_modules/\n' }),
    by('License', { LICENSE: 'MIT License\n\nCopyright (c) Robin Vale\n' }),
    by('Editor settings', { '.editorconfig': 'root = true\n\n[*]\nindent_style = space\nindent_size = 2\n' }),
  ];
}

/** A module's steps and tests in turn. */
function growth(project, module) {
  const open = module.name === unfinished.name ? unfinished : { steps: Infinity, tests: Infinity };
  const steps = module.steps.slice(0, open.steps);
  const tests = module.tests.slice(0, open.tests);
  project.present.push(module);
  const changes = [];
  for (const [index, subject] of steps.entries()) {
    const files = { [`src/${module.name}.js`]: codeAt(module, index + 1) };
    changes.push({ subject, files: index === 0 ? { ...files, ...project.index() } : files });
  }
  for (const [index, [title]] of tests.entries()) {
    const files = { [`test/${module.name}.test.js`]: testsOf(module, tests.slice(0, index + 1)) };
    // Right after the step it tests, where there is one for it.
    const after = changes.findIndex(change => change.subject === steps[index]);
    changes.splice(after < 0 ? changes.length : after + 1, 0, {
      subject: `Test that ${module.name} ${title}`,
      files,
    });
  }
  return changes;
}

/** What makes a module ready to be used: types, documents, numbers. */
function finishing(project, module) {
  project.ready.push(module);
  project.unreleased.push(module.name);
  const { name, about } = module;
  const use = `import { ${exported(module)} } from 'tidepool';\n`;
  const guide = `# ${name}\n\n${about[0].toUpperCase()}${about.slice(1)}.\n\n`;
  const cases = module.tests.map(([title]) => `- ${title}\n`).join('');
  const by = (subject, files) => ({ who: 'robin', subject, files });
  return [
    by(`Types of ${name}`, { [`types/${name}.d.ts`]: `export const ${exported(module)}: unknown;\n` }),
    by(`Guide: ${name}`, { [`docs/${name}.md`]: guide }),
    by(`Example for ${name}`, {
      [`examples/${name}.js`]: `${use}\nconsole.log(${exported(module)}.name);\n`,
    }),
    by(`Guide: what ${name} promises`, { [`docs/${name}.md`]: `${guide}${cases}` }),
    by(`Measure ${name}`, { [`bench/${name}.js`]: `${use}\nconsole.time('${name}');\n` }),
    by(`README: ${name} is ready`, project.readme()),
  ];
}

/** Small work between the modules. */
function choresOf(project) {
  const ci = versions =>
    `on: [push, pull_request]\njobs:\n  test:\n    strategy:\n      matrix:\n        node: [${versions}]\n`;
  const contributing = more => `# Contributing\n\nRun \`npm test\`. ${more}\n`;
  const chore = (subject, path, content) => () => ({ subject, files: { [path]: content } });
  return [
    chore('Run the tests on every push', '.github/workflows/test.yml', ci('20')),
    chore('Check types in the editor', 'jsconfig.json', '{ "compilerOptions": { "checkJs": true } }\n'),
    chore('CI: Node 22', '.github/workflows/test.yml', ci('20, 22')),
    chore('How to contribute', 'CONTRIBUTING.md', contributing('One idea a file.')),
    chore('Line endings', '.gitattributes', '* text=auto eol=lf\n'),
    chore(
      'Contributing: small steps welcome',
      'CONTRIBUTING.md',
      contributing('One idea a file, small steps welcome.'),
    ),
    chore('Pin the Node version', '.nvmrc', '22\n'),
    chore('CI: Node 24', '.github/workflows/test.yml', ci('20, 22, 24')),
    chore('Ignore coverage', '.gitignore', 'node_modules/\ncoverage/\n'),
    chore('A place for questions', '.github/ISSUE_TEMPLATE/question.md', 'What would you like to do?\n'),
    chore('Tests are not published', '.npmignore', 'test/\nexamples/\n'),
    () => ({ subject: 'README: the list of helpers', files: project.readme() }),
  ];
}

/** The module's source as it was after its `step`th step. */
function codeAt(module, step) {
  const lines = module.code
    .slice(1)
    .split('\n')
    .flatMap(line => {
      let text = line;
      for (let mark = /^(<?)(\d)\|/.exec(text); mark; mark = /^(<?)(\d)\|/.exec(text)) {
        const at = Number(mark[2]);
        if (mark[1] ? step >= at : step < at) return [];
        text = text.slice(mark[0].length);
      }
      return [text];
    });
  return `${lines.join('\n')}\n`;
}

function testsOf(module, tests) {
  const imports = `import assert from 'node:assert/strict';\nimport test from 'node:test';\n`;
  const blocks = tests.map(
    ([title, body]) => `test('${module.name} ${title}', async () => {\n${indent(body)}\n});\n`,
  );
  return `${imports}import { ${exported(module)} } from '../src/${module.name}.js';\n\n${blocks.join('\n')}`;
}

function indent(text) {
  return text.replace(/^(?=.)/gm, '  ');
}

function exported(module) {
  return module.uses ?? module.name;
}
