import { writeSync } from 'node:fs';
import { Journal } from '../../../../src/store/journal';
import { Project } from '../../../../src/store/project';
import { won } from '../support';

/**
 * Records wins until it is killed, a few at a time, and prints the id of each as soon as it may be shown.
 * Arguments: storage folder, a prefix for the ids.
 */
async function main(storage = '', prefix = ''): Promise<void> {
  const project = new Project('p', new Journal(storage, 'p'), undefined);
  await project.open();
  writeSync(1, 'opened\n');
  for (let batch = 0; ; batch++) {
    // Now and then a scan's worth of wins, so that a kill can fall into the middle of a write.
    const size = batch % 8 === 7 ? 100 : 1 + (batch % 3);
    const ids = Array.from({ length: size }, (_, index) => `${prefix}-${batch}-${index}`);
    await project.append(ids.map(id => won(id, { title: id.repeat(3) })));
    writeSync(1, `${ids.join('\n')}\n`);
  }
}

void main(...process.argv.slice(2));
