import { strict as assert } from 'node:assert';
import { scanTodos, scanWithMentions } from '../../../../src/detect/todos/scanner';
import { maxTextLength, mention } from '../../../../src/detect/todos/todo';
import { builtInLanguages } from './fixtures';

const languages = builtInLanguages();

function scan(text: string, id = 'typescript', tags?: readonly string[]) {
  const language = languages.byId(id);
  assert.ok(language);
  return scanTodos(text, language, tags);
}

function texts(text: string, id?: string, tags?: readonly string[]): string[] {
  return scan(text, id, tags).map(todo => todo.text);
}

suite('TODOs: scanner', () => {
  test('a TODO has its tag, its text, its line and its ref', () => {
    assert.deepEqual(scan('let a;\n  // FIXME(#12): handle  the\tempty case  \n'), [
      { tag: 'FIXME', text: 'handle the empty case', line: 1, ref: '#12' },
    ]);
  });

  test('a tag is a whole word in its own case', () => {
    for (const comment of [
      'TODOS',
      'TODO_A',
      'MYTODO',
      'todo: a',
      'Todo',
      'TODOé',
      'TODO2',
      '$TODO',
      'ÄTODO',
    ]) {
      assert.deepEqual(scan(`// ${comment}`), [], comment);
    }
  });

  test('a tag that is part of a name, a path or an address is none', () => {
    for (const comment of ['TODO.md', 'TODO-list', 'TODO/a', "TODO's", 'TODO’s', 'TODO://x']) {
      assert.deepEqual(scan(`// ${comment}`), [], comment);
    }
    assert.deepEqual(texts('// TODO. Really'), ['. Really']);
  });

  test('it stands at the start of the text or of a list item', () => {
    for (const comment of [
      'a TODO: b',
      'see TODO',
      '"TODO: a"',
      '(TODO: a)',
      'a; // TODO: b',
      '- [x] TODO: a',
    ]) {
      assert.deepEqual(scan(`// ${comment}`), [], comment);
    }
    for (const comment of [
      '- TODO: a',
      '* TODO: a',
      '1. TODO: a',
      '2) TODO a',
      '(3) TODO a',
      '- [ ] TODO a',
      '+ TODO a',
    ]) {
      assert.deepEqual(texts(`// ${comment}`), ['a'], comment);
    }
  });

  test('ref and colon may be left out, the text too', () => {
    assert.deepEqual(texts('// TODO\n// TODO:\n// TODO a\n//TODO:a\n// TODO - a\n/* TODO */\n// TODO(x)'), [
      '',
      '',
      'a',
      'a',
      'a',
      '',
      '',
    ]);
    assert.deepEqual(scan('// TODO-7: a\n// TODO (b): c\n// TODO (b) c'), [
      { tag: 'TODO', text: 'a', line: 0, ref: '7' },
      { tag: 'TODO', text: 'c', line: 1, ref: 'b' },
      { tag: 'TODO', text: '(b) c', line: 2 },
    ]);
  });

  test('a tag with a text where it is no TODO is a mention', () => {
    const text = '// TODO: a\n// see TODO: b\nlog("TODO: c");\n// TODO-list\nlog("TODO");\n';
    const mentioned = (line: number, text: string) => ({ tag: mention, text, line });
    assert.deepEqual(scanWithMentions(text, languages.byId('typescript')), [
      { tag: 'TODO', text: 'a', line: 0 },
      mentioned(1, 'b'),
      mentioned(2, 'c");'),
      mentioned(4, '");'),
    ]);
    assert.deepEqual(scanWithMentions('; TODO: a', undefined), [mentioned(0, 'a')]);
    assert.deepEqual(scanWithMentions('; TODO: a\0', undefined), []);
  });

  test('decoration around the text is no part of it', () => {
    assert.deepEqual(texts('/***** TODO: a *****/\n/* TODO: b\n * TODO: c\n **/\n// ---- TODO: d ----'), [
      'a',
      'b',
      'c',
      'd',
    ]);
    assert.deepEqual(texts('// TODO: use operator*'), ['use operator*']);
  });

  test('one line with two tags is one TODO', () => {
    assert.deepEqual(texts('// TODO: FIXME: a TODO'), ['FIXME: a TODO']);
  });

  test('the tags are the user’s own', () => {
    const tags = ['@todo', 'TODO:', 'À FAIRE', 'C++?', ' ', ''];
    assert.deepEqual(
      texts('// @todo a\n// TODO: b\n// TODO c\n// À FAIRE d\n// C++? e', 'typescript', tags),
      ['a', 'b', 'd', 'e'],
    );
    assert.deepEqual(texts('// TODO: a', 'typescript', []), []);
    assert.deepEqual(texts('- [ ] a', 'markdown', []), ['a']);
    assert.deepEqual(scan('// TODO: a', 'typescript', ['TODO', 'TODO:']), [
      { tag: 'TODO:', text: 'a', line: 0 },
    ]);
  });

  test('a text is cut, never in the middle of a character', () => {
    const [text = ''] = texts(`// TODO: ${'😀'.repeat(500)}`);
    assert.equal(text.length, maxTextLength);
    const [odd = ''] = texts(`// TODO: a${'😀'.repeat(500)}`);
    assert.equal(odd.length, maxTextLength - 1);
    assert.equal(odd, Buffer.from(odd).toString());
  });

  test('what never ends, ends with its line, so that half-written files lose no TODO', () => {
    assert.deepEqual(texts('const a = `b;\n// TODO: c'), ['c']);
    assert.deepEqual(texts('const a = "b;\n// TODO: c'), ['c']);
    assert.deepEqual(texts('/* TODO: a\nb(); // TODO: c\n// TODO: d'), ['a', 'c', 'd']);
    assert.deepEqual(texts('x = """\n# TODO: a', 'python'), ['a']);
    assert.deepEqual(texts('<div>\n{/* TODO: a */}', 'typescriptreact'), ['a']);
    assert.deepEqual(texts('cat <<EOF\n# TODO: a', 'shellscript'), ['a']);
  });

  test('a binary text has none', () => {
    assert.deepEqual(scan('// TODO: a\0'), []);
  });

  test('a language without a table of its own reads strings by the quotes its configuration closes', () => {
    assert.deepEqual(texts('a = "// TODO: b" // TODO: c\n// see http://x\nx = http://TODO', 'jsonc'), ['c']);
  });

  const hostile: [what: string, text: string, id: string][] = [
    ['nested templates', '`${'.repeat(200_000), 'typescript'],
    ['templates that never end', '`${`\n'.repeat(100_000), 'typescript'],
    ['comments that never end', '/*\n'.repeat(200_000), 'typescript'],
    ['nested comments', '/*'.repeat(300_000), 'rust'],
    ['regular expressions that never end', '(/['.repeat(200_000), 'javascript'],
    ['elements that never end', '(<a>{'.repeat(100_000), 'typescriptreact'],
    ['attributes that never end', '=<a b=\n'.repeat(60_000), 'typescriptreact'],
    ['generics', '=<T>(x)\n'.repeat(60_000), 'typescriptreact'],
    ['tags that never end', '<a "\n<script '.repeat(60_000), 'html'],
    ['comments of markup that never end', '<!-- <script>'.repeat(60_000), 'html'],
    ['here-documents without an end', 'cat <<A <<B\n'.repeat(60_000), 'shellscript'],
    ['expansions that never end', '"${a:-"$(b '.repeat(60_000), 'shellscript'],
    ['quotes of choice that never end', 'q{ %w[ s{ '.repeat(60_000), 'perl'],
    ['percent literals that never end', 'a %w[ %q{\n'.repeat(60_000), 'ruby'],
    ['sigils that never end', '~r/ ~w( \n'.repeat(60_000), 'elixir'],
    ['dollar quotes', '$a$ $b$ $$ \n'.repeat(60_000), 'sql'],
    ['block scalars', 'a: |\n'.repeat(100_000), 'yaml'],
    ['bars on one line', '| > '.repeat(200_000), 'yaml'],
    ['formatted strings', 'f"{f\'{'.repeat(100_000), 'python'],
    ['raw strings', 'R"a(b R"c(d '.repeat(60_000), 'cpp'],
    ['code in and out', '<?php /* ?> <? '.repeat(60_000), 'php'],
    ['tasks', '- [ ] a\n> '.repeat(60_000), 'markdown'],
    ['backticks', '` <!-- ```'.repeat(60_000), 'markdown'],
    ['tags on one line', 'TODO '.repeat(200_000), 'typescript'],
    ['comments on one line', '/*TODO*/'.repeat(100_000), 'typescript'],
    ['decoration on one line', `//${'*'.repeat(500_000)} `, 'typescript'],
    ['blanks', `//${' '.repeat(500_000)}`, 'typescript'],
    ['a long text', `// TODO: ${'a - '.repeat(200_000)}`, 'typescript'],
    ['escapes', '"\\'.repeat(300_000), 'c'],
    ['slashes at the start of lines', 'a\n/ b\n'.repeat(60_000), 'javascript'],
  ];
  for (const [what, text, id] of hostile) {
    test(`hostile text takes no long time: ${what}`, () => {
      const start = process.cpuUsage().user;
      scanWithMentions(`${text}\n// TODO: a\n# TODO: b`, languages.byId(id));
      const seconds = (process.cpuUsage().user - start) / 1e6;
      // Honest files of this size take milliseconds; what is not linear takes minutes.
      assert.ok(seconds < 5, `${seconds} s`);
    });
  }
});
