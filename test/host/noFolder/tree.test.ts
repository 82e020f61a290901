import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { dayOf, localOffset } from '../../../src/core/day';
import type { TreeNode } from '../../../src/core/treeModel';
import type { FromPanel } from '../../../src/protocol';
import type { Checklists } from '../../../src/store/checklists';
import type { Ledger } from '../../../src/store/ledger';
import { TreeProvider } from '../../../src/views/tree';
import { type TreeCommand, treeActions } from '../../../src/views/treeCommands';
import { eventually } from '../support/eventually';
import { microWins } from '../support/microWins';
import { type OwnLedger, openOwnLedger } from '../support/ownLedger';

const now = Date.now();
const today = dayOf(now, localOffset(now), 0);

/** The tree over a ledger of its own, as the extension has it over the user's. */
class House {
  readonly ledger: Ledger;
  readonly checklists: Checklists;
  readonly tree: TreeProvider;

  constructor(private readonly own: OwnLedger) {
    this.ledger = own.ledger;
    this.checklists = own.checklists;
    this.tree = new TreeProvider({
      source: () => ({
        locale: 'en',
        today,
        dayOf: at => dayOf(at, localOffset(at), 0),
        goal: 3,
        tasks: own.ledger.tasks,
        wins: own.ledger.recent,
      }),
      handle: message => this.handle(message),
      log: own.log,
    });
  }

  /** All lines, as VS Code asks for them. */
  lines(below?: TreeNode): TreeNode[] {
    return this.tree.getChildren(below).flatMap(node => [node, ...this.lines(node)]);
  }

  line(label: string): TreeNode {
    const found = this.lines().find(node => node.label === label);
    assert.ok(found, `the tree has no line "${label}"`);
    return found;
  }

  steps(): (string | undefined)[] {
    return this.lines()
      .filter(({ step }) => step)
      .map(({ label }) => label);
  }

  async run(command: TreeCommand, label: string): Promise<void> {
    await treeActions({
      checklists: this.checklists,
      log: this.own.log,
      handle: message => this.handle(message),
      undo: this.own.undo,
      selected: () => undefined,
    })[command](this.line(label));
  }

  async drag(label: string, target: string | undefined): Promise<void> {
    const data = new vscode.DataTransfer();
    this.tree.handleDrag([this.line(label)], data);
    await this.tree.handleDrop(target === undefined ? undefined : this.line(target), data);
  }

  async close(): Promise<void> {
    this.tree.dispose();
    await this.own.close();
  }

  private async handle(message: FromPanel): Promise<void> {
    if (message.type === 'moveStep')
      await this.checklists.moveStep(message.task, message.step, message.before);
    if (message.type === 'tickStep') await this.checklists.tickStep(message.task, message.step, message.done);
    if (message.type === 'stepForToday') {
      await this.checklists.setStepFor(message.task, message.step, message.today ? today : undefined);
    }
  }
}

suite('The Explorer view', () => {
  let house: House;

  setup(async () => {
    house = new House(await openOwnLedger());
    await house.checklists.addTask('Streaming parser', ['one', 'two', 'three']);
  });

  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await house.close();
  });

  test('has a native checkbox for each step, ticked when it is done', async () => {
    const { task = '', step = '' } = house.line('two');
    await house.checklists.tickStep(task, step, true);
    const boxes = house.lines().map(node => house.tree.getTreeItem(node).checkboxState);
    const states = boxes.map(box => (typeof box === 'object' ? box.state : box));
    assert.deepEqual(
      states.filter(state => state !== undefined),
      [0, 1, 0],
    );
    assert.equal(house.line('Streaming parser').description, '1 of 3');
    assert.equal(house.lines().filter(({ win }) => win).length, 1);
  });

  test('gives lines ids that last, and words as words', async () => {
    const hostile = '$(flame) [run](command:workbench.action.quit) <b>bold</b>';
    await house.checklists.addTask(hostile, ['x']);
    const before = house.lines().map(node => house.tree.getTreeItem(node).id);
    house.tree.refresh();
    assert.deepEqual(
      house.lines().map(node => house.tree.getTreeItem(node).id),
      before,
    );
    for (const node of house.lines()) {
      const item = house.tree.getTreeItem(node);
      assert.equal(typeof item.tooltip, 'string');
      assert.equal(typeof item.label, 'string');
      assert.ok(item.accessibilityInformation?.label);
    }
  });

  test('keeps what it unfolded when the order of tasks changes', async () => {
    const state = (label: string): unknown => house.tree.getTreeItem(house.line(label)).collapsibleState;
    assert.equal(state('Streaming parser'), vscode.TreeItemCollapsibleState.Expanded);
    await house.checklists.addTask('Another', ['x']);
    assert.equal(state('Streaming parser'), vscode.TreeItemCollapsibleState.Expanded);
  });

  test('a step is dragged to another one’s place, and to the end', async () => {
    await house.drag('three', 'one');
    assert.deepEqual(house.steps(), ['three', 'one', 'two']);
    await house.drag('three', 'Streaming parser');
    assert.deepEqual(house.steps(), ['one', 'two', 'three']);
    await house.drag('one', 'two');
    assert.deepEqual(house.steps(), ['two', 'one', 'three']);
  });

  test('a step dropped elsewhere stays where it is', async () => {
    await house.checklists.addTask('Another', ['other']);
    await house.drag('three', 'other');
    await house.drag('three', 'Tasks');
    await house.drag('three', undefined);
    await house.drag('Streaming parser', 'other');
    assert.deepEqual(house.steps().sort(), ['one', 'other', 'three', 'two']);
    assert.deepEqual(house.ledger.tasks.map(({ steps }) => steps.length).sort(), [1, 3]);
  });

  test('a step moves up and down by command', async () => {
    await house.run('microwins.tree.moveUp', 'two');
    assert.deepEqual(house.steps(), ['two', 'one', 'three']);
    await house.run('microwins.tree.moveUp', 'two');
    await house.run('microwins.tree.moveDown', 'one');
    assert.deepEqual(house.steps(), ['two', 'three', 'one']);
  });

  test('a step is ticked and unticked by command', async () => {
    await house.run('microwins.tree.toggleStep', 'two');
    assert.equal(house.line('two').checked, true);
    await house.run('microwins.tree.toggleStep', 'two');
    assert.equal(house.line('two').checked, false);
    await house.run('microwins.tree.tick', 'two');
    await house.run('microwins.tree.tick', 'two');
    assert.equal(house.line('two').checked, true);
    await house.run('microwins.tree.untick', 'two');
    assert.equal(house.line('two').checked, false);
  });

  test('a step is committed to for today, and no longer', async () => {
    await house.run('microwins.tree.commitToToday', 'two');
    assert.equal(house.line('two').description, 'today');
    await house.run('microwins.tree.notToday', 'two');
    assert.equal(house.line('two').description, undefined);
  });

  test('a deleted step is back in its place after Undo', async () => {
    await house.run('microwins.tree.remove', 'two');
    assert.deepEqual(house.steps(), ['one', 'three']);
    await undo(() => house.steps().length === 3);
    assert.deepEqual(house.steps(), ['one', 'two', 'three']);
  });

  test('a deleted task is back after Undo', async () => {
    await house.run('microwins.tree.remove', 'Streaming parser');
    assert.deepEqual(house.tree.getChildren(), []);
    await undo(() => house.steps().length === 3);
    assert.equal(house.line('Streaming parser').description, '0 of 3');
  });
});

suite('The Explorer view’s commands', () => {
  test('are registered, and do nothing without a line', async () => {
    await microWins();
    const manifest = vscode.extensions.getExtension('microwins.microwins')?.packageJSON as {
      contributes: { commands: { command: string }[]; menus: { commandPalette: { command: string }[] } };
    };
    const own = manifest.contributes.commands
      .map(({ command }) => command)
      .filter(command => command.startsWith('microwins.tree.'));
    const hidden = manifest.contributes.menus.commandPalette.map(({ command }) => command);
    await eventually('they are registered', async () => {
      const known = new Set(await vscode.commands.getCommands(true));
      return own.every(command => known.has(command));
    });
    for (const command of own) {
      assert.ok(hidden.includes(command), `${command} needs a line, so the palette must not offer it`);
      await vscode.commands.executeCommand(command);
      await vscode.commands.executeCommand(command, { task: 'gone', step: 7, win: 'gone', next: null });
    }
  });

  test('the view can be focused', async () => {
    await vscode.commands.executeCommand('microwins.tree.focus');
  });
});

suite('The setting microwins.celebrations', () => {
  test('is quiet unless the user says otherwise', () => {
    assert.equal(vscode.workspace.getConfiguration('microwins').get('celebrations'), 'quiet');
  });
});

async function undo(happened: () => boolean): Promise<void> {
  await eventually('Undo brings it back', async () => {
    if (happened()) return true;
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    return happened();
  });
}
