import { strict as assert } from 'node:assert';
import { Git } from '../../../src/detect/git/git';
import { asOpened, findRepository } from '../../../src/detect/git/repository';
import { innermost, isInside, tidy } from '../../../src/detect/paths';
import { changeFolder } from '../../../src/detect/tests/folder';

suite('Paths of any system', () => {
  test('a folder holds itself and what is in it, in whatever form both are written', () => {
    const insides: [string, string][] = [
      ['c:/code/b/src', 'c:\\code\\b'],
      ['c:\\code\\b', 'c:/code/b/'],
      ['//srv/s/r/x', '\\\\srv\\s\\r'],
      ['\\\\srv\\s\\r\\x', '//srv/s/r'],
      ['/a', '/'],
      ['x:/a', 'x:\\'],
      ['x:\\', 'x:\\'],
    ];
    for (const [file, folder] of insides) assert.ok(isInside(file, folder), `${file} in ${folder}`);
    const outsides: [string, string][] = [
      ['c:/code/bc', 'c:\\code\\b'],
      ['c:/code', 'c:\\code\\b'],
      ['x:/a', 'c:\\'],
      ['/ab', '/a'],
    ];
    for (const [file, folder] of outsides) assert.ok(!isInside(file, folder), `${file} not in ${folder}`);
  });

  test('of the repositories that hold a file it is the innermost one’s, where it lies at the root of a drive, too', () => {
    const repositories = ['x:\\', 'x:\\b', 'x:\\b\\sub', 'x:\\c'].map(root => ({ root }));
    assert.equal(innermost(repositories, 'x:/b/sub/src')?.root, 'x:\\b\\sub');
    assert.equal(innermost(repositories, 'x:\\b\\a.ts')?.root, 'x:\\b');
    assert.equal(innermost(repositories, 'x:\\a.ts')?.root, 'x:\\');
    assert.equal(innermost([{ root: '/' }], '/etc/hosts')?.root, '/');
    assert.equal(innermost(repositories, 'y:\\a.ts'), undefined);
  });

  test('a share keeps its two slashes; elsewhere several are one', () => {
    assert.equal(tidy('\\\\s\\h\\r'), '//s/h/r');
    assert.equal(tidy('\\\\s\\h\\.\\r\\..'), '//s/h');
    assert.equal(tidy('//a//b/'), '/a/b');
    assert.equal(tidy('/'), '/');
    assert.equal(tidy('x:\\'), 'x:/');
  });

  test('a drive is the same in either case, a folder is not', () => {
    assert.equal(tidy('C:\\Repo\\x'), 'c:/Repo/x');
    assert.equal(changeFolder('web', 'C:\\Repo'), 'c:/Repo');
    assert.ok(isInside('C:\\Repo\\x', 'c:\\Repo'));
    assert.ok(!isInside('c:\\repo\\x', 'c:\\Repo'));
  });

  test('a repository keeps the form that its folder was opened in, where nothing tells that both are one', async () => {
    assert.equal(await asOpened('X:\\r', 'x:\\r'), 'x:\\r');
    assert.equal(await asOpened('/nowhere/r', '/link/r'), '/nowhere/r');
  });

  test('a repository at the root of a system has a name', async () => {
    class AtRoot extends Git {
      override async run(): Promise<string> {
        return 'false\n/.git\n/\n\n';
      }
    }
    const repository = await findRepository(new AtRoot(() => 'git'), '/');
    assert.equal(repository?.name, '/');
  });
});
