import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { closedTodos, type FileChange } from '../../../../src/detect/todos/closing';
import { scanWithMentions } from '../../../../src/detect/todos/scanner';
import { openTask, type Todo, tickedTask, todoKey } from '../../../../src/detect/todos/todo';
import { builtInLanguages } from './fixtures';

const languages = builtInLanguages();

/** The change of one file from one text to another; undefined where there is no file. */
function change(
  path: string | [before: string, after: string],
  before: string | undefined,
  after: string | undefined,
  excluded = false,
): FileChange {
  const [pathBefore, pathAfter] = typeof path === 'string' ? [path, path] : path;
  const scan = (at: string, text: string | undefined): Todo[] =>
    text === undefined ? [] : scanWithMentions(text, languages.byPath(at));
  return {
    ...(before !== undefined && { pathBefore }),
    ...(after !== undefined && { pathAfter }),
    before: scan(pathBefore, before),
    after: scan(pathAfter, after),
    deleted: after === undefined,
    excluded,
  };
}

function closed(...files: FileChange[]): string[] {
  return closedTodos(files).map(({ path, todo, how }) => `${path} ${todo.tag} ${todo.text} ${how}`);
}

suite('TODOs: closing', () => {
  test('a removed TODO is closed', () => {
    assert.deepEqual(closed(change('a.ts', '// TODO: handle null\nf();', 'f();')), [
      'a.ts TODO handle null removed',
    ]);
  });

  test('a ticked Markdown task is closed', () => {
    assert.deepEqual(closed(change('a.md', '- [ ] write docs\n', '- [x] write docs\n')), [
      'a.md [ ] write docs ticked',
    ]);
  });

  test('a task that is ticked and reworded, or ticked and moved, is closed', () => {
    assert.equal(closed(change('a.md', '- [ ] write docs', '- [x] write the docs')).length, 1);
    assert.equal(
      closed(change('a.md', '- [ ] write docs', ''), change('done.md', undefined, '- [x] write docs')).length,
      1,
    );
  });

  test('a task that merely disappears was dropped: none', () => {
    assert.deepEqual(closed(change('a.md', '- [ ] write docs\n- [ ] b', '- [ ] b')), []);
  });

  test('a task written ticked, or ticked before: none', () => {
    assert.deepEqual(closed(change('a.md', '', '- [x] write docs')), []);
    assert.deepEqual(closed(change('a.md', '- [x] write docs\n- [ ] write docs', '- [x] write docs')), []);
    assert.deepEqual(closed(change('a.md', '- [x] write docs', '- [ ] write docs')), []);
  });

  test('one ticked of two similar tasks is one, the other stays open', () => {
    const before = '- [ ] write unit tests\n- [ ] write host tests';
    const after = '- [x] write unit tests\n- [ ] write host tests';
    assert.deepEqual(closed(change('a.md', before, after)), ['a.md [ ] write unit tests ticked']);
  });

  test('a TODO comment does not count as ticked, whatever task is', () => {
    const files = [
      change('a.ts', '// TODO: handle null', '// TODO: handle null values'),
      change('a.md', '- [ ] handle null', '- [x] handle null'),
    ];
    assert.deepEqual(closed(...files), ['a.md [ ] handle null ticked']);
  });

  test('moved within the file: none', () => {
    assert.deepEqual(
      closed(change('a.ts', '// TODO: handle null\nf();', 'f();\n\n  // TODO: handle null')),
      [],
    );
  });

  test('moved to another file: none', () => {
    assert.deepEqual(
      closed(change('a.ts', '// TODO: handle null', ''), change('b.py', 'x = 1', '# TODO: handle null')),
      [],
    );
    assert.deepEqual(
      closed(change('a.ts', '// TODO: handle null', ''), change('TODO.md', undefined, '- [ ] handle null')),
      [],
    );
    assert.deepEqual(
      closed(
        change('a.ts', '// TODO: handle null', ''),
        change('vendor/b.ts', undefined, '// TODO: handle null', true),
      ),
      [],
    );
  });

  test('moved to a file in a language that is not known: none', () => {
    const files = [
      change('builtin.c', '{jv_index, "index", 2}, // TODO: optimize', ''),
      change('builtin.jq', undefined, 'def index($i): indices($i) | .[0]; # TODO: optimize'),
    ];
    assert.deepEqual(closed(...files), []);
  });

  test('still there, but no longer at the start of a comment: none', () => {
    const moves: [path: string, before: string, after: string][] = [
      ['a.sh', '# TODO: abort if it is full', '# More TODO: abort if it is full'],
      ['a.ts', 'f(); // TODO: retry', '// f(); // TODO: retry'],
      ['a.php', '// TODO look into it', '/** @TODO look into it */'],
      ['a.py', '# TODO: retry', `'''\nTODO: retry\n'''`],
    ];
    for (const move of moves) assert.deepEqual(closed(change(...move)), [], move[2]);
  });

  test('a mention that was there before hides no closing, and is none', () => {
    const mentioned = change('notes.txt', 'TODO: retry', 'Read me.\nTODO: retry');
    assert.equal(closed(change('a.ts', '// TODO: retry', ''), mentioned).length, 1);
    assert.deepEqual(closed(change('notes.txt', 'TODO: retry', '')), []);
    assert.equal(closed(change('a.ts', '// TODO\nf();', 'f();\nlog("TODO");')).length, 1);
  });

  test('with a renamed file: none; closed in a renamed file: one, under its old path', () => {
    assert.deepEqual(
      closed(change(['a.ts', 'b.ts'], '// TODO: a\n// TODO: b', '// TODO: a\n// TODO: b')),
      [],
    );
    assert.deepEqual(
      closed(change(['a.ts', 'b.ts'], '// TODO: handle null\n// TODO: write docs', '// TODO: write docs')),
      ['a.ts TODO handle null removed'],
    );
  });

  test('reworded or re-tagged: none', () => {
    assert.deepEqual(closed(change('a.ts', '// FIXME: handle null', '// TODO: handle null')), []);
    assert.deepEqual(
      closed(change('a.ts', '// TODO: handle the empty case', '// TODO(ana): handle empty input')),
      [],
    );
    assert.deepEqual(closed(change('a.ts', '// TODO', '// TODO: handle null')), []);
    assert.deepEqual(
      closed(change('a.ts', '// TODO: handle null', ''), change('b.ts', '', '// FIXME: handle a null')),
      [],
    );
  });

  test('reworded beyond likeness on its line: none; elsewhere: one', () => {
    const before = '// TODO: handle contains_call_expression\nf();';
    assert.deepEqual(closed(change('a.js', before, '// TODO: handle has_call\nf();')), []);
    assert.equal(closed(change('a.js', before, `f();${'\n'.repeat(9)}// TODO: handle has_call`)).length, 1);
  });

  test('a bare TODO is another one when it stands far from the one that is gone', () => {
    const gone = '// TODO gen attributes AST nodes\n';
    const bare = (lines: number) => `f();${'\n'.repeat(lines)}// TODO`;
    assert.equal(closed(change('a.ts', `${gone}f();`, bare(30))).length, 1);
    assert.deepEqual(closed(change('a.ts', `${gone}f();`, bare(3))), []);
  });

  test('a TODO of signs only is bare', () => {
    const before = '# TODO.\n# - playbook: a.yml\n\n# TODO.\n# - playbook: b.yml\n';
    const after = before.replace('TODO.', 'TODO: Not easy to test in CI at this time.');
    assert.deepEqual(closed(change('.travis.yml', before, after)), []);
  });

  test('two TODOs that wait for issues of one tracker are not alike', () => {
    const issues = 'https://youtrack.jetbrains.com/issue';
    const files = [
      change('a.kt', `// TODO remove if ${issues}/KT-20641 provides a better solution`, ''),
      change('b.kt', '', `// TODO enable when ${issues}/KT-26497 is resolved`),
    ];
    assert.equal(closed(...files).length, 1);
  });

  test('closed while another one is written: one', () => {
    assert.equal(closed(change('a.ts', '// TODO: handle null', '// TODO: translate the title')).length, 1);
  });

  test('one identical TODO of several removed: one', () => {
    const lines = (count: number) => '// TODO: handle null\nf();\n'.repeat(count);
    assert.equal(closed(change('a.ts', lines(3), lines(2))).length, 1);
    assert.equal(closed(change('a.ts', lines(3), '')).length, 3);
  });

  test('deleted, generated, vendored or excluded file: none', () => {
    assert.deepEqual(closed(change('a.ts', '// TODO: handle null', undefined)), []);
    assert.deepEqual(closed(change('a.ts', '// TODO: handle null', '', true)), []);
  });

  test('a deleted file’s TODO does not hide that another one was closed', () => {
    const files = [
      change('old.ts', '// TODO: test the parser', undefined),
      change('new.ts', undefined, '// TODO: test the parser'),
      change('c.ts', '// TODO: test the lexer', ''),
    ];
    assert.deepEqual(closed(...files), ['c.ts TODO test the lexer removed']);
  });

  test('written and removed between two commits: none', () => {
    assert.deepEqual(closed(change('a.ts', 'f();', 'f();')), []);
  });

  test('the same closing has the same key on save, in its commit and in a squash', () => {
    const keys = (...files: FileChange[]) => closedTodos(files).map(({ key }) => key);
    const text = (...lines: string[]) => lines.map(line => `// TODO: ${line}`).join('\n');
    const first = keys(change('a.ts', text('x', 'x', 'y'), text('x', 'y')));
    const second = keys(change('a.ts', text('x', 'y'), text('y')));
    const squash = keys(change('a.ts', text('x', 'x', 'y'), text('y')));
    assert.notDeepEqual(first, second);
    assert.deepEqual([...first, ...second].sort(), [...squash].sort());
    assert.deepEqual(first, keys(change('a.ts', `\n\n${text('x', 'x')}`, text('x', 'new'))));
  });

  test('a key knows path and text, not tag, line, ref, case or punctuation', () => {
    const todo = { tag: 'TODO', text: 'Handle null.', line: 3, ref: '1' };
    assert.equal(todoKey('a.ts', todo), todoKey('a.ts', { tag: 'FIXME', text: 'handle  null', line: 9 }));
    assert.notEqual(todoKey('a.ts', todo), todoKey('b.ts', todo));
    assert.notEqual(todoKey('a.ts', todo), todoKey('a.ts', { ...todo, text: 'handle nil' }));
  });
});

suite('TODOs: closing, whatever happens', () => {
  const words = ['parser', 'retry', 'null', 'docs', 'cache', 'tests', 'colour', 'socket', 'index', 'undo'];
  const todo = fc.record({
    tag: fc.constantFrom('TODO', 'FIXME', 'HACK', openTask),
    text: fc.array(fc.constantFrom(...words), { minLength: 0, maxLength: 4 }).map(list => list.join(' ')),
    line: fc.nat(500),
  });
  const paths = ['a.ts', 'b.ts', 'c.md', 'd/e.py'];
  /** Todos spread over files. */
  const placed = fc.array(fc.record({ path: fc.constantFrom(...paths), todo }), { maxLength: 20 });

  type Placed = { path: string; todo: Todo };

  function files(before: readonly Placed[], after: readonly Placed[]): FileChange[] {
    return paths.map(path => ({
      pathBefore: path,
      pathAfter: path,
      before: before.filter(item => item.path === path).map(item => item.todo),
      after: after.filter(item => item.path === path).map(item => item.todo),
      deleted: false,
      excluded: false,
    }));
  }

  test('moving, re-tagging and renaming is never a win', () => {
    const moved = placed.chain(before =>
      fc.record({
        before: fc.constant(before),
        after: fc
          .tuple(
            fc.shuffledSubarray(before, { minLength: before.length }),
            fc.array(
              fc.record({
                path: fc.constantFrom(...paths),
                line: fc.nat(500),
                tag: fc.constantFrom('TODO', 'BUG'),
              }),
              { minLength: before.length, maxLength: before.length },
            ),
          )
          .map(([items, places]) =>
            items.map((item, i) => ({
              path: places[i]?.path ?? item.path,
              todo: { ...item.todo, line: places[i]?.line ?? 0, tag: places[i]?.tag ?? item.todo.tag },
            })),
          ),
      }),
    );
    fc.assert(
      fc.property(moved, ({ before, after }) => {
        assert.deepEqual(closedTodos(files(before, after)), []);
      }),
    );
  });

  test('removing some closes exactly those, when no other one is written', () => {
    const distinct = fc.uniqueArray(fc.constantFrom(...words), { maxLength: words.length });
    fc.assert(
      fc.property(distinct, fc.nat(words.length), (list, kept) => {
        const all = list.map((text, line): Placed => ({ path: 'a.ts', todo: { tag: 'TODO', text, line } }));
        const wins = closedTodos(files(all, all.slice(kept)));
        assert.deepEqual(
          wins.map(win => win.todo.text),
          list.slice(0, kept),
        );
      }),
    );
  });

  test('never more wins than TODOs less, none twice, and the same each time', () => {
    fc.assert(
      fc.property(placed, placed, (before, after) => {
        const wins = closedTodos(files(before, after));
        assert.ok(wins.length <= before.length);
        assert.equal(new Set(wins.map(win => win.key)).size, wins.length);
        assert.deepEqual(wins, closedTodos(files(before, after)));
        const removed = wins.filter(win => win.how === 'removed').length;
        const comments = before.filter(item => item.todo.tag !== openTask).length;
        assert.ok(removed <= comments);
        assert.ok(
          before.length - after.length <= removed + before.filter(item => item.todo.tag === openTask).length,
        );
      }),
    );
  });

  test('each tick is at most one win', () => {
    const tick = (item: Placed): Placed => ({ ...item, todo: { ...item.todo, tag: tickedTask } });
    fc.assert(
      fc.property(placed, fc.nat(20), (items, count) => {
        const tasks = items.map(item => ({ ...item, todo: { ...item.todo, tag: openTask } }));
        const after = tasks.map((item, i) => (i < count ? tick(item) : item));
        const wins = closedTodos(files(tasks, after));
        assert.equal(wins.length, Math.min(count, tasks.length));
        assert.deepEqual(closedTodos(files(after, tasks)), []);
      }),
    );
  });

  test('a change of very many TODOs is no problem', () => {
    const many = (word: string) =>
      Array.from(
        { length: 2000 },
        (_, i): Placed => ({ path: 'a.ts', todo: { tag: 'TODO', text: `${word} ${i * 7919}`, line: i } }),
      );
    assert.ok(closedTodos(files(many('alpha'), many('omega'))).length <= 2000);
  });
});
