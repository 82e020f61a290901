import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { pastedSteps } from '../../../src/core/pastedSteps';
import { maxTitle } from '../../../src/core/text';

const titles = (text: string): string[] => pastedSteps(text).map(step => step.title);
const wordsOf = (text: string): string[] => text.match(/[a-z0-9]+/gi) ?? [];

suite('Pasted text is split into steps', () => {
  const cases: [name: string, text: string, steps: string[]][] = [
    ['one a line', 'a\nb\r\nc', ['a', 'b', 'c']],
    ['bullets are taken off', '- a\n* b\n+ c\n• d', ['a', 'b', 'c', 'd']],
    ['numbers are taken off', '1. a\n2) b\n(3) c\na) d\n1.2. e', ['a', 'b', 'c', 'd', 'e']],
    ['boxes are taken off', '- [ ] a\n- [x] b\n* [X] c\n[ ] d\n☐ e\n✅ f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['quote marks are taken off', '> - a\n> b', ['a', 'b']],
    ['headings are taken off', '## Phase one\n- a\n#42 is a number', ['Phase one', 'a', '#42 is a number']],
    ['nested lists are flat', '- a\n  - b\n\t- c\n    1. d', ['a', 'b', 'c', 'd']],
    ['a wrapped item is one', '- write the\n  failing test\n- run it', ['write the failing test', 'run it']],
    ['indented lines without a list stay lines', 'a\n  b\n  c', ['a', 'b', 'c']],
    ['a paragraph after a list is a line', '- a\n\n  b', ['a', 'b']],
    ['empty lines, bare marks and rules are left out', 'a\n\n   \n-\n- [ ]\n---\n```\nb', ['a', 'b']],
    [
      'what only looks like a mark stays',
      '-1 is allowed\n3D view\n2026 plan\nE. coli',
      ['-1 is allowed', '3D view', '2026 plan', 'E. coli'],
    ],
  ];
  for (const [name, text, steps] of cases) test(name, () => assert.deepEqual(titles(text), steps));

  test('ticked items stay ticked', () => {
    assert.deepEqual(pastedSteps('- [x] a\n- [ ] b\n☑ c'), [
      { title: 'a', done: true },
      { title: 'b' },
      { title: 'c', done: true },
    ]);
  });

  test('no line with a word in it is ever lost, nor is their order', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9]{1,12}$/);
    const marker = fc.constantFrom(
      '',
      '- ',
      '* ',
      '1. ',
      '- [ ] ',
      '  + ',
      '> ',
      '[x] ',
      '(2) ',
      '## ',
      '\t- [X] ',
      '    ',
    );
    const line = fc.tuple(marker, fc.array(word, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r', '\u2028'), (lines, end) => {
        const text = lines.map(([mark, words]) => mark + words.join(' ')).join(end);
        const split = pastedSteps(text);
        assert.deepEqual(
          wordsOf(split.map(step => step.title).join('\n')),
          lines.flatMap(([, words]) => words),
        );
      }),
    );
  });

  test('whatever is pasted, each step has a title that fits, and a long line begins one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 })), lines => {
        for (const { title } of pastedSteps(lines.join('\n'))) {
          assert.ok(title.length > 0 && title.length <= maxTitle);
        }
      }),
    );
    assert.deepEqual(titles(`${' '.repeat(5000)}- word`), ['word']);
    assert.equal(titles(`- ${'x'.repeat(100_000)}\n- y`).length, 2);
  });

  test('a text that was split is split the same again', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z][a-z ]{2,30}$/)), lines => {
        const once = titles(lines.join('\n'));
        assert.deepEqual(titles(once.map(title => `- ${title}`).join('\n')), once);
      }),
    );
  });
});
