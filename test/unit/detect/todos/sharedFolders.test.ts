import { strict as assert } from 'node:assert';
import { sharedFolders } from '../../../../src/detect/todos/sharedFolders';

suite('Where a repository’s files are in workspace folders', () => {
  const table: readonly [name: string, root: string, folder: string, file: string, paths: string[]][] = [
    ['the repository’s own folder needs no other path', '/r', '/r', 'a.ts', []],
    ['a folder in the repository', '/r', '/r/packages/web', 'packages/web/src/a.ts', ['src/a.ts']],
    ['a file outside it', '/r', '/r/packages/web', 'packages/website/a.ts', []],
    ['a folder that holds the repository', '/all/r', '/all', 'src/a.ts', ['r/src/a.ts']],
    ['a whole drive', 'C:\\', 'c:\\web', 'web/a.ts', ['a.ts']],
    ['a folder on a drive', 'c:\\all\\r', 'C:\\all', 'a.ts', ['r/a.ts']],
    ['another folder', '/r', '/r2', 'a.ts', []],
  ];
  for (const [name, root, folder, file, paths] of table) {
    test(name, () => {
      const found = sharedFolders(root, [folder]).flatMap(each => each.pathIn(file) ?? []);
      assert.deepEqual(found, paths);
    });
  }
});
