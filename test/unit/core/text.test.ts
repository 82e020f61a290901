import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { maxTitle, safeText } from '../../../src/core/text';

suite('Hostile text', () => {
  const cases: [name: string, text: string, shown: string][] = [
    ['white space is folded', '  a\n\tb\r\n c ', 'a b c'],
    ['control characters are shown as escapes', 'a\u0000b\u001b[31mc', 'a\\u0000b\\u001b[31mc'],
    [
      'bidirectional characters are shown as escapes',
      'user\u202e\u2066 txt.exe',
      'user\\u202e\\u2066 txt.exe',
    ],
    ['the byte-order mark and zero-width space are shown as escapes', '\ufeffa\u200bb', '\\ufeffa\\u200bb'],
    ['tag characters are shown as escapes', 'a\u{e0041}', 'a\\u{e0041}'],
    ['emoji made of several characters stay whole', 'ship it 👩‍🚀', 'ship it 👩‍🚀'],
    ['lone surrogates are replaced', 'a\ud800b', 'a\ufffdb'],
    ['HTML stays the text that it is', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ];
  for (const [name, text, shown] of cases) test(name, () => assert.equal(safeText(text), shown));

  test('is cut at 200 characters, never within one', () => {
    assert.equal(safeText('x'.repeat(100_000)), `${'x'.repeat(maxTitle - 1)}…`);
    assert.ok(safeText('😀'.repeat(300)).isWellFormed());
  });

  test('is always short, well formed and free of control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), text => {
        const shown = safeText(text);
        assert.ok(shown.length <= maxTitle);
        assert.ok(shown.isWellFormed());
        assert.doesNotMatch(shown, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
