import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { commandLink, hoverText } from '../../../src/core/hoverMarkdown';
import { safeText } from '../../../src/core/text';

/** Reads text as a browser reads the references of HTML. */
function read(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

const hostile = [
  '[click](command:workbench.action.terminal.new)',
  '[a](https://example.com "title")',
  '![x](https://example.com/x.png)',
  '<https://example.com>',
  'https://example.com www.example.com dev@example.com',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<span style="color:#ff0000;">red</span>',
  '<a href="command:x">y</a>',
  '<!-- -->',
  '&lt;b&gt; &amp; &#60;b&#62;',
  '$(flame) $(sync~spin) \\$(flame) \\\\$(flame)',
  '$\\(flame\\)',
  '`code` ``more`` ```block```',
  '~~gone~~ ~also~',
  '*em* **strong** _em_ __strong__ ***both***',
  '# heading',
  '###### heading',
  '> quote',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '1) item',
  '---',
  '***',
  '===',
  '| a | b |',
  '|---|---|',
  '- [ ] task',
  '[^1]: note',
  '[ref]: command:x',
  '[ref][]',
  '    indented code',
  '\tindented code',
  'two\nlines  \nbreak',
  'back\\\\slash\\',
  '\\[not\\](a link)',
  ':smile: @someone #12',
  '{{ mustache }} $[x] %7B',
  '\u202egnp.exe',
  '\u0007bell',
  '\u2028separator',
  '\ud800',
  '',
  ' ',
  '(((((((((((((((((((((((((((((((((((((((((((((((((',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
  `${'x'.repeat(100_000)}](command:x)`,
  'سلام دنیا',
  '空の入力 $(flame)',
  '👩‍💻 ship it',
];

suite('Hostile text in the hover', () => {
  for (const text of hostile) {
    test(`is text only: ${JSON.stringify(text.slice(0, 60))}`, () => {
      const written = hoverText(text);
      // Letters, digits, blanks, what is not ASCII, and references: none of them means anything in Markdown.
      assert.match(written, /^(?:[A-Za-z0-9 ]|[^\0-\x7f]|&#\d{2,3};)*$/);
      assert.equal(read(written), safeText(text));
    });
  }

  test('any text at all reads as it was, and holds no sign that Markdown, HTML or theme icons need', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 150 }), text => {
        const written = hoverText(text);
        assert.doesNotMatch(written.replace(/&#\d{2,3};/g, ''), /[!-/:-@[-`{-~\n\r\t]/);
        assert.equal(read(written), safeText(text));
      }),
    );
  });

  test('a command link’s arguments can’t end it', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const link = commandLink('Done', '_microwins.nextStep', [text, 'act']);
        const [, query = ''] = /^\[Done\]\(command:_microwins\.nextStep\?([\w%.~-]+)\)$/.exec(link) ?? [];
        assert.deepEqual(JSON.parse(decodeURIComponent(query)), [text, 'act']);
      }),
    );
  });
});
