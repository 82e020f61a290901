import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { defaultTags, scanTodos } from '../../../../src/detect/todos/scanner';
import { builtInLanguages, type Sample, samples } from './fixtures';

const languages = builtInLanguages();
const corpus = samples();

function languageOf({ path, text, language }: Sample) {
  const found = languages.byPath(path, text.split('\n', 1)[0]);
  assert.ok(found, `${path} (${language}) has a language`);
  return found;
}

suite('TODOs: corpus', () => {
  test('holds more than 40 languages', () => {
    assert.ok(new Set(corpus.map(sample => sample.language)).size > 40);
  });

  for (const sample of corpus) {
    const name = `${sample.language}/${sample.path.slice(4)}`;
    if (sample.language === 'data') {
      test(`${name} is data and has none`, () => {
        assert.equal(languages.byPath(sample.path), undefined);
      });
      continue;
    }

    test(`${name}`, () => {
      const language = languageOf(sample);
      assert.equal(language.id, sample.language);
      assert.deepEqual(scanTodos(sample.text, language, defaultTags), sample.expected);
    });

    test(`${name} with CRLF, and without a last end of line`, () => {
      const language = languageOf(sample);
      assert.deepEqual(scanTodos(sample.text.replaceAll('\n', '\r\n'), language), sample.expected);
      assert.deepEqual(scanTodos(sample.text.replace(/\n$/, ''), language), sample.expected);
    });

    test(`${name} with invalid UTF-8 in strings and comments`, () => {
      const language = languageOf(sample);
      const broken = sample.text.replaceAll(' no', ' n\uFFFDo');
      // Where the text of a TODO itself changed, only its place has to stay.
      const places = ({ tag, line }: { tag: string; line: number }) => `${line} ${tag}`;
      assert.deepEqual(scanTodos(broken, language).map(places), sample.expected.map(places));
    });

    test(`${name} cut off anywhere`, () => {
      const language = languageOf(sample);
      for (let end = 0; end < sample.text.length; end += 7) {
        const todos = scanTodos(sample.text.slice(0, end), language);
        assert.ok(todos.length <= sample.text.length);
      }
    });
  }

  test('reading only some lines finds what reading all lines finds, in programs broken in any way', () => {
    const programs = corpus.filter(({ language }) => !['data', 'markdown', 'html', 'vue'].includes(language));
    const signs = [
      '"',
      "'",
      '`',
      '/*',
      '*/',
      '//',
      '{',
      '}',
      '${',
      '\\',
      '\n',
      '#',
      '(',
      ')',
      '<',
      '-->',
      '|',
    ];
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(30),
      sign: fc.constantFrom(...signs),
    });
    fc.assert(
      fc.property(fc.constantFrom(...programs), fc.array(edit, { maxLength: 4 }), (sample, edits) => {
        let text = sample.text;
        for (const { at, remove, sign } of edits) {
          const index = Math.floor(at * text.length);
          text = text.slice(0, index) + sign + text.slice(index + remove);
        }
        const language = languageOf(sample);
        const places = [...text.matchAll(/TODO|FIXME|HACK|BUG|XXX/g)].map(match => match.index);
        const inComment = (asked: readonly number[]): number[] => {
          const held = new Set<number>();
          language.lex(text, asked, (start, end) => {
            for (const place of places) if (place >= start && place < end) held.add(place);
          });
          return [...held].sort((a, b) => a - b);
        };
        const last = places.at(-1) ?? 0;
        const everyLine = [...text.slice(0, last).matchAll(/\n/g)].map(match => match.index);
        const all = [...new Set([...everyLine, ...places])].sort((a, b) => a - b);
        assert.deepEqual(inComment(places), inComment(all));
      }),
      { numRuns: 500 },
    );
  });
});
