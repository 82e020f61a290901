import { strict as assert } from 'node:assert';
import { plainMessage } from '../../../src/views/plainMessage';

suite('Notifications', () => {
  test('a title with a command link in it stays text', () => {
    const text = plainMessage('Taken back: [fix](command:workbench.action.quit "x") and [a](https://x.y)');
    assert.doesNotMatch(text, /\]\(/);
    assert.equal(text, 'Taken back: [fix] (command:workbench.action.quit "x") and [a] (https://x.y)');
  });
});
