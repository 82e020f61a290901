import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { markdownCode, markdownText } from '../../../src/core/markdownText';

/** Pieces that Markdown, HTML and viewers read something into, in any order. */
const pieces = fc.constantFrom(
  ...[
    '<',
    '>',
    '<b>',
    '</b>',
    '<!--',
    '<?',
    'www.',
    'http://',
    '//',
    'ftp://',
    'evil.com',
    '*',
    '_',
    '__',
    '`',
  ],
  ...[
    '[x](y)',
    '![',
    '](',
    '[ ] ',
    '\\',
    '&lt;',
    '&#60;',
    '# ',
    '- ',
    '+ ',
    '1. ',
    '1)',
    '> ',
    '~~',
    '|',
    '$',
  ],
  ...['==', '---', '@', 'me@evil.com', ' ', '  ', 'a', 'é', '\n', '\u202e', '\0', ':', '{', '"', "'"],
);
const hostile = fc.array(pieces, { maxLength: 14 }).map(parts => parts.join(''));

suite('Hostile text in Markdown', () => {
  const cases: readonly (readonly [title: string, shown: string])[] = [
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>'],
    ['![i](http://evil.com/x.png)', '!\\[i](http\\:/\\/evil.com/x.png)'],
    ['[x](command:quit)', '\\[x](command:quit)'],
    ['[ref]: http://evil.com', '\\[ref]: http\\:/\\/evil.com'],
    ['[ ] task', '\\[ ] task'],
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['> quote', '\\> quote'],
    ['===', '\\==='],
    ['1) item', '1\\) item'],
    ['1. item', '1\\. item'],
    ['www.evil.com', 'www\\.evil.com'],
    ['//evil.com', '/\\/evil.com'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['`code` *bold* _it_ ~~gone~~ a|b $x$', '\\`code\\` \\*bold\\* \\_it\\_ \\~\\~gone\\~\\~ a\\|b \\$x\\$'],
    ['a \\* b', 'a \\\\\\* b'],
    ['ends with \\', 'ends with \\\\'],
    ['mail me@evil.com', 'mail `me@evil.com`'],
    ['``@everyone`', '``` ``@everyone` ```'],
    ['two\nlines', 'two lines'],
    ['\u202egnp.exe', '\\u202egnp.exe'],
  ];
  for (const [title, shown] of cases) {
    test(`${JSON.stringify(title)} shows as text only`, () => assert.equal(markdownText(title), shown));
  }

  test('ordinary titles stay as they are, since they are pasted where nobody reads Markdown', () => {
    for (const title of [
      'parser: accept empty input (#12)',
      'Update README.md for 1.2',
      'feat(api)!: rename parse_file -> parse_text',
      'Q&A: 3 < 5 and a > b',
      'C:\\temp is no path',
    ]) {
      assert.equal(markdownText(title), title);
    }
  });

  test('each character that means something is escaped, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), title => {
        const shown = markdownText(title);
        assert.doesNotMatch(shown, /[\n\r]/);
        // What stands in code means nothing; the rest must not hold anything that is read as more than text.
        const outside = shown
          .replace(/(?<!\\|`)(`+)(?!`).*?[^`]\1(?!`)/g, '·')
          .replace(/\\[!-/:-@[-`{-~]/g, '·');
        assert.doesNotMatch(outside, /[`*[~|$@]|<[a-z/!?]|&#?\w+;|:\/|\/\/|www\.|^[-+=#>]|^\d+[.)]|\\$/i);
        assert.doesNotMatch(outside, /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u);
      }),
      { numRuns: 5000 },
    );
  });

  test('code holds the text whatever backticks are in it', () => {
    assert.equal(markdownCode('npm test'), '`npm test`');
    assert.equal(markdownCode('echo `date`'), '`` echo `date` ``');
    assert.equal(markdownCode('<b>&amp;</b>'), '`<b>&amp;</b>`');
  });
});
