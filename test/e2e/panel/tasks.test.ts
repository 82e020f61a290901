import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { FedPanel } from '../support/fedPanel';
import { snapshot } from '../support/models';
import { connectBrowser } from '../support/session';
import { themeLooks } from '../support/themes';

const failing = 'Write the failing test for empty input';
const partial = 'Keep the partial frame between chunks';

for (const by of ['the mouse', 'the keyboard alone'] as const) {
  suite(`tasks in the panel by ${by}`, () => {
    const withKeys = by === 'the keyboard alone';
    let browser: Browser;
    let panel: FedPanel;

    suiteSetup(async () => {
      browser = await connectBrowser();
      panel = await FedPanel.open(browser, (await themeLooks()).dark, { width: 1280 });
    });

    setup(async () => {
      await panel.show(snapshot());
      await panel.said();
    });

    suiteTeardown(async () => {
      await panel?.assertNoTrouble();
      await browser?.close();
    });

    /** Presses a button: with the keyboard it is reached by Tab from the row's own control. */
    const press = async (name: string, from: string): Promise<void> => {
      const button = panel.button(name);
      if (!withKeys) {
        await panel.row(from).hover();
        await button.click();
        return;
      }
      await panel.control(from).focus();
      await panel.tabTo(button);
      await panel.page.keyboard.press('Enter');
    };

    test('a step is ticked', async () => {
      if (withKeys) await panel.step(failing).press('Space');
      else await panel.step(failing).click();
      assert.deepEqual(await panel.said(), [{ type: 'tickStep', task: 't1', step: 't1-2', done: true }]);
    });

    test('a tick that is not kept is taken back by the next snapshot', async () => {
      const step = panel.step(failing);
      if (withKeys) await step.press('Space');
      else await step.click();
      assert.equal(await step.isChecked(), true);
      await panel.show(snapshot());
      assert.equal(await step.isChecked(), false);
    });

    test('a step is committed to for today', async () => {
      await press(`Commit to today: ${failing}`, failing);
      assert.deepEqual(await panel.said(), [{ type: 'stepForToday', task: 't1', step: 't1-2', today: true }]);
    });

    test('a step is renamed in its place', async () => {
      if (withKeys) await panel.step(failing).press('F2');
      else await press(`Rename: ${failing}`, failing);
      const line = panel.section('Tasks').getByRole('textbox', { name: 'Rename step' });
      assert.equal(await line.inputValue(), failing);
      await panel.page.keyboard.type('Write two tests');
      // A snapshot that comes while somebody writes takes nothing away.
      await panel.show(snapshot({ total: 875 }));
      assert.equal(await line.inputValue(), 'Write two tests');
      await panel.page.keyboard.press('Enter');
      assert.deepEqual(await panel.said(), [
        { type: 'renameStep', task: 't1', step: 't1-2', title: 'Write two tests' },
      ]);
      assert.equal(await panel.focused(), 'step-t1-2');
    });

    test('Escape leaves a title as it was', async () => {
      await press(`Rename: ${failing}`, failing);
      await panel.page.keyboard.type('Something else');
      await panel.page.keyboard.press('Escape');
      assert.deepEqual(await panel.said(), []);
      assert.equal(await panel.step(failing).count(), 1);
    });

    test('a task is renamed in its place', async () => {
      const title = panel.button('Streaming parser');
      if (withKeys) await title.press('F2');
      else await title.dblclick();
      await panel.page.keyboard.type('Parser');
      await panel.page.keyboard.press('Enter');
      assert.deepEqual(await panel.said(), [{ type: 'renameTask', task: 't1', title: 'Parser' }]);
    });

    test('a step is removed, and the focus goes to its neighbour', async () => {
      if (withKeys) await panel.step(failing).press('Delete');
      else await press(`Remove: ${failing}`, failing);
      assert.deepEqual(await panel.said(), [{ type: 'removeStep', task: 't1', step: 't1-2' }]);
      assert.equal(await panel.focused(), 'step-t1-3');
    });

    test('a task is removed', async () => {
      if (withKeys) await panel.button('Tide table import').press('Delete');
      else await press('Remove: Tide table import', 'Tide table import');
      assert.deepEqual(await panel.said(), [{ type: 'removeTask', task: 't2' }]);
      assert.equal(await panel.focused(), 'break-down');
    });

    test('a step is moved, and keeps the focus', async () => {
      if (withKeys) {
        await panel.step(failing).press('Alt+ArrowDown');
        assert.deepEqual(await panel.said(), [
          { type: 'moveStep', task: 't1', step: 't1-2', before: 't1-4' },
        ]);
        await panel.step(failing).press('Alt+ArrowUp');
        assert.deepEqual(await panel.said(), [
          { type: 'moveStep', task: 't1', step: 't1-2', before: 't1-1' },
        ]);
      } else {
        await panel.dragStep(failing, 'Measure throughput on the 2 GB capture');
        assert.deepEqual(await panel.said(), [{ type: 'moveStep', task: 't1', step: 't1-2' }]);
      }
      const model = snapshot();
      const [first, ...others] = model.tasks;
      assert.ok(first);
      const moved = [...first.steps];
      moved.splice(4, 0, ...moved.splice(2, 1));
      await panel.show({ ...model, tasks: [{ ...first, steps: moved }, ...others] });
      assert.equal((await panel.steps())[4], failing);
      if (withKeys) assert.equal(await panel.focused(), 'step-t1-2');
    });

    test('steps are added one after the other', async () => {
      const add = panel.section('Tasks').getByRole('button', { name: 'Add a step' }).first();
      if (withKeys) await add.press('Enter');
      else await add.click();
      for (const title of ['Write the guide', 'Tag it']) {
        await panel.page.keyboard.type(title);
        await panel.page.keyboard.press('Enter');
        assert.deepEqual(await panel.said(), [{ type: 'addStep', task: 't1', title }]);
      }
      await panel.page.keyboard.press('Escape');
      assert.equal(await panel.focused(), 'add-t1');
    });

    test('an offer is taken, or refused', async () => {
      for (const [name, accept] of [
        ['Tick it', true],
        ['Not this one', false],
      ] as const) {
        await press(name, partial);
        assert.deepEqual(await panel.said(), [{ type: 'offer', task: 't1', step: 't1-3', accept }]);
      }
    });

    test('a task is folded and unfolded', async () => {
      for (const count of [5, 10]) {
        if (withKeys) await panel.button('Streaming parser').press('Enter');
        else await panel.button('Streaming parser').click();
        assert.equal((await panel.steps()).length, count);
      }
    });
  });
}
