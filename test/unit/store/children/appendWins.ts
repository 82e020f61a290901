import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Journal } from '../../../../src/store/journal';
import { Project } from '../../../../src/store/project';
import { won } from '../support';

/**
 * Records 500 wins one by one, then reads on until it knows of 1,000, and prints what it counts.
 * Arguments: storage folder, a prefix for the ids. Begins when its input ends, so that two can begin together.
 */
async function main(storage = '', prefix = ''): Promise<void> {
  const project = new Project('p', new Journal(storage, 'p'), undefined);
  await project.open();
  writeSync(1, 'opened\n');
  for await (const _ of process.stdin) void _;
  for (let count = 0; count < 500; count++) {
    const day = `2026-11-${String(1 + (count % 28)).padStart(2, '0')}`;
    await project.append([won(`${prefix}-${count}`, { at: 1_763_500_000_000 + count, day })]);
  }
  const total = (): number => [...project.days.values()].reduce((sum, [commits]) => sum + commits, 0);
  while (total() < 1000) {
    await setTimeout(5);
    await project.catchUp();
  }
  const days = [...project.days].sort(([one], [other]) => (one < other ? -1 : 1));
  writeSync(1, `${JSON.stringify({ days, recent: project.recent })}\n`);
}

void main(...process.argv.slice(2));
