import { eventually } from '../../host/support/eventually';
import { assert } from '../support/assert';
import { microWins } from '../support/microWins';

const each = 50;

suite('Two tabs on one project at once', () => {
  test('each records 50 wins: none is lost, and both agree', async function () {
    this.timeout(150_000);
    const api = await microWins();
    const me = crypto.randomUUID();
    const titles = async (title: RegExp): Promise<string[]> =>
      (await api.getWins()).map(win => win.title).filter(each => title.test(each));
    const both = async (title: RegExp): Promise<boolean> => (await titles(title)).length === 2;

    await api.recordWin({ title: `here: ${me}` });
    await eventually('the other tab is there', () => both(/^here: /));
    for (let number = 1; number <= each; number++) await api.recordWin({ title: `${number} of ${me}` });
    await api.recordWin({ title: `done: ${me}` });
    await eventually('the other tab is done', () => both(/^done: /));
    const all = await titles(/ of /);
    assert.equal(all.length, 2 * each);
    assert.equal(new Set(all).size, 2 * each);

    // Neither leaves before the other has looked.
    await api.recordWin({ title: `left: ${me}` });
    await eventually('the other tab has looked', () => both(/^left: /));
    // Only now does neither record any more.
    assert.equal(api.getProgress().total, (await api.getWins()).length);
  });
});
