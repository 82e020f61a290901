import { strict as assert } from 'node:assert';
import { excludedBy, excludedByAttributes } from '../../../../src/detect/todos/exclude';

suite('TODOs: excluded files', () => {
  test('a glob that matches a folder excludes all that is in it', () => {
    const excluded = excludedBy({
      settings: [{ '**/.git': true, '**/node_modules': true, 'dist/': true, '/out': true }],
      globs: [],
    });
    for (const path of [
      '.git/config',
      'a/node_modules/b/c.js',
      'node_modules/x.js',
      'dist/a.js',
      'out/a/b.js',
    ]) {
      assert.ok(excluded(path), path);
    }
    for (const path of ['src/a.ts', 'a/dist.ts', 'gitx/a.ts', 'a/out/b.js'])
      assert.equal(excluded(path), undefined);
  });

  test('only globs that are on count, conditions do not', () => {
    const excluded = excludedBy({
      settings: [{ '**/*.a': false, '**/*.b': { when: '$(basename).c' } }],
      globs: [],
    });
    assert.equal(excluded('x.a'), undefined);
    assert.equal(excluded('x.b'), undefined);
  });

  test('own globs add to the settings, and the glob is told', () => {
    const excluded = excludedBy({ settings: [{}], globs: ['**/*.generated.{ts,js}', 'legacy/**', ''] });
    assert.equal(excluded('a/b.generated.ts'), '**/*.generated.{ts,js}');
    assert.equal(excluded('legacy/x/y.ts'), 'legacy/**');
    assert.equal(excluded('a/b.ts'), undefined);
  });

  test('broken globs do no harm', () => {
    const excluded = excludedBy({
      settings: [{ '[': true, '{a': true, '**/**/**/**/**/**/**/x': true }],
      globs: ['((('],
    });
    assert.equal(excluded('a/b/c/d/e/f/g/h/i/j/k/l.ts'), undefined);
  });

  test('generated and vendored files are known by their attributes', () => {
    const output = [
      ['a.ts', 'linguist-generated', 'set'],
      ['a.ts', 'linguist-vendored', 'unspecified'],
      ['b\n.ts', 'linguist-vendored', 'true'],
      ['c.ts', 'linguist-generated', 'unset'],
      ['d.ts', 'linguist-generated', 'false'],
      ['e.ts', 'other', 'set'],
    ];
    const excluded = excludedByAttributes(output.map(row => `${row.join('\0')}\0`).join(''));
    assert.deepEqual(
      [...excluded],
      [
        ['a.ts', 'linguist-generated'],
        ['b\n.ts', 'linguist-vendored'],
      ],
    );
    assert.deepEqual([...excludedByAttributes('')], []);
  });
});
