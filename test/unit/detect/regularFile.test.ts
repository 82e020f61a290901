import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRegularFile } from '../../../src/detect/regularFile';
import { scriptsOf } from '../../../src/detect/tests/watch/projectFolders';

const onUnix = process.platform === 'win32' ? () => undefined : test;

suite('Files of a hostile project', () => {
  let folder: string;
  setup(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'micro-file-'));
  });
  teardown(() => rm(folder, { recursive: true, force: true }));

  test('are read up to a bound', async () => {
    const file = path.join(folder, 'junit.xml');
    await writeFile(file, 'twelve bytes');
    assert.equal((await readRegularFile(file, 12))?.text, 'twelve bytes');
    assert.equal(await readRegularFile(file, 11), undefined);
    assert.equal(await readRegularFile(folder, 12), undefined);
    assert.equal(await readRegularFile(path.join(folder, 'none'), 12), undefined);
  });

  onUnix('a link to a device is not opened, nor is a pipe', async () => {
    await symlink('/dev/zero', path.join(folder, 'package.json'));
    assert.equal(await scriptsOf(folder, folder), undefined);
    const pipe = path.join(folder, 'junit.xml');
    execFileSync('mkfifo', [pipe]);
    assert.equal(await readRegularFile(pipe, 1000), undefined);
  });
});
