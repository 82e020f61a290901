import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type LineContext, recogniseProcess, recogniseRun } from '../../../../src/detect/tests/recognise';
import type { Shell } from '../../../../src/detect/tests/shell';

const folder = path.resolve('test/fixtures/tests/lines');

interface Case {
  readonly verdict: string;
  readonly suite: string;
  readonly line: string;
  readonly context: LineContext;
}

/** Reads a table of lines; the form is told at the top of `bash.tsv`. */
function casesOf(file: string): Case[] {
  let context: LineContext = { shell: 'posix', cwd: '', extraPatterns: [] };
  const cases: Case[] = [];
  for (const row of readFileSync(path.join(folder, file), 'utf8').split('\n')) {
    const [, directive, value = ''] = /^# (shell|scripts|extra): (.*)$/.exec(row) ?? [];
    if (directive === 'shell') context = { ...context, shell: value as Shell };
    else if (directive === 'scripts')
      context = { ...context, scripts: JSON.parse(value) as Record<string, string> };
    else if (directive === 'extra')
      context = {
        ...context,
        extraPatterns: (JSON.parse(value) as string[]).map(source => new RegExp(source)),
      };
    else if (row !== '' && !row.startsWith('# ')) {
      const [verdict = '', suite = '', line = ''] = row.split('\t');
      cases.push({ verdict, suite, line: line.replaceAll('␤', '\n'), context });
    }
  }
  return cases;
}

suite('Shell lines that are test runs, and those that are not', () => {
  const files = readdirSync(folder).filter(name => name.endsWith('.tsv'));
  const all = files.flatMap(file => casesOf(file).map(one => ({ ...one, file })));

  test('the corpus holds at least 200 lines', () => {
    assert.ok(all.length >= 200);
  });

  for (const file of files) {
    test(file, () => {
      const wrong = all
        .filter(one => one.file === file)
        .map(({ verdict, suite: expected, line, context }) => {
          const run = recogniseRun(line, context);
          const got = run ? `${run.redIsCertain ? 'run' : 'vague'}\t${run.suite}` : 'no\t';
          const want = `${verdict}\t${verdict === 'no' ? '' : expected}`;
          return got === want ? '' : `${JSON.stringify(line)}\n  want ${want}\n  got  ${got}`;
        })
        .filter(text => text !== '');
      assert.equal(wrong.join('\n'), '');
    });
  }

  test('a suite keeps its identity in the folder it runs in', () => {
    const context: LineContext = { shell: 'posix', cwd: 'packages/web', extraPatterns: [] };
    assert.equal(recogniseRun('npm test', context)?.suite, 'npm test (packages/web)');
    assert.equal(recogniseRun('cd .. && npm test', context)?.suite, 'npm test (packages)');
    assert.equal(recogniseRun('cd ../.. && npm test', context)?.suite, 'npm test');
  });

  test('the command is shown as it was typed, without its environment', () => {
    const context: LineContext = { shell: 'posix', cwd: '', extraPatterns: [] };
    assert.equal(recogniseRun('CI=1 npx jest --ci  src', context)?.command, 'npx jest --ci src');
    assert.equal(recogniseRun('npm test > log && pytest -q', context)?.command, 'npm test && pytest -q');
  });

  test('the runner behind a package script is known from the script', () => {
    const context: LineContext = {
      shell: 'posix',
      cwd: '',
      extraPatterns: [],
      scripts: { test: 'tsc && vitest run' },
    };
    assert.equal(recogniseRun('npm test', context)?.runner, 'vitest');
    assert.equal(recogniseRun('npm test && pytest', context)?.runner, undefined);
    assert.equal(recogniseRun('npm test && pytest', context)?.tests, 2);
  });

  test('a process started without a shell is read word by word', () => {
    const context: LineContext = { shell: 'posix', cwd: '', extraPatterns: [] };
    assert.equal(
      recogniseProcess('/usr/bin/python3', ['-m', 'pytest', 'a && b'], context)?.suite,
      'pytest "a && b"',
    );
    assert.equal(recogniseProcess('git', ['commit', '-m', 'npm test'], context), undefined);
    assert.equal(recogniseProcess('npm', ['test', '||', 'true'], context)?.suite, 'npm test || true');
  });

  test('a line longer than 8192 characters, or hostile, is no run and costs little', () => {
    const context: LineContext = { shell: 'posix', cwd: '', extraPatterns: [] };
    assert.equal(recogniseRun(`npm test ${'a'.repeat(8192)}`, context), undefined);
    const hostile = [
      "'",
      '"',
      '\\',
      '$(',
      '${',
      '`',
      '(',
      'a=',
      '#',
      "$'",
      '&&',
      '-',
      ' \\',
      '"$',
      'CI=1 ',
      'bash -c ',
      '(',
      '()',
      '(a)&&',
      'set -o pipefail;',
    ];
    for (const piece of hostile) {
      const started = performance.now();
      recogniseRun(`npm test ${piece.repeat(8000 / piece.length)}`, context);
      recogniseRun(piece.repeat(8000 / piece.length), context);
      recogniseRun(`${'('.repeat(4000)}npm test${')'.repeat(4000)}`, context);
      assert.ok(performance.now() - started < 1000, piece);
    }
  });
});
