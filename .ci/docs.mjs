// npm run docs: writes the tables of commands and settings in README.md from the manifest.
//   -- --check   only tells whether they are current
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');

/** What a title alone doesn't say. Every command of the manifest needs a line. */
const commandNotes = {
  openPanel: 'today, streak, momentum, a year of activity, tasks, goals, milestones, recent wins',
  breakDownTask:
    'asks for a title, or which template to begin with, then for steps: one at a time, or several pasted, one per line',
  breakDownSelection:
    'like *Break Down a Task…*, begun with what is selected in the editor; also in its context menu',
  openTaskSource: 'the line that a task was made of',
  keepTemplate: 'for the next one of its kind',
  exportTemplates: 'your templates as a file: titles and steps, nothing else',
  importTemplates: 'templates of such a file join yours',
  nextStep:
    'what to do next: your open steps, a red suite, uncommitted work, a TODO in the file you saved last; Enter picks a step, or does what is offered (runs the suite, opens Source Control or the file); buttons tick a step or commit to it for today',
  completeStep: 'ticks an open step',
  logWin: 'one line, for today or yesterday: a review given, a colleague unblocked',
  undoLastWin: 'takes the newest win back, for good; you can undo that',
  setGoal: 'wins of a kind every week, every month or by a day, with their pace; or forgets one',
  copyStandup: 'what was done since the last working day, as Markdown on the clipboard',
  weeklyStory: 'the goal, what was done, the evidence and what to try next, as a Markdown document',
  shoutOuts:
    'thanks to everyone (bots aside) whose work was merged this week or last, by name, without counts or ranking',
  shareCard: 'an SVG picture of streak, week and activity, with nothing on it but what you tick',
  pauseStreak: 'days off, from today on or after the fact: the streak waits',
  resumeStreak: 'ends the pause',
  rescan: 'reads the history of the period again; nothing counts twice',
  exportData:
    'everything of the open projects as JSON, to keep or to bring to another machine; wins as CSV or Markdown',
  importData: 'merges a JSON export, and changes nothing when something in the file is wrong',
  showMenu: 'the five likeliest actions for the moment: the click on the status bar item',
};

/** The README with its tables made anew. */
export async function withTables(readme, manifest, words) {
  const text = key => key.replace(/^%(.*)%$/, (whole, name) => words[name] ?? whole);
  return [
    ['commands', commandTable(manifest, text)],
    ['settings', settingTable(manifest, text)],
  ].reduce((page, [name, table]) => {
    const part = new RegExp(`(<!-- ${name}: npm run docs -->\n)[^]*?(\n<!-- end -->)`);
    if (!part.test(page)) throw new Error(`README.md has no place for the table of ${name}.`);
    return page.replace(part, (_, begin, end) => `${begin}\n${table}\n${end}`);
  }, readme);
}

function commandTable({ contributes: { commands, menus = {} } }, text) {
  const hidden = new Set(
    (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const rows = commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title, category }) => {
      const note = commandNotes[command.replace(/^microwins\./, '')];
      if (!note) throw new Error(`Say in .ci/docs.mjs what ${command} does.`);
      return `| *${text(category)}: ${text(title)}* | ${note} |`;
    });
  return ['| command | what it does |', '|---|---|', ...rows].join('\n');
}

function settingTable({ contributes: { configuration }, capabilities }, text) {
  const restricted = capabilities.untrustedWorkspaces.restrictedConfigurations;
  const rows = configuration.flatMap(({ properties }) =>
    Object.entries(properties).map(([name, setting]) => {
      const about = text(setting.markdownDescription ?? setting.description ?? '').replaceAll('\n', ' ');
      const who = ['application', 'machine'].includes(setting.scope)
        ? ' Yours alone: a workspace can’t set it.'
        : '';
      const trusted = restricted.includes(name) ? ' †' : '';
      return `| \`${name}\`${trusted} | ${shown(setting.default)} | ${(about + choices(setting, text) + who).replaceAll('|', '\\|')} |`;
    }),
  );
  const note = '† A workspace’s own value counts only once you trust the workspace.';
  return ['| setting | default | what it does |', '|---|---|---|', ...rows, '', note].join('\n');
}

function choices({ enum: values, enumDescriptions, markdownEnumDescriptions }, text) {
  const about = markdownEnumDescriptions ?? enumDescriptions;
  if (!values) return '';
  const all = values.map((value, at) => {
    const words = about?.[at] ? `: ${text(about[at]).replace(/\.$/, '')}` : '';
    return `\`${value}\`${words}`;
  });
  return ` (${all.join('; ')})`;
}

/** A default, short enough for a table. */
function shown(value) {
  if (!Array.isArray(value)) return `\`${JSON.stringify(value)}\``;
  if (value.length === 0) return '`[]`';
  if (value.every(item => typeof item === 'string')) return value.map(item => `\`${item}\``).join(', ');
  return `${value.length} built in`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(root, 'README.md');
  const [readme, manifest, words] = await Promise.all(
    [file, path.join(root, 'package.json'), path.join(root, 'package.nls.json')].map(name =>
      readFile(name, 'utf8'),
    ),
  );
  const current = await withTables(readme, JSON.parse(manifest), JSON.parse(words));
  if (!process.argv.includes('--check')) await writeFile(file, current);
  else if (current !== readme) {
    console.error('The tables of README.md are not those of the manifest: run "npm run docs".');
    process.exitCode = 1;
  }
}
