import { strict as assert } from 'node:assert';
import { once } from '../../src/once';

suite('Once', () => {
  test('all who ask get the same, and what failed is made again', async () => {
    let made = 0;
    const load = once(async () => {
      made++;
      if (made === 1) throw new Error('no bundle');
      return { made };
    });
    await assert.rejects(Promise.all([load(), load()]), /no bundle/);
    const [one, other] = await Promise.all([load(), load()]);
    assert.equal(one, other);
    assert.equal(await load(), one);
    assert.equal(made, 2);
  });
});
