import { strict as assert } from 'node:assert';
import { commentListBelow, itemAt, listAt, outlineOf } from '../../../src/core/outline';

const words = (steps: readonly { readonly title: string }[]): string[] => steps.map(({ title }) => title);

suite('A task in selected lines', () => {
  const cases: [name: string, text: string, isCode: boolean, title: string, steps: string[]][] = [
    ['one line is the title', 'Streaming parser', false, 'Streaming parser', []],
    ['a heading names what is below it', '## Parser\n- a\n- b', false, 'Parser', ['a', 'b']],
    ['a line before a list names it', 'Parser:\n1. a\n2. b', false, 'Parser', ['a', 'b']],
    ['an item names those below it', '- Parser\n  - a\n  - b', false, 'Parser', ['a', 'b']],
    ['a list alone is steps', '- a\n- b', false, '', ['a', 'b']],
    ['lines alone are steps', 'a\nb', false, '', ['a', 'b']],
    ['comment signs are taken off', '  // Parser:\n  // - a\n  // - b', true, 'Parser', ['a', 'b']],
    ['so are those of block comments', '/**\n * Parser:\n * - a\n * - b\n */', true, 'Parser', ['a', 'b']],
    ['nothing is nothing', ' \n\n', false, '', []],
  ];
  for (const [name, text, isCode, title, steps] of cases) {
    test(name, () => {
      const outline = outlineOf(text, isCode);
      assert.deepEqual([outline.title, words(outline.steps)], [title, steps]);
    });
  }
});

suite('A task in a Markdown list', () => {
  const text = [
    '# Notes',
    '',
    '## Release',
    '- [ ] Write the notes',
    '  - [x] read the log',
    '  - group it',
    '- [ ] Tag it',
    '',
    'The end',
    '- alone',
  ].join('\n');

  test('an item is broken down into those below it', () => {
    const item = itemAt(text, 3);
    assert.equal(item?.title, 'Write the notes');
    assert.deepEqual(item?.steps, [{ title: 'read the log', done: true }, { title: 'group it' }]);
  });

  test('an item with nothing below it has no steps yet', () => {
    assert.deepEqual(itemAt(text, 6), { title: 'Tag it', steps: [] });
  });

  test('a whole list is named by what stands above it', () => {
    const list = listAt(text, 5);
    assert.equal(list?.title, 'Release');
    assert.deepEqual(words(list?.steps ?? []), ['Write the notes', 'read the log', 'group it', 'Tag it']);
  });

  test('headings, paragraphs and single items are no lists', () => {
    assert.equal(itemAt(text, 2), undefined);
    assert.equal(listAt(text, 8), undefined);
    assert.equal(listAt(text, 9), undefined);
  });
});

suite('A list in the comment of a TODO', () => {
  const below = (text: string): string[] => words(commentListBelow(text, 0));

  test('is its steps', () => {
    assert.deepEqual(below('// TODO: parser\n// - sketch\n// - test\ncode();'), ['sketch', 'test']);
    assert.deepEqual(below('/* TODO: parser\n * 1. sketch\n * 2. test\n */'), ['sketch', 'test']);
    assert.deepEqual(below('# TODO: parser\n#   - sketch\n#     with a pen\n#   - test\n'), [
      'sketch with a pen',
      'test',
    ]);
  });

  test('ends with the list or the comment', () => {
    assert.deepEqual(below('// TODO: parser\n// - sketch\n// More words\n// - test'), ['sketch']);
    assert.deepEqual(below('// TODO: parser\ncode();\n// - test'), []);
    assert.deepEqual(below('// TODO: parser'), []);
  });
});
