import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually';
import { microWins, winTitles } from '../support/microWins';

const each = 500;

suite('Two windows on one project at once', () => {
  test('each records 500 wins: none is lost, and both agree', async function () {
    this.timeout(200_000);
    const api = await microWins();
    const known = (await api.getWins()).filter(win => win.kind === 'commit').length;
    const me = randomUUID();
    const present = async (title: RegExp): Promise<number> =>
      (await winTitles(api)).filter(each => title.test(each)).length;

    await api.recordWin({ title: `here: ${me}` });
    await eventually('the other window is there', async () => (await present(/^here: /)) === 2);
    for (let number = 1; number <= each; number++) await api.recordWin({ title: `${number} of ${me}` });
    await api.recordWin({ title: `done: ${me}` });
    await eventually('the other window is done', async () => (await present(/^done: /)) === 2, 50_000);

    const titles = await winTitles(api);
    assert.equal(titles.filter(title => title.endsWith(`of ${me}`)).length, each);
    assert.equal(titles.filter(title => / of /.test(title)).length, 2 * each);
    assert.equal(new Set(titles.filter(title => / of /.test(title))).size, 2 * each);

    // Neither leaves before the other has looked.
    await api.recordWin({ title: `left: ${me}` });
    await eventually('the other window has looked', async () => (await present(/^left: /)) === 2);
    // Only now does neither record any more.
    assert.equal(api.getProgress().total, known + 2 * each + 6);
  });
});
