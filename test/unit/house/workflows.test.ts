import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join('.github', 'workflows');
const workflows = readdirSync(folder).map(name => ({
  name,
  text: readFileSync(path.join(folder, name), 'utf8'),
}));

suite('The workflows', () => {
  test('run only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const { name, text } of workflows) {
      const used = [...text.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, script = '']) => script);
      assert.deepEqual(
        used.filter(script => !['ci', 'start'].includes(script) && !Object.hasOwn(scripts, script)),
        [],
        name,
      );
    }
  });

  test('CI runs the same commands on three systems', () => {
    const ci = workflows.find(({ name }) => name === 'ci.yml')?.text ?? '';
    for (const system of ['ubuntu', 'macos', 'windows']) assert.match(ci, new RegExp(`os: ${system}-latest`));
    assert.match(ci, /run: \.ci\/run\n/);
    // Windows' own shell would go on after a command that failed.
    assert.match(ci, /^ {4}defaults:\n {6}run:\n {8}shell: bash$/m);
    assert.doesNotMatch(ci, /^ +(?:- )?shell: (?!bash$)/m);
  });

  test('get no more rights than they need, and keep no credentials in the clone', () => {
    for (const { name, text } of workflows) {
      assert.match(text, /^permissions:\n {2}contents: read$/m, name);
      const clones = text.match(/actions\/checkout@/g)?.length;
      assert.equal(text.match(/persist-credentials: false/g)?.length, clones, name);
      assert.doesNotMatch(text, /pull_request_target|\$\{\{ *github\.(event|head_ref)/, name);
    }
  });

  test('publishing is off unless a repository turns it on', () => {
    const publish = workflows.find(({ name }) => name === 'publish.yml')?.text ?? '';
    assert.match(publish, /^ {2}package:\n {4}if: vars\.PUBLISH == 'true'$/m);
    assert.match(publish, /^ {2}publish:\n {4}needs: package$/m);
  });
});
