import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TestCount } from '../../../../src/detect/tests/count';
import { failedToLoad, foundNoTest, passCountOf, wasWatching } from '../../../../src/detect/tests/output';
import { stripTerminal } from '../../../../src/detect/tests/terminal';

const folder = path.resolve('test/fixtures/tests/outputs');

/** The first line of a file, as JSON; the rest is output as the terminal got it. */
interface Expected {
  readonly runner: string | null;
  readonly count?: TestCount;
  /** The output says that there was no test. */
  readonly none?: true;
  /** It is the output of a watch. */
  readonly watch?: true;
}

suite('Counts in the output of runs', () => {
  for (const file of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const end = text.indexOf('\n');
    const { runner, count, none, watch } = JSON.parse(text.slice(0, end)) as Expected;
    const output = text.slice(end + 1);
    test(file, () => {
      assert.deepEqual(passCountOf(runner ?? undefined, output), count);
      const noTest =
        foundNoTest(output) || (count !== undefined && count.passed + count.failed + count.skipped === 0);
      assert.equal(noTest, none ?? false, 'no test was found');
      assert.equal(wasWatching(output), watch ?? false, 'a watch');
    });
  }

  test('colours, marks and moves of the cursor are taken out', () => {
    const text =
      '\u001b]633;C\u0007\u001b[1m\u001b[32mok\u001b[(B\u001b[m\u001b[2Cyes\u001b[1A\u001b[Kno\r\nend\u001b]0;title\u001b\\';
    assert.equal(stripTerminal('\u001b[31mred\u001b[39m'), 'red');
    assert.equal(stripTerminal(text), 'ok yes\nno\nend');
  });

  test('a summary of one runner is not taken for that of another', () => {
    for (const file of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const { runner, count } = JSON.parse(text.slice(0, text.indexOf('\n'))) as Expected;
      const found = passCountOf(undefined, text.slice(text.indexOf('\n') + 1));
      if (runner !== null && count !== undefined && found !== undefined) assert.deepEqual(found, count, file);
    }
  });

  test('a megabyte of hostile output costs little', () => {
    for (const piece of [
      'Tests: ',
      '1 passed, ',
      '\u001b[',
      '\u001b]633;',
      '=',
      '1',
      ' \n',
      '{"Action":"pass"',
      '# { total: 1 ',
      'Test run with 1 test ',
      '1 passed ',
      'Results (1s):\n1 a1 ',
      'Executed 1 of 1 ',
      'Build Summary: 1/1 ',
      'Total tests: 1 Passed: ',
      'Test Suites: 1 passed, ',
      'Ok: 1\nFail: ',
    ]) {
      const started = performance.now();
      const output = piece.repeat(1_000_000 / piece.length);
      passCountOf(undefined, output);
      foundNoTest(output);
      failedToLoad(output);
      assert.ok(performance.now() - started < 3000, `${piece} ${performance.now() - started}`);
    }
  });
});
