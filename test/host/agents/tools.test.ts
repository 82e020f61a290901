import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { AgentTools } from '../../../src/features/agents/agentTools';
import { toolNames } from '../../../src/features/agents/agentToolsLoader';
import { microWins } from '../support/microWins';

/** Has VS Code run a tool, as an agent would; gives its text. */
async function use(name: string, input: object): Promise<string> {
  const result = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return result.content
    .map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
    .join('');
}

suite('Tools for agents', () => {
  test('are there, each with a schema', async () => {
    await microWins();
    for (const name of toolNames) {
      const tool = vscode.lm.tools.find(other => other.name === name);
      assert.ok(tool?.inputSchema, `${name} is missing`);
      assert.ok(tool.description.length > 50);
    }
  });

  test('a task is broken down, its steps ticked, and the wins are labelled', async () => {
    const api = await microWins();
    const made = JSON.parse(
      await use('microwins_breakDownTask', { title: 'Agent task', steps: ['First', 'Second'] }),
    );
    const task = api.getTasks().find(({ id }) => id === made.task);
    assert.deepEqual(
      task?.steps.map(step => step.title),
      ['First', 'Second'],
    );
    assert.match(await use('microwins_tickStep', { task: made.task, step: made.steps[0].id }), /Second/);
    assert.match(await use('microwins_tickStep', { task: 'Agent task', step: 'second' }), /finished/);
    assert.match(await use('microwins_tickStep', { task: 'Agent task', step: 'second' }), /ticked before/);
    const wins = (await api.getWins({ kind: 'step' })).filter(win => win.source.taskId === made.task);
    assert.equal(wins.length, 2);
    for (const win of wins) {
      assert.equal(win.withAgent, true);
      assert.match(win.why, /agent/);
    }
  });

  test('a logged win is labelled', async () => {
    const api = await microWins();
    await use('microwins_logWin', { title: 'Answered a question' });
    const win = (await api.getWins({ kind: 'manual' })).find(({ title }) => title === 'Answered a question');
    assert.equal(win?.withAgent, true);
    assert.match(win?.why ?? '', /agent/);
  });

  test('progress is read without changing anything', async () => {
    const api = await microWins();
    const before = api.getProgress();
    const read = JSON.parse(await use('microwins_progress', {}));
    assert.equal(read.today.wins, before.today.wins);
    assert.equal(read.totalWins, before.total);
    const task = read.tasks.find((other: { title: string }) => other.title === 'Agent task');
    assert.deepEqual(
      task.steps.map((step: { done: boolean }) => step.done),
      [true, true],
    );
    assert.deepEqual(api.getProgress(), before);
  });

  test('wrong input is refused with a reason and changes nothing', async () => {
    const api = await microWins();
    const before = [api.getTasks(), api.getProgress().total];
    const refused: [name: string, input: object, reason: RegExp][] = [
      ['microwins_breakDownTask', { title: ' ', steps: ['a'] }, /"title" must not be empty/],
      ['microwins_breakDownTask', { title: 'a', steps: [] }, /at least one step/],
      ['microwins_breakDownTask', { title: 'a', steps: [1] }, /must be a text/],
      ['microwins_breakDownTask', { title: 'a', steps: new Array(101).fill('x') }, /100 steps/],
      ['microwins_tickStep', { task: 'Nowhere', step: 'x' }, /There is no task "Nowhere"/],
      ['microwins_tickStep', { task: 'Agent task', step: 'x' }, /There is no step "x"/],
      ['microwins_logWin', {}, /title/],
    ];
    for (const [name, input, reason] of refused) await assert.rejects(use(name, input), reason);
    assert.deepEqual([api.getTasks(), api.getProgress().total], before);
  });

  test('what changes something is asked about first, its words as text', () => {
    const task = { id: 't', title: 'T', createdAt: 0, steps: [{ id: 's', title: '[x](command:quit)' }] };
    const parts = { ledger: { tasks: [task] } } as unknown as ConstructorParameters<typeof AgentTools>[0];
    const tools = new AgentTools(parts);
    assert.equal(tools.prepare('microwins_progress', {}).confirmationMessages, undefined);
    const asked = [
      tools.prepare('microwins_breakDownTask', { title: '<b>', steps: ['[x](command:quit)'] }),
      tools.prepare('microwins_tickStep', { task: 't', step: 's' }),
      tools.prepare('microwins_logWin', { title: '[x](command:quit)' }),
    ];
    for (const { confirmationMessages } of asked) {
      const message = confirmationMessages?.message;
      assert.ok(message instanceof vscode.MarkdownString && !message.isTrusted && !message.supportHtml);
      assert.doesNotMatch(message.value, /\[x\]\(/);
    }
    assert.equal(tools.prepare('microwins_logWin', { title: '' }).confirmationMessages, undefined);
  });
});
