import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { connectBrowser, session } from './support/session';
import { Workbench } from './support/workbench';

suite('from a task to its steps', () => {
  let browser: Browser;
  let workbench: Workbench;

  suiteSetup(async () => {
    browser = await connectBrowser();
    workbench = await Workbench.open(browser, session().folders.tasks);
  });

  teardown(async function () {
    await workbench.keepEvidence(this.currentTest);
  });

  suiteTeardown(async () => {
    await workbench?.close();
    await browser?.close();
  });

  test('a task is broken down from the command palette', async () => {
    await workbench.breakDown('Streaming parser');
    await workbench.typeStep('Sketch the grammar');
    await workbench.typeStep('Write the failing test');
    await workbench.finishSteps();
    await workbench.runCommand('Micro Wins: Open Progress Panel');
    await workbench.panel.sectionShows('Tasks', 'Streaming parser');
    await workbench.panel.step('Sketch the grammar').waitFor();
    await workbench.panel.step('Write the failing test').waitFor();
  });

  test('pasted lines become a step each', async () => {
    const steps = ['Write the notes', 'Tag the version', 'Tell the team'];
    await workbench.breakDown('Release');
    await workbench.pasteSteps(steps);
    await workbench.finishSteps();
    for (const step of steps) await workbench.panel.step(step).waitFor();
  });

  test('a ticked step is a win', async () => {
    await workbench.panel.step('Sketch the grammar').click();
    await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar');
    assert.equal(await workbench.panel.step('Sketch the grammar').isChecked(), true);
    await workbench.statusShows(/\b1\/3\b/);
  });

  test('task, tick and win are there after a reload, once each', async () => {
    await workbench.reload();
    await workbench.panel.ready();
    await workbench.panel.sectionShows('Tasks', 'Streaming parser');
    await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar');
    assert.equal(await workbench.panel.step('Sketch the grammar').isChecked(), true);
    assert.equal(await workbench.panel.step('Write the failing test').isChecked(), false);
  });

  test('unticking a step takes its win back', async () => {
    await workbench.panel.step('Sketch the grammar').click();
    await workbench.statusShows(/\b0\/3\b/);
    await workbench.panel.sectionShows('Recent wins', 'Sketch the grammar', 0);
  });

  test('the panel breaks no rule of its Content Security Policy and logs no error', () => {
    workbench.assertNoTrouble();
  });
});
