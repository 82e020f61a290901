// A window of the installed desktop VS Code with folders of its own, so that the user's own VS Code stays as it is.
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { failure, onExit, start } from './processes.mjs';
import { quietSettings } from './server.mjs';

const windows = process.platform === 'win32';

/**
 * Installs the extension, opens the folder and waits until the window is closed.
 * @param {string} base where VS Code keeps its data
 * @returns {Promise<number>} the exit code
 */
export async function runDesktop(base, vsix, folder) {
  const userData = path.join(base, 'user-data');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await writeFile(path.join(userData, 'User', 'settings.json'), JSON.stringify(quietSettings, undefined, 2));
  const folders = ['--user-data-dir', userData, '--extensions-dir', path.join(base, 'extensions')];
  await code([...folders, '--install-extension', vsix]);
  // The command line hands over to a process that is not its child.
  onExit(() => endProcessesNaming(userData));
  console.log('VS Code opens. Close its window or press Ctrl-C to end.');
  await code([...folders, '--skip-release-notes', '--new-window', '--wait', folder]);
  return 0;
}

function code(args) {
  const file = process.env.MICROWINS_CODE ?? 'code';
  const quoted = windows ? args.map(arg => `"${arg}"`) : args;
  const child = start(windows ? `"${file}"` : file, quoted, { stdio: 'ignore', shell: windows });
  return new Promise((resolve, reject) => {
    const missing =
      'No desktop VS Code: "code" is not on the PATH. MICROWINS_CODE can name it; npm start needs none.';
    child.once('error', () => reject(failure(missing)));
    child.once('close', code =>
      code === 0 ? resolve() : reject(failure(`"${file}" ended with code ${code}.`)),
    );
  });
}

/** Ends the processes that have a folder, which is ours alone, on their command line. */
function endProcessesNaming(folder) {
  const list = windows
    ? ['powershell', '-Command', 'Get-CimInstance Win32_Process | % { "$($_.ProcessId) $($_.CommandLine)" }']
    : ['ps', '-axww', '-o', 'pid=,args='];
  const lines = execFileSync(list[0], list.slice(1), { encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\n');
  for (const line of lines.filter(it => it.includes(folder))) {
    try {
      process.kill(Number.parseInt(line, 10), 'SIGTERM');
    } catch {
      // Ended meanwhile, with its parent.
    }
  }
}
