import { strict as assert } from 'node:assert';
import { globBases } from '../../../../src/detect/todos/globBases';

suite('What globs are relative to that may exclude a repository’s files', () => {
  const table: readonly [name: string, root: string, folder: string, file: string, paths: string[]][] = [
    ['the repository, where it is the folder', '/r', '/r', 'a.ts', ['a.ts']],
    [
      'a folder in it, too',
      '/r',
      '/r/packages/web',
      'packages/web/src/a.ts',
      ['packages/web/src/a.ts', 'src/a.ts'],
    ],
    [
      'a folder in it, but not for what is outside',
      '/r',
      '/r/packages/web',
      'packages/website/a.ts',
      ['packages/website/a.ts'],
    ],
    [
      'a folder that holds it, and only globs of ours in itself',
      '/all/r',
      '/all',
      'src/a.ts',
      ['(src/a.ts)', 'r/src/a.ts'],
    ],
    ['a folder in a whole drive', 'C:\\', 'c:\\web', 'web/a.ts', ['web/a.ts', 'a.ts']],
    ['a folder on a drive, however written', 'c:\\all\\r', 'C:\\all', 'a.ts', ['(a.ts)', 'r/a.ts']],
    ['no other folder', '/r', '/r2', 'a.ts', ['a.ts']],
  ];
  for (const [name, root, folder, file, paths] of table) {
    test(name, () => {
      const found = globBases(root, [folder]).flatMap(({ isWorkspace, pathIn }) => {
        const path = pathIn(file);
        return path === undefined ? [] : isWorkspace ? path : `(${path})`;
      });
      assert.deepEqual(found, paths);
    });
  }

  test('a repository that is a folder in a folder: both', () => {
    const bases = globBases('/all/r', ['/all', '/all/r']);
    assert.deepEqual(
      bases.map(({ folder, isWorkspace }) => [folder, isWorkspace]),
      [
        ['/all/r', true],
        ['/all', true],
      ],
    );
  });
});
