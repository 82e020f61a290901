import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { maxReport, readReport } from '../../../../src/detect/tests/reports';

const folder = path.resolve('test/fixtures/tests/reports');

/** The comment at a report's end; `at: "any"` where the moment is that of its making. */
interface Expected {
  readonly reason?: string;
  readonly at?: number | 'any';
}

suite('Report files', () => {
  for (const file of readdirSync(folder)) {
    test(file, () => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const [comment = '', json = ''] = /<!-- expect (.*) -->\n$/.exec(text) ?? [];
      const expected = JSON.parse(json) as Expected;
      const read = readReport(text.slice(0, text.length - comment.length).trimEnd());
      if ('reason' in read) {
        assert.ok(expected.reason !== undefined, read.reason);
        assert.match(read.reason, new RegExp(expected.reason));
      } else {
        const at = expected.at === 'any' ? { at: read.value.at } : {};
        assert.deepEqual(read.value, { ...expected, ...at });
        if (expected.at === 'any') assert.equal(typeof read.value.at, 'number');
      }
    });
  }

  test('every beginning of a report gives a reason, never a count', () => {
    const text = readFileSync(path.join(folder, 'jest-junit.xml'), 'utf8');
    const whole = text.slice(0, text.indexOf('</testsuites>') + '</testsuites>'.length);
    for (let length = 0; length < whole.length; length++)
      assert.ok('reason' in readReport(whole.slice(0, length)));
    assert.ok('value' in readReport(whole));
  });

  test('a report that is too large, or nested without end, gives a reason', () => {
    assert.ok('reason' in readReport(`<testsuite>${' '.repeat(maxReport)}</testsuite>`));
    assert.ok('reason' in readReport('<testsuite>'.repeat(200_000)));
    assert.ok('reason' in readReport(`${'<testsuite>'.repeat(200_000)}${'</testsuite>'.repeat(200_000)}`));
  });

  test('hostile repetitions up to the bound cost little', () => {
    const pieces = [
      '<',
      '<!--',
      '<![CDATA[',
      '&',
      '&#',
      '&#x0',
      '"',
      '<a b="',
      '<!DOCTYPE [',
      '<?x',
      ']]>',
      ' a=""',
    ];
    for (const piece of pieces) {
      const started = performance.now();
      readReport(`<testsuite>${piece.repeat((maxReport - 100) / piece.length)}`);
      readReport(piece.repeat(maxReport / piece.length));
      const spent = performance.now() - started;
      assert.ok(spent < 3000, `${piece}: ${spent} ms`);
    }
  });
});
