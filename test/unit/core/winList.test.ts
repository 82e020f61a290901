import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { byteLength, firstWithin } from '../../../src/core/size';
import { type Win, type WinKind, winKinds } from '../../../src/core/win';
import { holds, isPlain, mostListed, pageOf, type WinList } from '../../../src/core/winList';

const win = (index: number, change: Partial<Win> = {}): Win => ({
  id: `w${index}`,
  kind: winKinds[index % winKinds.length] as WinKind,
  at: 1_000_000 - index,
  day: '2026-11-18',
  title: `Win ${index}`,
  provisional: false,
  why: '',
  source: { branch: 'main' },
  ...change,
});
const wins = Array.from({ length: 1000 }, (_, index) => win(index));
const all: WinList = { kind: 'all', search: '', newer: 0, count: 30 };

suite('The list of wins', () => {
  test('begins with the newest', () => {
    const page = pageOf(wins, all);
    assert.equal(page.of, 1000);
    assert.deepEqual(page.wins, wins.slice(0, 30));
  });

  test('finds what is searched for in titles and sources, whatever the case', () => {
    assert.deepEqual(
      pageOf(wins, { ...all, search: ' wIn 999 ' }).wins.map(({ id }) => id),
      ['w999'],
    );
    assert.equal(pageOf(wins, { ...all, search: 'MAIN' }).of, 1000);
    assert.equal(pageOf(wins, { ...all, search: 'nowhere' }).of, 0);
    assert.ok(holds(win(1, { source: { command: 'npm test' } }), 'npm'));
  });

  test('holds one kind only where that is asked for', () => {
    const page = pageOf(wins, { ...all, kind: 'tests', count: 200 });
    assert.equal(page.of, 200);
    assert.ok(page.wins.every(({ kind }) => kind === 'tests'));
  });

  test('a page beyond the end is the last one', () => {
    const page = pageOf(wins, { ...all, newer: 5000, count: 30 });
    assert.equal(page.newer, 970);
    assert.equal(page.wins.at(-1)?.id, 'w999');
  });

  test('a day that is asked for is there whole: near the newest with all before it, else with a few around it', () => {
    const days = wins.map((each, index) => ({
      ...each,
      day: `2026-${String(10 + (Math.floor(index / 40) % 3))}-${String(28 - Math.floor(index / 120))}`,
    }));
    const listed = (day: string): { from: number; ids: number[] } => {
      const { wins: page, newer: from } = pageOf(days, { ...all, day });
      return { from, ids: page.flatMap((each, index) => (each.day === day ? [from + index] : [])) };
    };
    const run = (from: number): number[] => Array.from({ length: 40 }, (_, index) => from + index);
    assert.deepEqual(listed('2026-11-28'), { from: 0, ids: run(40) });
    assert.deepEqual(listed('2026-12-25'), { from: 430, ids: run(440) });
    assert.deepEqual(pageOf(days, { ...all, day: '2020-01-01' }).wins, pageOf(days, all).wins);
  });

  test('a page takes at most 56 KB, whatever wins hold, and is never empty', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 0, max: 3000 }),
        (title, length) => {
          const long = wins.map((each, index) => ({
            ...each,
            title: title.padEnd(200, '好'),
            why: 'w'.repeat(length),
            source: { command: `${index}`.repeat(length) },
          }));
          const page = pageOf(long, { ...all, count: mostListed });
          assert.ok(page.wins.length > 0);
          assert.ok(Buffer.byteLength(JSON.stringify(page.wins)) <= 57_000);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('names of files and commands are shown as safe text, and kept as they are', () => {
    const hostile = win(1, {
      source: { file: 'src/\u202egpj.ts', command: `npm\u0007 ${'x'.repeat(1000)}` },
    });
    const [shown] = pageOf([hostile], all).wins;
    assert.equal(shown?.source.file, 'src/\\u202egpj.ts');
    assert.match(shown?.source.command ?? '', /^npm\\u0007 x{300,}…$/);
    assert.equal(hostile.source.file, 'src/\u202egpj.ts');
  });

  test('pages follow each other without a gap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('all' as const, ...winKinds),
        (count, kind) => {
          const seen: string[] = [];
          for (let newer = 0; ; ) {
            const page = pageOf(wins, { kind, search: '', newer, count });
            if (newer >= page.of) break;
            seen.push(...page.wins.map(({ id }) => id));
            newer += page.wins.length;
          }
          const wanted = wins.filter(each => kind === 'all' || each.kind === kind).map(({ id }) => id);
          assert.deepEqual(seen, wanted);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('only the newest wins of all are no list of their own', () => {
    assert.ok(isPlain(all));
    assert.ok(!isPlain({ ...all, newer: 1 }));
    assert.ok(!isPlain({ ...all, kind: 'todo' }));
    assert.ok(!isPlain({ ...all, search: 'x' }));
  });
});

suite('How large something is', () => {
  test('a text’s bytes are those of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const whole = text.toWellFormed();
        assert.equal(byteLength(whole), Buffer.byteLength(whole));
      }),
    );
  });

  test('what fits is the beginning, and at least one', () => {
    assert.deepEqual(firstWithin(['aaa', 'bbb', 'ccc'], 12), ['aaa', 'bbb']);
    assert.deepEqual(firstWithin(['aaaaaaaa'], 1), ['aaaaaaaa']);
    assert.deepEqual(firstWithin(['aaaaaaaa'], 1, 0), []);
    assert.deepEqual(firstWithin([], 1), []);
  });
});
