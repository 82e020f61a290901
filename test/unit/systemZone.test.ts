import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { localOffset } from '../../src/core/day';
import { followSystemZone } from '../../src/systemZone';

suite('The time zone of the system', () => {
  const at = Date.UTC(2024, 0, 15);
  const { TZ } = process.env;

  setup(() => {
    delete process.env.TZ;
  });
  teardown(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  test('is followed when it is another one than this process began with', async () => {
    const here = localOffset(at);
    const other = here === 9 * 60 ? 'Europe/Berlin' : 'Asia/Tokyo';
    process.env.TZ = other;
    const there = localOffset(at);
    assert.notEqual(there, here);
    // Another thread takes the variable away; this one does not notice, as with a change of the system's zone.
    await once(new Worker('delete process.env.TZ', { eval: true, env: SHARE_ENV }), 'exit');
    assert.equal(process.env.TZ, undefined);
    assert.equal(localOffset(at), there);

    followSystemZone();
    assert.equal(localOffset(at), here);
  });

  test('gives way to the one that the user set', () => {
    process.env.TZ = 'Asia/Tokyo';
    followSystemZone();
    assert.equal(process.env.TZ, 'Asia/Tokyo');
    assert.equal(localOffset(at), 9 * 60);
  });
});
