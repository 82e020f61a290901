import { strict as assert } from 'node:assert';
import type { MicroWinsApi } from '../../../src/api';
import { winTitled } from './microWins';

/** Whatever is off in a window, hand-logged wins work there: what every state of the workspace must show. */
export async function logsAWin(api: MicroWinsApi, title: string): Promise<void> {
  const before = api.getProgress().total;
  const recorded = await api.recordWin({ title, source: 'a test' });
  const win = await winTitled(api, title);
  assert.equal(win.id, recorded.id);
  assert.equal(win.kind, 'manual');
  assert.equal(api.getProgress().total, before + 1);
}
