import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { shoutOuts, type TeamCommit } from '../../../src/core/shoutOuts';

function commit(author: string, subject: string, more: Partial<TeamCommit> = {}): TeamCommit {
  return { author, subject, coAuthors: [], closedTodos: [], ...more };
}

function told(commits: readonly TeamCommit[]): string {
  // The blanks in a range of dates differ between versions of Intl.
  return shoutOuts(commits, '2026-11-16', '2026-11-22', 'en-GB').replace(/(?<=^# .*\d)\s*–\s*(?=\d)/, '–');
}

suite('Team shout-outs', () => {
  test('thank everyone by name in alphabetical order, co-authors and closed TODOs, too', () => {
    assert.equal(
      told([
        commit('Zoë', 'parser: accept empty input', { closedTodos: ['handle empty input'] }),
        commit('anna', 'Fix the build', { coAuthors: ['Zoë', 'Émile'] }),
        commit('Zoë', 'Read the options'),
      ]),
      `# Thank you, week of 16–22 November 2026

**anna**, thank you for

- Fix the build (together with Émile and Zoë)

**Émile**, thank you for

- Fix the build (together with anna and Zoë)

**Zoë**, thank you for

- parser: accept empty input
- closing the TODO “handle empty input”
- Fix the build (together with anna and Émile)
- Read the options
`,
    );
  });

  test('leave programs out, and nobody to thank is an empty text', () => {
    assert.equal(told([commit('dependabot[bot]', 'Bump everything')]), '');
    assert.equal(told([]), '');
    const text = told([commit('Anna', 'Bump', { coAuthors: ['renovate[bot]'] })]);
    assert.doesNotMatch(text, /renovate/);
    assert.match(text, /^- Bump$/m);
  });

  test('say the same thing once, and of much work that there is more, without a number', () => {
    const much = Array.from({ length: 30 }, (_, index) =>
      commit('Anna', `Piece ${'abcdef'[index % 6]}${'x'.repeat(index)}`),
    );
    const lines = told([...much, ...much])
      .split('\n')
      .filter(line => line.startsWith('- '));
    assert.equal(lines.length, 11);
    assert.equal(lines.at(-1), '- and more');
  });

  const name = fc.constantFrom(
    'Anna',
    'anna',
    'Bo',
    'Zoë',
    '**x**',
    '<b>',
    '# h',
    'a\nb',
    '@all',
    '\u202eevil',
  );
  const anyCommit = fc.record({
    author: name,
    subject: fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('', '\n# x', '- y', '<script>')),
    coAuthors: fc.array(name, { maxLength: 3 }),
    closedTodos: fc.array(fc.string({ maxLength: 20 }), { maxLength: 2 }),
  });

  test('hold no line that is not thanks, no order but the alphabet’s, and no number of anything done', () => {
    fc.assert(
      fc.property(fc.array(anyCommit, { maxLength: 12 }), commits => {
        const text = told(commits);
        if (text === '') return;
        const [, ...lines] = text.split('\n');
        for (const line of lines) assert.match(line, /^(?:$|- |\*\*.+\*\*, thank you for$)/);
        const names = lines.flatMap(line => /^\*\*(.+)\*\*, thank you for$/.exec(line)?.[1] ?? []);
        assert.equal(new Set(names.map(each => each.toLowerCase())).size, names.length);
        // Whoever does more, or comes first, the order stays.
        const again = told([...commits, ...commits].reverse()).split('\n');
        const order = again.flatMap(
          line => /^\*\*(.+)\*\*, thank you for$/.exec(line)?.[1]?.toLowerCase() ?? [],
        );
        assert.deepEqual(
          order,
          names.map(each => each.toLowerCase()),
        );
      }),
      { numRuns: 500 },
    );
  });
});
