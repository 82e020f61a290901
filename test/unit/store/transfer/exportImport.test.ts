import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Entry } from '../../../../src/core/entry';
import { type ImportedProject, readImport } from '../../../../src/store/transfer/importJson';
import { exportJson, type ProjectEntries } from '../../../../src/store/transfer/json';
import { mergeImport } from '../../../../src/store/transfer/merge';
import { anyStory, exported, now, project, textOf, win, won } from './samples';

async function readAll(text: string): Promise<readonly ImportedProject[]> {
  const read = await readImport(text, now);
  assert.ok('projects' in read, JSON.stringify(read));
  return read.projects;
}

/** What a project holds after an import. */
async function withImport(here: ProjectEntries, text: string): Promise<ProjectEntries> {
  const { appends } = mergeImport([here], await readAll(text));
  return { ...here, entries: [...here.entries, ...appends.flatMap(({ entries }) => entries)] };
}

suite('Export and import', () => {
  test('nothing is lost: exported, imported into an empty project and exported again, all is the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async story => {
        const text = await exported(story);
        assert.deepEqual((await readAll(text))[0]?.entries, story);
        const again = await withImport(project([]), text);
        assert.equal(await textOf(exportJson([again], now)), text);
      }),
      { numRuns: 300 },
    );
  });

  test('importing the same file twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, anyStory, async (here, there) => {
        const text = await exported(there);
        const once = await withImport(project(here), text);
        assert.deepEqual(mergeImport([once], await readAll(text)).appends, []);
      }),
      { numRuns: 1000 },
    );
  });

  test('each entry has a line of its own', async () => {
    const text = await exported([won(win('a')), won(win('b'))]);
    const lines = text.split('\n');
    assert.equal(lines.filter(line => line.startsWith('{"type":"win"')).length, 2);
    assert.deepEqual(JSON.parse(lines[2]?.replace(/,$/, '') ?? ''), won(win('a')));
  });

  test('the export names its form, its version, its time and its projects', async () => {
    const two = [project([won(win('a'))]), project([], 'folder-2', 'beta')];
    assert.deepEqual(JSON.parse(await textOf(exportJson(two, now))), {
      microWins: 'export',
      version: 1,
      exportedAt: '2026-11-22T12:00:00.000Z',
      projects: two,
    });
  });

  test('a long export lets the rest of the editor have its turn', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index): Entry => won(win(`w${index}`)));
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    const read = await readImport(await exported(entries), now);
    clearInterval(ticking);
    assert.ok('projects' in read);
    assert.ok(turns >= 10, `${turns} turns`);
  });

  test('a long import can be cancelled', async () => {
    const text = await exported(Array.from({ length: 5000 }, (_, index): Entry => won(win(`w${index}`))));
    await assert.rejects(readImport(text, now, AbortSignal.abort()), { name: 'AbortError' });
  });
});
