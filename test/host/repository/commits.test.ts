import { strict as assert } from 'node:assert';
import { format } from 'date-fns';
import { eventually } from '../support/eventually';
import { colleague, commit, git } from '../support/git';
import { microWins, winTitled, winTitles } from '../support/microWins';
import { openTerminal, runInTerminal } from '../support/terminal';
import { workspaceFolder } from '../support/workspace';

suite('Commits', () => {
  test('the first run counts own commits of the last 90 days, and nobody else’s', async () => {
    const titles = await winTitles(await microWins());
    assert.ok(titles.includes('Start the project'));
    assert.ok(titles.includes('Read the options'));
    assert.ok(!titles.includes('Fix the build'), 'a colleague’s commit is no win');
  });

  test('a commit made in a terminal is a win within seconds', async () => {
    const api = await microWins();
    const terminal = await openTerminal();
    await runInTerminal(terminal, 'git commit --quiet --allow-empty -m "Made in a terminal"');
    const win = await winTitled(api, 'Made in a terminal');
    assert.equal(win.kind, 'commit');
    assert.equal(win.day, format(new Date(), 'yyyy-MM-dd'));
    assert.equal(win.provisional, false);
    assert.match(win.source.sha ?? '', /^[0-9a-f]{40}$/);
    assert.match(win.why, /author of commit/);
    terminal.dispose();
  });

  test('an amended commit is the same win, and its title follows', async () => {
    const api = await microWins();
    await commit(workspaceFolder(), 'Before amending');
    const before = await winTitled(api, 'Before amending');
    const { total } = api.getProgress();
    await git(workspaceFolder(), 'commit', '--amend', '--quiet', '-m', 'After amending');
    const after = await winTitled(api, 'After amending');
    assert.equal(after.id, before.id);
    assert.equal(api.getProgress().total, total);
    assert.ok(!(await winTitles(api)).includes('Before amending'));
  });

  test('two own commits authored in the same second are two wins', async () => {
    const api = await microWins();
    const recent = new Date(Date.now() - 3_600_000).toISOString();
    await commit(workspaceFolder(), 'First of a second', { at: recent });
    await commit(workspaceFolder(), 'Second of a second', { at: recent });
    await commit(workspaceFolder(), 'Second of a second', { at: recent });
    await winTitled(api, 'First of a second');
    await eventually('all three are wins', async () => {
      const titles = await winTitles(api);
      return titles.filter(title => title.endsWith('of a second')).length === 3;
    });
  });

  test('somebody else’s commit is no win', async () => {
    const api = await microWins();
    await commit(workspaceFolder(), 'By a colleague', { author: colleague });
    await commit(workspaceFolder(), 'By me after a colleague');
    await winTitled(api, 'By me after a colleague');
    assert.ok(!(await winTitles(api)).includes('By a colleague'));
  });

  test('a commit counts on the day of its author’s clock', async () => {
    const api = await microWins();
    const utcNoon = new Date();
    utcNoon.setUTCDate(utcNoon.getUTCDate() - 3);
    utcNoon.setUTCHours(23, 30, 0, 0);
    const seconds = Math.floor(utcNoon.getTime() / 1000);
    await commit(workspaceFolder(), 'Late in Tokyo', { at: `${seconds} +0900` });
    const win = await winTitled(api, 'Late in Tokyo');
    assert.equal(win.day, new Date(utcNoon.getTime() + 9 * 3_600_000).toISOString().slice(0, 10));
  });
});
