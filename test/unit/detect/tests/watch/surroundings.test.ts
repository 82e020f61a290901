import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tidy } from '../../../../../src/detect/paths';
import { BoundedOutput } from '../../../../../src/detect/tests/watch/boundedOutput';
import { debugCommandOf } from '../../../../../src/detect/tests/watch/debugCommand';
import { placeOf, scriptsOf } from '../../../../../src/detect/tests/watch/projectFolders';

suite('Where a command runs', () => {
  let base: string;
  const folder = (...names: string[]): string => {
    const made = path.join(base, ...names);
    mkdirSync(made, { recursive: true });
    return made;
  };
  // Not before: a suite that is not run tidies nothing up.
  suiteSetup(() => {
    base = realpathSync(mkdtempSync(path.join(tmpdir(), 'micro-place-')));
  });
  suiteTeardown(() => rmSync(base, { recursive: true, force: true }));

  test('the repository is the root, whichever of its folders is open', async () => {
    folder('repo', '.git');
    const inner = folder('repo', 'web', 'src');
    const place = { root: tidy(path.join(base, 'repo')), folder: 'web/src' };
    assert.deepEqual(await placeOf(inner, undefined), place);
    assert.deepEqual(await placeOf(inner, path.join(base, 'repo', 'web')), place);
  });

  test('without a repository it is the workspace folder, outside of it the folder itself', async () => {
    const inner = folder('plain', 'a');
    assert.equal((await placeOf(inner, path.join(base, 'plain'))).folder, 'a');
    assert.deepEqual(await placeOf(inner, undefined), { root: tidy(inner), folder: '' });
  });

  test('the nearest package.json of the project holds; one that is broken, or above it, is none', async () => {
    const root = folder('package');
    const inner = folder('package', 'a', 'b');
    writeFileSync(path.join(root, 'package.json'), '{"scripts":{"test":"jest","bad":1}}');
    assert.deepEqual(await scriptsOf(inner, root), { test: 'jest' });
    assert.equal(await scriptsOf(inner, inner), undefined);
    writeFileSync(path.join(inner, 'package.json'), '{"scripts":');
    assert.equal(await scriptsOf(inner, root), undefined);
    writeFileSync(path.join(inner, 'package.json'), '{"scripts":"none"}');
    assert.equal(await scriptsOf(inner, root), undefined);
    writeFileSync(path.join(inner, 'package.json'), '{}');
    assert.deepEqual(await scriptsOf(inner, root), {});
  });
});

suite('A command’s output', () => {
  async function* stream(...parts: string[]): AsyncIterable<string> {
    yield* parts;
  }

  test('it is given whole', async () => {
    const output = new BoundedOutput();
    assert.equal(await output.text(output.read(stream('a', 'b'))), 'ab');
  });

  test('beyond 1 MiB there is none', async () => {
    const output = new BoundedOutput();
    assert.equal(await output.text(output.read(stream(...Array(1025).fill('x'.repeat(1024))))), '');
  });

  test('what does not end, or breaks, is none', async () => {
    async function* endless(): AsyncIterable<string> {
      yield 'a';
      await new Promise(() => {});
    }
    // biome-ignore lint/correctness/useYield: it breaks before
    async function* broken(): AsyncIterable<string> {
      throw new Error('gone');
    }
    for (const source of [endless(), broken()]) {
      const output = new BoundedOutput();
      assert.equal(await output.text(output.read(source)), '');
    }
  });
});

suite('What a debug configuration runs', () => {
  const launch = { request: 'launch' };
  const rows: readonly (readonly [settings: object, command: readonly string[] | undefined])[] = [
    [{ type: 'debugpy', module: 'pytest', args: ['-k', 'a b'] }, ['python', '-m', 'pytest', '-k', 'a b']],
    [{ type: 'debugpy', module: 'pytest', args: '-x tests' }, ['python', '-m', 'pytest', '-x', 'tests']],
    [{ type: 'python', program: 'manage.py', args: ['test'] }, ['python', 'manage.py', 'test']],
    [{ type: 'go', mode: 'test', program: './pkg' }, ['go', 'test', './pkg']],
    [{ type: 'go', mode: 'debug', program: './pkg' }, ['./pkg']],
    [{ type: 'node', runtimeExecutable: 'npm', runtimeArgs: ['test'] }, ['npm', 'test']],
    [
      { type: 'node', program: 'node_modules/jest/bin/jest.js', args: ['--runInBand'] },
      ['node', 'node_modules/jest/bin/jest.js', '--runInBand'],
    ],
    [{ type: 'lldb', program: 'target/debug/deps/app', args: ['test'] }, ['target/debug/deps/app', 'test']],
    [{ type: 'node', request: 'attach', program: 'x' }, undefined],
    [{ type: 'node' }, undefined],
    [{ type: 'x', program: 7, args: [1, null] }, undefined],
  ];
  for (const [settings, command] of rows) {
    test(JSON.stringify(settings), () =>
      assert.deepEqual(debugCommandOf({ ...launch, ...settings }), command),
    );
  }
});
