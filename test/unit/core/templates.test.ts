import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { createTask, maxSteps } from '../../../src/core/tasks';
import {
  builtInTemplates,
  fitTemplate,
  newTemplates,
  type Template,
  templateOf,
  withTemplate,
} from '../../../src/core/templates';
import { readTemplates, readTemplatesText, templatesText } from '../../../src/store/templateText';

let serial = 0;
const newId = (): string => `id${++serial}`;
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
const anyTemplate = fc
  .tuple(text, fc.array(text, { minLength: 1, maxLength: 10 }))
  .map(([title, steps]) => fitTemplate(title, steps))
  .filter((fit): fit is Template => typeof fit === 'object');

suite('Templates', () => {
  test('template to task to template loses nothing', () => {
    fc.assert(
      fc.property(anyTemplate, template => {
        const task = createTask(template.title, template.steps, 1000, newId, 'src/secret.ts:3');
        assert.deepEqual(templateOf(task), template);
      }),
    );
  });

  test('export and import lose nothing, and hold titles and steps only', () => {
    fc.assert(
      fc.property(fc.array(anyTemplate, { maxLength: 5 }), templates => {
        const exported = templatesText(templates);
        assert.deepEqual(readTemplatesText(exported), { templates, faults: [] });
        const file = JSON.parse(exported) as { templates: object[] };
        assert.deepEqual(Object.keys(file), ['microWins', 'version', 'templates']);
        for (const template of file.templates) assert.deepEqual(Object.keys(template), ['title', 'steps']);
      }),
    );
  });

  test('nothing of a task but its words is in a template', () => {
    const task = createTask(
      'Parser',
      [{ title: 'a', done: true }, { title: 'b' }],
      1234,
      newId,
      'src/a.ts:3',
    );
    assert.deepEqual(templateOf(task), { title: 'Parser', steps: ['a', 'b'] });
  });

  test('the built-in ones fit, and are different', () => {
    const templates = builtInTemplates();
    for (const { title, steps } of templates) assert.deepEqual(fitTemplate(title, steps), { title, steps });
    assert.equal(new Set(templates.map(({ title }) => title)).size, 6);
  });

  test('bad ones are named and left out, good ones stay', () => {
    const { templates, faults } = readTemplates([
      { title: 'Good', steps: ['a'] },
      'nonsense',
      { title: ' ', steps: ['a'] },
      { title: 'No steps', steps: [] },
      { title: 'Endless', steps: new Array(maxSteps + 1).fill('a') },
      { title: 'Numbers', steps: [1] },
    ]);
    assert.deepEqual(templates, [{ title: 'Good', steps: ['a'] }]);
    assert.deepEqual(faults, [
      'Template 2 needs a “title” and “steps”, a list of texts.',
      'The title of template 3 is empty.',
      'Template 4 has no step, or an empty one.',
      'Template 5 has too many steps.',
      'Template 6 needs a “title” and “steps”, a list of texts.',
    ]);
    assert.deepEqual(readTemplates(undefined), { templates: [], faults: [] });
    assert.equal(readTemplates({ title: 'x' }).faults.length, 1);
  });

  test('hostile words are made safe', () => {
    const { templates } = readTemplates([{ title: 'a\u202eb', steps: ['c\u0000d\ne'] }]);
    assert.deepEqual(templates, [{ title: 'a\\u202eb', steps: ['c\\u0000d e'] }]);
  });

  test('a file that is none is refused with a reason', () => {
    assert.deepEqual(readTemplatesText('{').faults, ['The file is not JSON.']);
    assert.deepEqual(readTemplatesText('{"a":1}').faults, ['The file holds no Micro Wins templates.']);
    assert.deepEqual(readTemplatesText('[{"title":"A","steps":["b"]}]').templates, [
      { title: 'A', steps: ['b'] },
    ]);
  });

  test('a template takes the place of one with its title; importing twice adds nothing', () => {
    const [one, other] = [
      { title: 'A', steps: ['x'] },
      { title: 'A', steps: ['y'] },
    ];
    assert.deepEqual(withTemplate([one], other), [other]);
    assert.deepEqual(newTemplates([one], [one, other, other]), [other]);
  });
});
