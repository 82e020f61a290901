import { strict as assert } from 'node:assert';
import { type Answer, askPages, back, done, type Page } from '../../../src/views/ask';

suite('Questions asked in turn', () => {
  const asked: string[] = [];
  const page = (name: string, ...answers: Answer<Page | typeof done>[]): Page => {
    return async canGoBack => {
      asked.push(`${name}${canGoBack ? ' or back' : ''}`);
      return answers.shift();
    };
  };

  setup(() => {
    asked.length = 0;
  });

  test('go back to the one before, by the way that led to them', async () => {
    const last = page('last', back, done);
    const first = page('first', page('middle', last, last));
    assert.equal(await askPages(first), true);
    assert.deepEqual(asked, ['first', 'middle or back', 'last or back', 'middle or back', 'last or back']);
  });

  test('are over when the user leaves', async () => {
    assert.equal(await askPages(page('first', page('second', undefined))), false);
    assert.deepEqual(asked, ['first', 'second or back']);
  });
});
