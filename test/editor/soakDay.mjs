// What a developer does all day, in random order, with the number of wins that each deed makes (SPEC 2).
import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './processes.mjs';

const colleague = '--author=Colleague <colleague@example.com>';

/** Deeds on one repository, and the script's own count of wins by kind. */
export class SoakDay {
  constructor({ folder, env, seed, windows, before, isBaseline }) {
    Object.assign(this, { folder, env, windows, isBaseline });
    /** What the windows should have. */
    this.wins = { ...before };
    /** The same, never adjusted to what they have. */
    this.honest = { ...before };
    this.random = generator(seed);
    this.serial = 0;
    /** The last outcome of each suite. */
    this.suites = new Map();
    /** Every run of tests, for the report of a difference. */
    this.runs = [];
  }

  get total() {
    return Object.values(this.wins).reduce((sum, count) => sum + count, 0);
  }

  /** Goes on from what a window has, so that one difference is told once. */
  settleFor(counts) {
    this.wins = { ...counts };
  }

  /** Does one thing; gives its name. */
  async act() {
    const deeds = [
      'commit',
      'commit',
      'amend',
      'branch',
      'cherryPick',
      'todo',
      'stash',
      'theirs',
      'save',
      'test',
      'manual',
    ];
    const name = deeds[Math.floor(this.random() * deeds.length)];
    await this[`do_${name}`]();
    return name;
  }

  async do_commit() {
    await this.change();
    await this.commit(this.title('Work'));
  }

  async do_amend() {
    await this.do_commit();
    await this.git('commit', '--quiet', '--amend', '-m', this.title('Amended'));
  }

  /** A branch with two commits, rebased on what happened meanwhile, merged and deleted. */
  async do_branch() {
    const name = `topic-${++this.serial}`;
    await this.git('checkout', '--quiet', '-b', name);
    for (let at = 0; at < 2; at++) {
      await writeFile(this.file(`${name}-${at}.txt`), name);
      await this.commit(this.title('On a branch'));
    }
    await this.git('checkout', '--quiet', 'main');
    await this.do_commit();
    await this.git('rebase', '--quiet', 'main', name);
    await this.git('checkout', '--quiet', 'main');
    await this.git('merge', '--quiet', '--no-ff', '-m', `Merge ${name}`, name);
    await this.git('branch', '--quiet', '-d', name);
  }

  async do_cherryPick() {
    const name = `pick-${++this.serial}`;
    await this.git('checkout', '--quiet', '-b', name);
    await writeFile(this.file(`${name}.txt`), name);
    await this.commit(this.title('To be picked'));
    await this.git('checkout', '--quiet', 'main');
    await this.git('cherry-pick', name);
    await this.git('branch', '--quiet', '-D', name);
  }

  /** Writes a TODO, commits it, closes it by a save and by a commit. */
  async do_todo() {
    const file = this.file(`todo-${++this.serial}.js`);
    await writeFile(file, `// TODO: ${this.title('close what number')}\nexport const a = ${this.serial};\n`);
    await this.commit(this.title('Leave a TODO'));
    await this.window().order('save', { file, text: `export const a = ${this.serial};\n` });
    await this.commit(this.title('Close it'));
    this.count('todo');
  }

  async do_stash() {
    await this.do_commit(); // only what git knows can be stashed
    await this.change();
    await this.git('stash', '--quiet');
    await this.git('stash', 'pop', '--quiet');
    await this.commit(this.title('From the stash'));
  }

  async do_theirs() {
    await this.change();
    await this.git('add', '--all');
    await this.git('commit', '--quiet', colleague, '-m', this.title('Not mine'));
  }

  async do_save() {
    const text = Array.from({ length: 20 }, (_, at) => `export const v${at} = ${++this.serial};\n`).join('');
    const file = this.file('saved.js');
    await appendFile(file, '');
    await this.window().order('save', { file, text });
    await this.commit(this.title('What was saved'));
  }

  /** A suite's first green run of the day counts, and one after a red one; running it again does not. */
  async do_test() {
    const red = this.random() < 0.4;
    const suite = `suite${Math.floor(this.random() * 3)}`;
    const file = this.file(`${suite}.test.js`);
    const body = red ? "throw new Error('red')" : '';
    await writeFile(file, `require('node:test')('it works', () => { ${body} });\n`);
    await this.windows[0].order('test', { command: `node --test ${suite}.test.js`, cwd: this.folder });
    const before = this.suites.get(suite);
    this.suites.set(suite, red ? 'red' : 'green');
    const counts = !red && before !== 'green';
    if (counts) this.count('tests');
    this.runs.push(
      `${new Date().toISOString().slice(11, 23)} ${suite} ${red ? 'red' : 'green'}${counts ? ' +1' : ''}`,
    );
    await this.git('checkout', '--quiet', '--', '.');
    await this.git('clean', '--quiet', '--force', file);
  }

  async do_manual() {
    const title = this.title('Unblocked somebody');
    if (!this.isBaseline) await this.window().order('record', { title });
    this.count('manual');
  }

  /** One of the windows. */
  window() {
    return this.windows[Math.floor(this.random() * this.windows.length)];
  }

  async change() {
    await appendFile(this.file('work.txt'), `${++this.serial}\n`);
  }

  async commit(title) {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '-m', title);
    this.count('commit');
  }

  count(kind) {
    this.wins[kind] += 1;
    this.honest[kind] += 1;
  }

  title(words) {
    return `${words} ${++this.serial}`;
  }

  file(name) {
    return path.join(this.folder, name);
  }

  async git(...args) {
    const { code, output } = await run('git', args, { cwd: this.folder, env: this.env });
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${output}`);
  }
}

/** Random numbers from 0 to 1 that a seed determines (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
