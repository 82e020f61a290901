import { benchBackfill, benchProcesses } from './commits';
import { benchLedger } from './ledger';
import { benchPanel } from './panel';
import { benchTodoScan } from './todoScan';

/** Prints every benchmark's numbers; nothing is asserted here. */
async function main(): Promise<void> {
  await benchBackfill();
  await benchProcesses();
  console.log('');
  await benchTodoScan();
  console.log('');
  await benchLedger();
  benchPanel();
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
