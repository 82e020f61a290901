import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'bench/README.md'];

/** The targets of a page's links to files of the repository. */
function linked(page: string): string[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(it => !/^\w+:/.test(it));
}

suite('The documents', () => {
  test('the README’s tables are those of the manifest', () => {
    execFileSync(process.execPath, ['.ci/docs.mjs', '--check'], { stdio: ['ignore', 'ignore', 'pipe'] });
  });

  test('every link leads to a file', () => {
    const broken = pages.flatMap(page =>
      linked(page).filter(target => !existsSync(path.join(path.dirname(page), target))),
    );
    assert.deepEqual(broken, []);
  });

  test('SECURITY.md names tests that exist', () => {
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.test.ts'))
      .map(name => readFileSync(path.join('test', name), 'utf8'))
      .join('\n');
    // A test is named in italics behind its file: [`unit/house/settings`](…): *its name*; *another*
    const rows = readFileSync('SECURITY.md', 'utf8')
      .split('\n')
      .filter(line => line.includes('.test.ts'));
    const names = rows.flatMap(row => [...row.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name));
    assert.ok(names.length > 10, 'no tests are named');
    assert.deepEqual(
      names.filter(name => !tests.includes(name.replaceAll("'", "\\'")) && !tests.includes(name)),
      [],
    );
  });

  test('every script of package.json that a page names is one', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = pages.flatMap(page =>
      [...readFileSync(page, 'utf8').matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name),
    );
    assert.deepEqual(
      named.filter(name => !Object.hasOwn(scripts, name)),
      [],
    );
  });
});
