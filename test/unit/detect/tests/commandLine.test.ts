import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tidy } from '../../../../src/detect/paths';
import { splitLine } from '../../../../src/detect/tests/commandLine';
import { changeFolder } from '../../../../src/detect/tests/folder';
import { recogniseRun } from '../../../../src/detect/tests/recognise';
import { type Shell, shellOf } from '../../../../src/detect/tests/shell';

const shells: readonly Shell[] = ['posix', 'fish', 'powershell', 'cmd'];

suite('A shell line, split', () => {
  test('the shell is known by its name or path', () => {
    assert.equal(shellOf('/usr/bin/fish', false), 'fish');
    assert.equal(shellOf('C:\\Program Files\\PowerShell\\7\\pwsh.exe', true), 'powershell');
    assert.equal(shellOf('C:\\WINDOWS\\System32\\cmd.exe', true), 'cmd');
    assert.equal(shellOf('zsh', false), 'posix');
    assert.equal(shellOf('gitbash', true), 'posix');
    assert.equal(shellOf(undefined, true), 'powershell');
    assert.equal(shellOf(undefined, false), 'posix');
  });

  test('variables, globs and quotes stay words', () => {
    const [part] = splitLine(`jest "a b" 'c d' $X \${Y:-z} *.ts a\\ b "it's" pre"mid"post`, 'posix') ?? [];
    assert.deepEqual(part?.pipeline, [
      ['jest', 'a b', 'c d', '$X', `\${Y:-z}`, '*.ts', 'a b', "it's", 'premidpost'],
    ]);
  });

  test('redirections belong to no command', () => {
    for (const line of [
      'a 2>&1 b',
      'a >x b',
      'a > x 2>> y b',
      'a &>x b',
      'a <x b',
      'a 2>/dev/null b',
      'a >| x b',
    ])
      assert.deepEqual(splitLine(line, 'posix')?.[0]?.pipeline, [['a', 'b']], line);
  });

  test('operators tell how parts follow each other', () => {
    const parts = splitLine('a; b && c || d | e & f', 'posix') ?? [];
    assert.deepEqual(
      parts.map(part => [part.joint, part.pipeline.map(words => words.join(' ')).join('|'), part.background]),
      [
        [';', 'a', false],
        [';', 'b', false],
        ['&&', 'c', false],
        ['||', 'd|e', true],
        [';', 'f', false],
      ],
    );
  });

  test('what can’t be followed is undefined', () => {
    const lines = [
      '(a) | b',
      '(a) b',
      '()',
      '{ a; }',
      'if a; then b; fi',
      'a "b',
      "a 'b",
      'a <<E',
      'a &&',
      '&& a',
      '| a',
      'a | ',
      'a $(b',
      `\${}`,
    ];
    for (const line of lines) assert.equal(splitLine(line, 'posix'), undefined, line);
  });

  test('folders are joined without the shell', () => {
    assert.equal(changeFolder('a/b', '../c'), 'a/c');
    assert.equal(changeFolder('', 'web'), 'web');
    assert.equal(changeFolder('a', '..'), '');
    assert.equal(changeFolder('/a', '../../b'), '/b');
    assert.equal(changeFolder('C:\\a', 'b\\c'), 'c:/a/b/c');
    assert.equal(changeFolder('a', undefined), '~');
    assert.equal(changeFolder('a', '$X/y'), '$X/y');
    assert.equal(tidy('./a//b/./'), 'a/b');
  });
});

suite('Whatever the line', () => {
  const piece = fc.constantFrom(
    ...'npm test|jest|cd x|true|echo done|&&|;|\\||\\|\\||&|(|)|{|}|!|>|2>&1|log|"|\'|$(|`|#|--watch|--help|CI=1|\n|if|then|exit 1|tee'.split(
      /(?<!\\)\|/,
    ),
    '|',
    '||',
  );
  const lines = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 12 })
    .map(pieces => pieces.join(' '));

  test('nothing makes it throw, and blanks around change nothing', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...shells), (line, shell) => {
        const context = { shell, cwd: '', extraPatterns: [] };
        assert.deepEqual(recogniseRun(`  ${line}  `, context), recogniseRun(line, context));
      }),
      { numRuns: 2000 },
    );
  });

  test('parentheses around it change nothing', () => {
    fc.assert(
      fc.property(lines, line => {
        // They must be a pair of their own, and the line may not swallow the second.
        fc.pre(!/[()#'"\\`]/.test(line));
        const context = { shell: 'posix', cwd: '', extraPatterns: [] } as const;
        assert.equal(recogniseRun(`(${line})`, context)?.suite, recogniseRun(line, context)?.suite);
      }),
      { numRuns: 2000 },
    );
  });

  test('what hides the exit status makes any line no run', () => {
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('| tee log', '|| true', '; echo done', '&', '; true', '| cat'),
        (line, tail) => {
          // `a && b | tee` still says that `a` passed.
          fc.pre(!tail.startsWith('| ') || !line.includes('&&'));
          // A line that ends in a comment, a quote or an escape swallows the tail.
          fc.pre(!/[#'"\\`]/.test(line));
          assert.equal(
            recogniseRun(`${line} ${tail}`, { shell: 'posix', cwd: '', extraPatterns: [] }),
            undefined,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
