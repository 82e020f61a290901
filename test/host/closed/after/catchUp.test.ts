import { strict as assert } from 'node:assert';
import { git } from '../../support/git';
import { microWins, winTitles } from '../../support/microWins';
import { workspaceFolder } from '../../support/workspace';

suite('When VS Code opens again', () => {
  test('a commit made while it was closed is 1 win, at its author time', async () => {
    const api = await microWins();
    const win = (await api.getWins()).find(({ title }) => title === 'Work while VS Code is closed');
    assert.ok(win);
    const [author, committer] = (await git(workspaceFolder(), 'log', '-1', '--format=%at %ct')).split(' ');
    assert.notEqual(author, committer);
    assert.equal(win.at, Number(author) * 1000);
  });

  test('what was there before is there once', async () => {
    const api = await microWins();
    const titles = await winTitles(api);
    for (const title of ['Start the project', 'Read the options', 'Logged before closing']) {
      assert.equal(titles.filter(each => each === title).length, 1, title);
    }
    assert.equal(api.getProgress().total, titles.length);
  });
});
