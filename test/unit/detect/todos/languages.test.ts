import { strict as assert } from 'node:assert';
import { createLanguages, isDataFile } from '../../../../src/detect/todos/languages';
import { commentSyntaxOf, parseConfiguration } from '../../../../src/detect/todos/lex/commentSyntax';
import { scanTodos } from '../../../../src/detect/todos/scanner';
import { builtInLanguages } from './fixtures';

suite('TODOs: language configurations', () => {
  test('line and block comments are read in all their forms', () => {
    assert.deepEqual(commentSyntaxOf({ comments: { lineComment: '//', blockComment: ['/*', '*/'] } }), {
      line: ['//'],
      block: [['/*', '*/']],
      quotes: [],
    });
    assert.deepEqual(commentSyntaxOf({ comments: { lineComment: { comment: '#', noIndent: true } } })?.line, [
      '#',
    ]);
    assert.deepEqual(
      commentSyntaxOf({
        comments: { lineComment: ';' },
        autoClosingPairs: [['"', '"'], { open: "'", close: "'", notIn: ['string'] }, ['(', ')'], null, 7],
      })?.quotes,
      ['"', "'"],
    );
  });

  test('block comments that are none are left out', () => {
    assert.deepEqual(
      commentSyntaxOf({ comments: { lineComment: '#', blockComment: ['"""', '"""'] } })?.block,
      [],
    );
    assert.deepEqual(
      commentSyntaxOf({ comments: { lineComment: '#', blockComment: ['#', ' '] } })?.block,
      [],
    );
    assert.deepEqual(
      commentSyntaxOf({ comments: { lineComment: '', blockComment: ['<!--', '-->'] } })?.line,
      [],
    );
  });

  test('whatever an extension wrote does no harm', () => {
    for (const wrong of [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { comments: null },
      { comments: { lineComment: 7 } },
    ]) {
      assert.equal(commentSyntaxOf(wrong), undefined);
    }
    assert.equal(commentSyntaxOf({ comments: { lineComment: '', blockComment: ['/*'] } }), undefined);
    assert.equal(commentSyntaxOf({ comments: { lineComment: {}, blockComment: 'x' } }), undefined);
  });

  test('a configuration may have comments and trailing commas', () => {
    const text =
      '\uFEFF{ // a\n "comments": { "lineComment": "//", /* b */ "blockComment": ["/*", "*/",], }, // c\n}';
    assert.deepEqual(commentSyntaxOf(parseConfiguration(text)), {
      line: ['//'],
      block: [['/*', '*/']],
      quotes: [],
    });
    assert.equal(parseConfiguration('{ nonsense'), undefined);
  });
});

suite('TODOs: which language a file has', () => {
  const languages = builtInLanguages();

  test('by name, longest extension, pattern and first line', () => {
    assert.equal(languages.byPath('a/b/Dockerfile')?.id, 'dockerfile');
    assert.equal(languages.byPath('a/Makefile')?.id, 'makefile');
    assert.equal(languages.byPath('a/view.blade.php')?.id, 'php');
    assert.equal(languages.byPath('.env.local')?.id, 'dotenv');
    assert.equal(languages.byPath('bin/tool', '#!/usr/bin/env python3')?.id, 'python');
    assert.equal(languages.byPath('bin/tool', '#!/bin/bash')?.id, 'shellscript');
    assert.equal(languages.byPath('bin/tool'), undefined);
    assert.equal(languages.byPath('A.TS')?.id, 'typescript');
    assert.equal(languages.byPath('a.unknown'), undefined);
  });

  test('data files have none', () => {
    for (const path of [
      'package-lock.json',
      'a/yarn.lock',
      'x.min.js',
      'x.css.map',
      'i.svg',
      'a.csv',
      'go.sum',
    ]) {
      assert.equal(isDataFile(path), true, path);
      assert.equal(languages.byPath(path), undefined, path);
    }
    for (const path of ['a.json', 'a.diff', 'a.log', 'COMMIT_EDITMSG', 'notes.txt']) {
      assert.equal(languages.byPath(path), undefined, path);
    }
    assert.equal(isDataFile('block.ts'), false);
    assert.equal(languages.byPath('tsconfig.json')?.id, 'jsonc');
  });

  test('what an extension contributes goes before what is known without it', () => {
    assert.equal(languages.byPath('a.kt')?.id, 'kotlin');
    const contributed = createLanguages([
      { id: 'kotlin2', extensions: ['.kt'], configuration: '{"comments":{"lineComment":"#"}}' },
      { id: 'toml', configuration: '{"comments":{"lineComment":";;"}}' },
    ]);
    assert.equal(contributed.byPath('a.kt')?.id, 'kotlin2');
    const toml = contributed.byPath('a.toml');
    assert.ok(toml);
    assert.deepEqual(scanTodos('# TODO: a\n;; TODO: b', toml), [{ tag: 'TODO', text: 'b', line: 1 }]);
  });

  test('the last of two contributions wins, and files.associations go before all', () => {
    const configuration = '{"comments":{"lineComment":"#"}}';
    const two = [
      { id: 'a', extensions: ['.x'], configuration },
      { id: 'b', extensions: ['.x'], configuration },
      { id: 'c', configuration },
    ];
    assert.equal(createLanguages(two).byPath('f.x')?.id, 'b');
    const associated = createLanguages(two, { '*.x': 'c', 'conf/**/*.y': 'a', '**/z/*': 'b' });
    assert.equal(associated.byPath('d/f.x')?.id, 'c');
    assert.equal(associated.byPath('d/conf/e/f.y')?.id, 'a');
    assert.equal(associated.byPath('z/f')?.id, 'b');
  });

  test('broken contributions do no harm', () => {
    const broken = createLanguages([
      { id: 'a', extensions: ['.a'], configuration: 'nonsense' },
      { id: 'b', firstLine: '(', filenamePatterns: ['[', '{a'] },
    ]);
    assert.equal(broken.byPath('x.a'), undefined);
    assert.equal(broken.byPath('y', 'first'), undefined);
  });
});
