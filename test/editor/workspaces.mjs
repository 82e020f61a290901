// The workspaces that host suites run in: the suites of `test/host/<name>/` get the window that `<name>` makes here.
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './fetch.mjs';
import { failure, run } from './processes.mjs';

/**
 * @typedef {object} Place a fresh place on disk
 * @property {(name: string) => Promise<string>} folder makes a folder below it
 * @property {string} home the user's home folder, with a `.gitconfig`
 * @property {(folder: string, ...args: string[]) => Promise<string>} git runs git as the user, gives its output
 *
 * @typedef {object} Workspace
 * @property {string} [open] a folder or a `.code-workspace` file; an empty window when absent
 * @property {Record<string, unknown>} [settings] the user's settings, besides the quiet ones of every window
 * @property {Record<string, string | undefined>} [env] changes to the environment
 * @property {number} [copies] windows on it at once, each with the same suites
 * @property {string} [watchIn] where `socketGuard.cjs` notes connections and started programs; not in a desktop VS Code
 * @property {Record<string, () => Promise<unknown>>} [windows] one window after the other on the same data, each
 * with the suites of the subfolder of its name and with what happens before it opens
 */

/** @type {Record<string, (place: Place) => Promise<Workspace>>} */
export const workspaces = {
  /** A repository with a little history: two commits of the user, one of a colleague. */
  async repository(place) {
    return { open: await repositoryWithHistory(place) };
  },

  /** A repository of its own for the next small step: what other suites save or run is suggested nowhere else. */
  async guidance(place) {
    return { open: await repositoryWithHistory(place) };
  },

  /** A window without a folder. */
  async noFolder() {
    return {};
  },

  /** A folder that is no repository. */
  async plainFolder(place) {
    const folder = await place.folder('notes');
    await writeFile(path.join(folder, 'notes.md'), '# Notes\n');
    return { open: folder };
  },

  /** A repository without a commit. */
  async emptyRepository(place) {
    const folder = await place.folder('fresh');
    await place.git(folder, 'init');
    return { open: folder };
  },

  /** A repository whose user never told git an e-mail address. */
  async noEmail(place) {
    const folder = await repositoryWithHistory(place);
    await writeFile(path.join(place.home, '.gitconfig'), '');
    return { open: folder };
  },

  /** A repository on a machine without git. */
  async noGit(place) {
    const bin = await place.folder('bin');
    await linkTools(bin);
    return { open: await repositoryWithHistory(place), env: { ...noProgramFolders(bin), PATH: bin } };
  },

  /** Two repositories and a plain folder in one window. */
  async multiRoot(place) {
    const [first, second, third] = [
      await repositoryWithHistory(place, 'first'),
      await repositoryWithHistory(place, 'second'),
      await place.folder('third'),
    ];
    const file = path.join(await place.folder('workspace'), 'all.code-workspace');
    await writeFile(
      file,
      JSON.stringify({ folders: [first, second, third].map(folder => ({ path: folder })) }),
    );
    return { open: file };
  },

  /** A folder that is in no repository, and holds one, which has a submodule. */
  async nested(place) {
    const inner = await repositoryWithHistory(place, path.join('all', 'inner'));
    const part = await repositoryWithHistory(place, 'part');
    await place.git(inner, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', part, 'part');
    await commit(place, inner, { subject: 'Add the part', daysAgo: 1, more: [colleague] });
    return { open: await place.folder('all') };
  },

  /** A repository in Restricted Mode, which comes with settings of its own. */
  async restricted(place) {
    const folder = await repositoryWithHistory(place);
    await mkdir(path.join(folder, '.vscode'));
    await writeFile(
      path.join(folder, '.vscode', 'settings.json'),
      JSON.stringify({
        'microwins.day.goal': 7,
        'microwins.commits.emails': ['colleague@example.com'],
        'microwins.todos.tags': ['GRAB'],
        'microwins.todos.exclude': ['**/theirs/**'],
        'microwins.tests.commands': ['(a+)+$'],
        'microwins.tests.reports': ['**/*.theirs'],
        'microwins.templates': [{ title: 'Theirs', steps: ['Run their script'] }],
        'microwins.ai.enabled': false,
      }),
    );
    return {
      open: folder,
      watchIn: path.join(await place.folder('guard'), 'noted'),
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
      },
    };
  },

  /** A repository in which tests are run; the suites make their packages in it and install a test extension. */
  async tests(place) {
    return {
      open: await repositoryWithHistory(place),
      env: { MICROWINS_TEST_EXTENSION: await testExtension(place), CI: undefined },
      windows: { commands: async () => {}, files: async () => {} },
    };
  },

  /** A repository that is open in two windows at once. */
  async twoWindows(place) {
    return { open: await repositoryWithHistory(place), copies: 2 };
  },

  /** A repository, with the sample extension for the API to be installed. */
  async sampleExtension(place) {
    const extension = path.join(await place.folder('extension'), 'sample.vsix');
    await packageFolder(path.join(root, 'test', 'fixtures', 'sampleExtension'), extension);
    return { open: await repositoryWithHistory(place), env: { MICROWINS_TEST_EXTENSION: extension } };
  },

  /** A repository in a window whose connections and processes are noted. */
  async offline(place) {
    return {
      open: await repositoryWithHistory(place),
      watchIn: path.join(await place.folder('guard'), 'noted'),
    };
  },

  /** A folder in which agents' tools are used and a test extension offers a language model. */
  async agents(place) {
    return {
      open: await place.folder('agents'),
      env: { MICROWINS_TEST_EXTENSION: await testExtension(place) },
    };
  },

  /** A repository that gets a commit while VS Code is closed. */
  async closed(place) {
    const folder = await repositoryWithHistory(place);
    return {
      open: folder,
      windows: {
        before: async () => {},
        after: async () => {
          await writeFile(path.join(folder, 'offline.txt'), 'written while VS Code was closed\n');
          await place.git(folder, 'add', '.');
          const yesterday = new Date(Date.now() - 86_400_000).toISOString();
          await place.git(folder, 'commit', '-m', 'Work while VS Code is closed', `--date=${yesterday}`);
        },
      },
    };
  },
};

/** Makes a repository of the given name with two commits of the user and one of a colleague; gives its folder. */
export async function repositoryWithHistory(place, name = 'project') {
  const folder = await place.folder(name);
  await place.git(folder, 'init');
  await commit(place, folder, { subject: 'Start the project', daysAgo: 3 });
  await commit(place, folder, { subject: 'Fix the build', daysAgo: 2, more: [colleague] });
  await commit(place, folder, { subject: 'Read the options', daysAgo: 1 });
  return folder;
}

const colleague = '--author=Colleague <colleague@example.com>';

async function commit(place, folder, { subject, daysAgo, more = [] }) {
  // The folder's name makes another commit of it: repositories with one root are one project.
  const text = `${subject} of ${path.basename(folder)}\n`;
  await writeFile(path.join(folder, `${subject.toLowerCase().replaceAll(' ', '-')}.txt`), text);
  await place.git(folder, 'add', '.');
  const at = new Date();
  at.setDate(at.getDate() - daysAgo);
  // Without an offset git takes the machine's own.
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map(it => String(it).padStart(2, '0'))
    .join('-');
  // Without an address of its own as well, as for a user who has none.
  const identity = ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com'];
  await place.git(folder, ...identity, 'commit', '-m', subject, `--date=${day}T10:00:00`, ...more);
}

/** The test extension, packaged; gives its file. */
export async function testExtension(place) {
  const file = path.join(await place.folder('extension'), 'fixture.vsix');
  await packageFolder(path.join(root, 'test', 'fixtures', 'testExtension'), file);
  return file;
}

/** Makes a `.vsix` of an extension that needs no build. */
export async function packageFolder(folder, file) {
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [
    vsce,
    'package',
    '--no-dependencies',
    '--skip-license',
    '--allow-missing-repository',
    '--baseContentUrl=https://example.org',
    '--out',
    file,
  ];
  const { code, output } = await run(process.execPath, args, { cwd: folder });
  if (code !== 0) throw failure(`${folder} could not be packaged:\n${output}`);
}

/** What a shell needs, but no git. */
async function linkTools(bin) {
  if (process.platform === 'win32') return;
  const linked = new Set();
  for (const folder of ['/usr/bin', '/bin']) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (linked.has(name) || name.startsWith('git')) continue;
      linked.add(name);
      await symlink(path.join(folder, name), path.join(bin, name));
    }
  }
}

/** On Windows git is looked for in the folders of installed programs, too. */
function noProgramFolders(empty) {
  if (process.platform !== 'win32') return {};
  return { ProgramW6432: empty, 'ProgramFiles(x86)': empty, ProgramFiles: empty, LOCALAPPDATA: empty };
}

/**
 * A place below a folder, for the functions above.
 * @returns {Place}
 */
export function placeIn(base, home, env) {
  return {
    home,
    async folder(name) {
      const folder = path.join(base, name);
      await mkdir(folder, { recursive: true });
      return folder;
    },
    async git(folder, ...args) {
      const { code, output } = await run('git', args, { cwd: folder, env });
      if (code !== 0) throw failure(`git ${args.join(' ')} failed:\n${output}`);
      return output.trim();
    },
  };
}
