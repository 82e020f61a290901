// npm run test:e2e [-- file …]: the packaged extension, installed in the fetched VS Code, used through the workbench.
import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Mocha from 'mocha';
import { launchBrowserServer } from './browser.mjs';
import { keepFromMidnight } from './day.mjs';
import { makeDemoRepository } from './demoRepo.mjs';
import { fetchEditor, root } from './fetch.mjs';
import { daysSinceMonday, mondayRepository } from './monday.mjs';
import { failure, main } from './processes.mjs';
import { installExtension, startServer, userEnvironment } from './server.mjs';
import { temporaryFolder } from './suites.mjs';
import { packageExtension } from './vsix.mjs';
import { serveWorkbench } from './webServer.mjs';
import { placeIn, repositoryWithHistory, testExtension } from './workspaces.mjs';

const outFolder = path.join(root, 'out', 'test', 'e2e');
const screenshots = path.join(root, 'out', 'screenshots');

/** Text in the terminal's rows, where a test can read it; a reload brings no terminal back. */
const settings = {
  'terminal.integrated.enablePersistentSessions': false,
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.suggest.enabled': false,
  'workbench.colorTheme': 'Dark Modern',
};

/** A fresh server with the packaged extension, and the workspaces of the tests; `test/e2e/support/session.ts` reads it. */
async function prepareSession(editor) {
  const vsix = await packageExtension();
  const base = await temporaryFolder();
  const home = path.join(base, 'home');
  const env = await userEnvironment(home);
  const server = { base: path.join(base, 'editor'), env, settings };
  await mkdir(server.base);
  await installExtension(editor, server, vsix);
  const place = placeIn(base, home, env);
  await installExtension(editor, server, await testExtension(place));
  const demo = path.join(base, 'tidepool');
  await makeDemoRepository(demo, env);
  const steps = await place.folder('steps');
  await writeFile(path.join(steps, 'parser.ts'), '// A parser.\n\n// TODO: accept empty input\nexport {};\n');
  await writeFile(
    path.join(steps, 'notes.md'),
    '# Plans\n\n## Release\n\n- Write the notes\n- [x] Tag it\n- Tell them\n',
  );
  const many = Array.from({ length: 120 }, (_, index) => `- Thing ${index + 1}\n`);
  await writeFile(path.join(steps, 'many.md'), `# Many things\n\n${many.join('')}`);
  await rm(screenshots, { recursive: true, force: true });
  await mkdir(screenshots, { recursive: true });
  return {
    folders: {
      loop: await repositoryWithHistory(place, 'loop'),
      guidance: await repositoryWithHistory(place, 'guidance'),
      tasks: await place.folder('tasks'),
      proposals: await place.folder('proposals'),
      steps,
      explorer: await folderWithoutRestDays(place),
      walkthrough: await place.folder('walkthrough'),
      demo,
      monday: await mondayRepository({ base, home, env }),
      web: (await serveWorkbench(editor, settings)).windowUrl('tmp:/project'),
    },
    browser: (await launchBrowserServer(editor)).wsEndpoint(),
    url: (await startServer(editor, server)).url,
    mondayUrl: (await mondayServer(editor, server)).url,
    axe: path.join(root, 'node_modules', 'axe-core', 'axe.min.js'),
    screenshots,
  };
}

/** Another one with the same extensions, by whose clock it is Monday. */
async function mondayServer(editor, { base, ...server }) {
  const own = `${base}-monday`;
  await mkdir(own);
  await symlink(path.join(base, 'extensions'), path.join(own, 'extensions'), 'junction');
  return startServer(editor, { ...server, base: own, daysBack: daysSinceMonday() });
}

/** A folder in which every day is a working day, whatever day it is. */
async function folderWithoutRestDays(place) {
  const folder = await place.folder('explorer');
  await mkdir(path.join(folder, '.vscode'));
  const text = JSON.stringify({ 'microwins.streak.restDays': [] });
  await writeFile(path.join(folder, '.vscode', 'settings.json'), text);
  return folder;
}

/**
 * The bundles of the test files that are there now: with words only those whose name holds one of them, without
 * words all but those that make pictures for the documents.
 */
async function testFiles(words) {
  const names = await readdir(path.join(root, 'test', 'e2e'), { recursive: true });
  const files = names
    .filter(name => name.endsWith('.test.ts'))
    .filter(name =>
      words.length === 0 ? !name.startsWith('pictures') : words.some(word => name.includes(word)),
    );
  if (files.length === 0) throw failure('There is no e2e test to run.');
  return files.sort().map(name => path.join(outFolder, name.replace(/\.ts$/, '.js')));
}

function runMocha(files) {
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, forbidOnly: true, forbidPending: true });
  for (const file of files) mocha.addFile(file);
  return new Promise(resolve => {
    const runner = mocha.run(failed => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
}

await main(async () => {
  keepFromMidnight();
  const editor = await fetchEditor();
  process.env.MICROWINS_E2E = JSON.stringify(await prepareSession(editor));
  const { passed, failed } = await runMocha(await testFiles(process.argv.slice(2)));
  console.log(`Pictures of the panel: ${path.relative(root, screenshots)}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
