import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  maxCommitFiles,
  planReads,
  type RawChange,
  RawLogParser,
  rawLogArguments,
} from '../../../../src/detect/todos/diff';

const sha = (digit: string) => digit.repeat(40);
const none = sha('0');

/** As git 2.39 and 2.51 write it with `rawLogArguments(['%H', '%s'])`. */
const output = [
  `\x01${sha('a')}\0two\0`,
  `\n:100644 100644 ${sha('1')} ${sha('2')} R087\0old name\0:100644 new\0`,
  `:000000 100644 ${none} ${sha('3')} A\0c :d\n\0`,
  `\x01${sha('b')}\0:100644 100644 ${sha('1')} ${sha('2')} M\0`,
  `\x01${sha('c')}\0\x01subject\0`,
  `\n:100755 000000 ${sha('4')} ${none} D\0gone\0`,
  `:100644 100755 ${'5'.repeat(64)} ${'6'.repeat(64)} M\0x\0`,
].join('');

const commits = [
  {
    fields: [sha('a'), 'two'],
    changes: [
      {
        oldMode: '100644',
        newMode: '100644',
        oldSha: sha('1'),
        newSha: sha('2'),
        status: 'R',
        oldPath: 'old name',
        newPath: ':100644 new',
        score: 87,
      },
      {
        oldMode: '000000',
        newMode: '100644',
        oldSha: none,
        newSha: sha('3'),
        status: 'A',
        oldPath: 'c :d\n',
        newPath: 'c :d\n',
      },
    ],
  },
  { fields: [sha('b'), `:100644 100644 ${sha('1')} ${sha('2')} M`], changes: [] },
  {
    fields: [sha('c'), '\x01subject'],
    changes: [
      {
        oldMode: '100755',
        newMode: '000000',
        oldSha: sha('4'),
        newSha: none,
        status: 'D',
        oldPath: 'gone',
        newPath: 'gone',
      },
      {
        oldMode: '100644',
        newMode: '100755',
        oldSha: '5'.repeat(64),
        newSha: '6'.repeat(64),
        status: 'M',
        oldPath: 'x',
        newPath: 'x',
      },
    ],
  },
];

suite('TODOs: reading git log', () => {
  test('the format names its fields', () => {
    assert.equal(rawLogArguments(['%H', '%s']).at(-1), '--format=%x01%H%x00%s');
  });

  test('changes, renames and hostile subjects and paths are read as they are', () => {
    const parser = new RawLogParser(2);
    assert.deepEqual([...parser.push(output), ...parser.end()], commits);
  });

  test('in whatever pieces it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(output.length), { maxLength: 20 }), cuts => {
        const parser = new RawLogParser(2);
        const ends = [...cuts, output.length].sort((a, b) => a - b);
        let from = 0;
        const read = ends.flatMap(end => {
          const piece = output.slice(from, end);
          from = end;
          return parser.push(piece);
        });
        assert.deepEqual([...read, ...parser.end()], commits);
      }),
    );
  });

  test('what git was stopped in the middle of is left out', () => {
    const parser = new RawLogParser(2);
    const cut = `\x01${sha('a')}\0one\0\n:100644 100644 ${sha('1')} ${sha('2')} M\0`;
    assert.deepEqual([...parser.push(cut), ...parser.end()], []);
    const empty = new RawLogParser(2);
    assert.deepEqual([...empty.push(''), ...empty.end()], []);
  });
});

suite('TODOs: what to read of a commit', () => {
  const change = (status: RawChange['status'], path: string, more: Partial<RawChange> = {}): RawChange => ({
    oldMode: '100644',
    newMode: status === 'D' ? '000000' : '100644',
    oldSha: sha('1'),
    newSha: sha('2'),
    status,
    oldPath: path,
    newPath: path,
    ...more,
  });
  const roleOf = (path: string) => {
    if (path.startsWith('vendor/')) return 'excluded' as const;
    return path.endsWith('.ts') ? ('counts' as const) : ('none' as const);
  };

  test('both versions of changed files, and added ones apart', () => {
    const plan = planReads(
      [
        change('M', 'a.ts'),
        change('R', 'b.ts', { oldPath: 'old.ts' }),
        change('A', 'c.ts'),
        change('C', 'd.ts'),
        change('M', 'vendor/e.ts'),
      ],
      roleOf,
    );
    assert.deepEqual(plan, {
      changed: [
        { pathBefore: 'a.ts', pathAfter: 'a.ts', shaBefore: sha('1'), shaAfter: sha('2') },
        { pathBefore: 'old.ts', pathAfter: 'b.ts', shaBefore: sha('1'), shaAfter: sha('2') },
      ],
      targets: [
        { pathAfter: 'c.ts', shaAfter: sha('2') },
        { pathAfter: 'd.ts', shaAfter: sha('2') },
        { pathBefore: 'vendor/e.ts', pathAfter: 'vendor/e.ts', shaBefore: sha('1'), shaAfter: sha('2') },
      ],
      plain: [],
    });
  });

  test('some files in no known language, which may mention what is gone', () => {
    const notes = Array.from({ length: 30 }, (_, i) => change('A', `${i}.txt`));
    const { changed, targets, plain } = planReads([change('M', 'a.ts'), ...notes], roleOf);
    assert.deepEqual([changed.length, targets.length, plain.length], [1, 0, 20]);
  });

  test('nothing of deleted, unchanged and special files', () => {
    const plan = planReads(
      [
        change('D', 'a.ts'),
        change('R', 'b.ts', { oldPath: 'old.ts', newSha: sha('1') }),
        change('M', 'module.ts', { oldMode: '160000', newMode: '160000' }),
        change('T', 'link.ts', { newMode: '120000' }),
        change('M', 'd.ts', { newSha: sha('1'), newMode: '100755' }),
      ],
      roleOf,
    );
    assert.deepEqual(plan, { changed: [], targets: [], plain: [] });
  });

  test('a commit over many files is skipped, with a reason', () => {
    const many = Array.from({ length: maxCommitFiles + 1 }, (_, i) => change('M', `${i}.ts`));
    assert.match(planReads(many, roleOf).skipped ?? '', /501 files/);
    assert.equal(planReads(many.slice(1), roleOf).skipped, undefined);
    assert.equal(planReads(many.slice(1), roleOf).changed.length, maxCommitFiles);
  });
});
