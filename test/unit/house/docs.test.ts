import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

  test('SECURITY.md names tests that exist, in the file that it links', () => {
    // Tests are named in italics behind their file: [`settings.test.ts`](…): *its name*; *another*
    const claims = [
      ...readFileSync('SECURITY.md', 'utf8').matchAll(/\]\(([^)]+\.test\.ts)\): (\*[^[|\n]*\*)/g),
    ];
    const named = claims.flatMap(([, file = '', list = '']) =>
      [...list.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => ({ file, name })),
    );
    assert.ok(named.length > 40, `only ${named.length} tests are named`);
    const lacking = named.filter(({ file, name }) => {
      const text = readFileSync(file, 'utf8');
      return !text.includes(name.replaceAll("'", "\\'")) && !text.includes(name);
    });
    assert.deepEqual(lacking, []);
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
