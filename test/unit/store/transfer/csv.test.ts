import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Entry } from '../../../../src/core/entry';
import { exportCsv } from '../../../../src/store/transfer/csv';
import { anyStory, project, textOf, win, won } from './samples';

const csvOf = (...entries: Entry[]): Promise<string> => textOf(exportCsv([project(entries)]));

/** RFC 4180, read slowly and plainly. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted && character === '"' && text[at + 1] === '"') field += text[++at];
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || text.startsWith('\r\n', at))) {
      row.push(field);
      field = '';
      if (character === ',') continue;
      rows.push(row);
      row = [];
      at++;
    } else field += character;
  }
  assert.equal(quoted, false);
  assert.equal(field, '');
  return rows;
}

/** The first win's title as a cell. */
async function titleCell(title: string): Promise<string | undefined> {
  return parseCsv(await csvOf(won(win('a', { title }))))[1]?.[3];
}

suite('CSV export', () => {
  test('has a byte-order mark, a header and one line a win that counts, newest first', async () => {
    const text = await csvOf(
      won(win('old', { day: '2026-11-17', at: Date.UTC(2026, 10, 17, 23, 5, 9), provisional: true }), -330),
      won(
        win('new', {
          title: 'Fix "parser", again',
          withAgent: true,
          source: { repository: 'api', branch: 'main', sha: 'abc', suite: 'x1' },
        }),
        120,
      ),
      won(win('gone')),
      { type: 'withdrawn', id: 'gone', at: 5 },
    );
    assert.equal(
      text,
      [
        '\ufeffday,time,kind,title,why,provisional,withAgent,project,repository,branch,sha,file,line,tag,command,folder,passed,task,by,more,id',
        '2026-11-18,2026-11-18T11:30:00+02:00,commit,"Fix ""parser"", again",You committed it.,false,true,alpha,api,main,abc,,,,,,,,,"{""suite"":""x1""}",new',
        '2026-11-17,2026-11-17T17:35:09-05:30,commit,old,You committed it.,true,false,alpha,,,,,,,,,,,,,old',
        '',
      ].join('\r\n'),
    );
  });

  test('no cell begins like a formula, whatever splits the cells', async () => {
    for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
      assert.equal(await titleCell(`${sign}1+1`), `'${sign}1+1`);
      assert.equal(await titleCell(`fix;${sign}1`), `fix;'${sign}1`);
      assert.equal(await titleCell(`fix\t "${sign}1`), `fix\t' "${sign}1`);
      assert.equal(await titleCell(`fix\r\n${sign}1`), `fix\r\n'${sign}1`);
    }
    assert.equal(await titleCell('a = b - c'), 'a = b - c');
  });

  test('any story is a table that reads back, without a formula in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async story => {
        const rows = parseCsv(await csvOf(...story));
        for (const row of rows) {
          assert.equal(row.length, 21);
          for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@]/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a time beyond the calendar leaves the cell empty', async () => {
    assert.equal(parseCsv(await csvOf(won(win('a', { at: 1e300 }))))[1]?.[1], '');
  });

  test('a hostile source is not slow', async () => {
    const source = { file: '\t'.repeat(200_000) };
    const start = performance.now();
    await csvOf(won(win('a', { source })));
    assert.ok(performance.now() - start < 1000);
  });
});
