import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { exportMarkdown } from '../../../../src/store/transfer/markdown';
import { anyStory, project, textOf, win, won } from './samples';

suite('Markdown export', () => {
  test('is by month and day, newest first', async () => {
    const entries = [
      won(win('b', { title: 'Older', day: '2026-10-31', at: Date.UTC(2026, 9, 31, 8), kind: 'todo' })),
      won(win('c', { title: 'Newer', source: { repository: 'api' }, withAgent: true })),
      won(win('d', { title: 'Newest', at: Date.UTC(2026, 10, 18, 20), kind: 'manual', provisional: true })),
    ];
    assert.equal(
      await textOf(exportMarkdown([project(entries)], 'en-GB')),
      `# Micro Wins

3 wins

## November 2026

### Wednesday 18 November

- 21:00 Newest (logged by hand, not committed yet)
- 10:30 Newer (commit, api, with agent)

## October 2026

### Saturday 31 October

- 09:00 Older (closed TODO)
`,
    );
  });

  test('names the projects when there are several', async () => {
    const two = [project([won(win('a'))]), project([won(win('b'))], 'git-2', 'be_ta')];
    const text = await textOf(exportMarkdown(two, 'en'));
    assert.match(text, /a \(commit, alpha\)\n/);
    assert.match(text, /b \(commit, be_ta\)\n/);
  });

  test('no title makes a line of its own', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async story => {
        const text = await textOf(exportMarkdown([project(story)], 'en'));
        for (const line of text.split('\n')) assert.match(line, /^(?:$|# Micro|## |### |\d|- \d\d:\d\d )/);
      }),
      { numRuns: 100 },
    );
  });
});
