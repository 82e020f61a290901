import { strict as assert } from 'node:assert';
import { inWindow } from './support/inWindow';
import { session } from './support/session';
import { themes } from './support/themes';
import type { Workbench } from './support/workbench';

const landmarks = ['Today', 'Streak', 'Momentum', 'Activity', 'Milestones', 'Tasks', 'Recent wins'];

suite('the looks of the panel', () => {
  let workbench: Workbench;

  inWindow(
    'demo',
    async opened => {
      workbench = opened;
      await workbench.breakDown('Finish the cache');
      await workbench.pasteSteps(['Load once for two readers', 'Sweep what is stale', 'Write the guide']);
      await workbench.finishSteps();
      await workbench.runCommand('Micro Wins: Open Progress Panel');
      await workbench.panel.ready();
      await workbench.panel.step('Load once for two readers').click();
      await workbench.panel.sectionShows('Recent wins', 'Load once for two readers');
    },
    { width: 1440, height: 900 },
  );

  test('every section is a landmark with its heading as name', async () => {
    for (const name of landmarks) await workbench.panel.section(name).waitFor();
  });

  for (const { name, label, className } of themes) {
    test(`in ${name}`, async () => {
      await workbench.useTheme(label);
      await workbench.panel.hasClass(className);
      await workbench.page.setViewportSize({ width: 1440, height: 900 });
      await workbench.page.screenshot({ path: `${session().screenshots}/window-${name}.png` });
      await workbench.toggleSideBar();
      for (const width of [1280, 480]) {
        await workbench.panel.picture(`panel-${name}-${width}`, width);
        assert.equal(await workbench.panel.overflow(), 0, `nothing scrolls sideways at ${width} px`);
        assert.deepEqual(await workbench.panel.findings(), []);
      }
      await workbench.toggleSideBar();
    });
  }

  test('nothing scrolls sideways at 320 px', async () => {
    await workbench.panel.picture('panel-hc-light-320', 320);
    assert.equal(await workbench.panel.overflow(), 0);
  });

  test('the panel breaks no rule of its Content Security Policy and logs no error', () => {
    workbench.assertNoTrouble();
  });
});
