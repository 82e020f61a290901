import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly displayName: string;
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly configuration: readonly {
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
  };
}

interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const worded = (text: string): string => words[text.replace(/^%|%$/g, '')] ?? text;

/** Names that users, other extensions and scripts rely on: they change only with a major version. */
const commands = {
  openPanel: 'Open Progress Panel',
  breakDownTask: 'Break Down a Task…',
  nextStep: 'Pick My Next Small Step…',
  completeStep: 'Complete a Step…',
  logWin: 'Log a Win…',
  undoLastWin: 'Undo Last Win',
  setGoal: 'Set a Goal…',
  copyStandup: 'Copy Standup Summary',
  weeklyStory: 'Write Weekly Story',
  shoutOuts: 'Write Team Shout-Outs',
  pauseStreak: 'Pause Streak…',
  resumeStreak: 'Resume Streak',
  rescan: 'Rescan Git History',
  exportData: 'Export Data…',
  importData: 'Import Data…',
  showMenu: 'Show Menu',
};

const settings: Readonly<Record<string, unknown>> = {
  'commits.enabled': true,
  'commits.emails': [],
  'commits.includeMerges': false,
  'commits.backfillDays': 90,
  'todos.enabled': true,
  'todos.tags': ['TODO', 'FIXME', 'BUG', 'HACK', 'XXX'],
  'todos.exclude': [],
  'tests.enabled': true,
  'tests.commands': [],
  'tests.reports': ['**/junit*.xml', '**/TEST-*.xml', '**/test-results/**/*.xml', '**/*.trx'],
  'day.startsAt': 0,
  'day.goal': 3,
  'streak.restDays': ['saturday', 'sunday'],
  'streak.minimumWins': 1,
  celebrations: 'quiet',
  'statusBar.enabled': true,
  'statusBar.alignment': 'left',
  templates: [],
  'ai.enabled': true,
};

suite('The public contract', () => {
  const properties = Object.assign(
    {},
    ...manifest.contributes.configuration.map(each => each.properties),
  ) as Record<string, Setting>;

  test('the extension’s id and name', () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, 'microwins.microwins');
    assert.equal(worded(manifest.displayName), 'Micro Wins');
  });

  test('each command has its id, title and category', () => {
    const titles = new Map(manifest.contributes.commands.map(each => [each.command, each]));
    for (const [name, title] of Object.entries(commands)) {
      const command = titles.get(`microwins.${name}`);
      assert.equal(worded(command?.title ?? ''), title);
      assert.equal(worded(command?.category ?? ''), 'Micro Wins');
    }
  });

  test('each setting has its name and default, and there is no other', () => {
    const defaults = Object.entries(properties).map(([name, setting]) => [name, setting.default]);
    assert.deepEqual(
      Object.fromEntries(defaults),
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [`microwins.${name}`, value])),
    );
    assert.deepEqual(properties['microwins.celebrations']?.enum, ['off', 'quiet', 'full']);
    const hour = properties['microwins.day.startsAt'];
    assert.deepEqual([hour?.minimum, hour?.maximum], [0, 6]);
  });

  test('the types of the API stand in one file, to be copied', () => {
    const imports = readFileSync('src/api.ts', 'utf8').match(/from '[^']+'/g);
    assert.deepEqual(imports, ["from 'vscode'"]);
  });
});
