import { eventually } from '../../host/support/eventually';
import { assert } from '../support/assert';
import { keptNames } from '../support/files';
import { microWins } from '../support/microWins';

suite('In a browser: after the window was opened again', () => {
  test('everything is there that was', async () => {
    const api = await microWins();
    const titles = (await api.getWins()).map(win => win.title);
    for (const title of ['Reviewed a change', 'sort the notes']) assert.ok(titles.includes(title), title);
    assert.ok(!titles.includes('A slip'));
    assert.equal(titles.filter(title => / of /.test(title)).length, 100);
    assert.equal(api.getProgress().total, titles.length);
    assert.equal(api.getProgress().goals.length, 1);
  });

  test('what was damaged is kept beside it, once', async () => {
    await microWins();
    const copies = (await keptNames()).filter(name => name.includes('.damaged-'));
    assert.equal(copies.length, 1);
    assert.ok(/^000000000000001-damaged\.damaged-\d{4}-\d\d-\d\d-[0-9a-f]{12}\.jsonl$/.test(copies[0] ?? ''));
  });

  test('many small files have become few', async () => {
    await microWins();
    const journal = async (): Promise<number> =>
      (await keptNames()).filter(name => /^\d{15}-[\w-]+\.jsonl$/.test(name)).length;
    await eventually('they are few', async () => (await journal()) <= 3);
  });
});
