// Makes the workspace and the plan for the launch configuration "Host tests": the suites of `repository`.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './fetch.mjs';
import { main } from './processes.mjs';
import { userEnvironment } from './server.mjs';
import { bundleOf, testFiles } from './suites.mjs';
import { placeIn, repositoryWithHistory } from './workspaces.mjs';

await main(async () => {
  const base = path.join(root, '.vscode-test', 'debug');
  await rm(base, { recursive: true, force: true });
  await mkdir(base, { recursive: true });
  const home = path.join(base, 'home');
  const place = placeIn(base, home, await userEnvironment(home));
  const folder = await repositoryWithHistory(place);
  // The window runs with the developer's own home, and so with another global identity.
  await place.git(folder, 'config', 'user.name', 'Dev');
  await place.git(folder, 'config', 'user.email', 'dev@example.com');
  const files = (await testFiles()).filter(file => file.startsWith('repository/')).map(bundleOf);
  await writeFile(path.join(base, 'plan.json'), JSON.stringify({ files }));
});
