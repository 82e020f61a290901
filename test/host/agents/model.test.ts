import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Config } from '../../../src/config';
import { availableModel, propose } from '../../../src/views/breakDown/proposing';
import { eventually } from '../support/eventually';
import { type Fixture, fixture } from '../tests/support/fixture';

suite('Steps that a language model proposes', () => {
  const config = new Config();
  const log = vscode.window.createOutputChannel('Micro Wins tests', { log: true });
  const input = { title: 'Streaming parser', steps: ['Sketch'], selected: 'the selected line' };
  let model: Fixture['model'];
  let chat: vscode.LanguageModelChat;

  suiteTeardown(() => {
    config.dispose();
    log.dispose();
  });

  /** Asks the model; gives what arrived with each call, and the trouble. */
  const ask = async (
    token = new vscode.CancellationTokenSource().token,
    onSteps: () => void = () => undefined,
  ): Promise<{ arrived: string[][]; trouble: string | undefined }> => {
    const arrived: string[][] = [];
    const trouble = await propose(
      chat,
      input,
      titles => {
        arrived.push([...titles]);
        onSteps();
      },
      token,
    );
    return { arrived, trouble };
  };

  test('there are none without a model', async () => {
    assert.equal(await availableModel(config.settings.ai, log), undefined);
    ({ model } = await fixture());
    assert.equal(await availableModel(config.settings.ai, log), undefined);
  });

  test('with a model they are offered, unless the setting says no', async () => {
    model.offer(true);
    chat = await eventually('a model is offered', () => availableModel(config.settings.ai, log));
    assert.equal(chat.vendor, 'microwins-fixture');
    const settings = vscode.workspace.getConfiguration('microwins');
    // The user's alone: a workspace can't set it.
    await settings.update('ai.enabled', false, vscode.ConfigurationTarget.Global);
    assert.equal(await availableModel(config.settings.ai, log), undefined);
    await settings.update('ai.enabled', undefined, vscode.ConfigurationTarget.Global);
    assert.deepEqual(model.asked, [], 'nothing is sent before the user asks for it');
  });

  test('arrive one after the other, and the prompt holds the task and the selection only', async () => {
    model.answer = async say => {
      for (const part of ['- Write the', ' test\n- Run', ' it\n- Ship it']) say(part);
    };
    const { arrived, trouble } = await ask();
    assert.equal(trouble, undefined);
    assert.deepEqual(arrived.at(-1), ['Write the test', 'Run it', 'Ship it']);
    const data = JSON.parse(model.asked.at(-1)?.split('\n').at(-1) ?? '');
    assert.deepEqual(data, { task: 'Streaming parser', steps: ['Sketch'], selected: 'the selected line' });
  });

  test('that had arrived before the model broke off stay, and half a line is none', async () => {
    let shown = (): void => undefined;
    const whenShown = new Promise<void>(resolve => {
      shown = resolve;
    });
    model.answer = async say => {
      say('- Write the test\n- Run it\n- Sh');
      // What breaks off at once gives nothing: VS Code drops what nobody has read yet.
      await whenShown;
      throw new Error('The connection broke');
    };
    const { arrived, trouble } = await ask(undefined, () => shown());
    assert.deepEqual(arrived.at(-1), ['Write the test', 'Run it']);
    assert.match(trouble ?? '', /stopped midway/);
  });

  test('are not there without consent or quota, and the user is told what to do', async () => {
    model.answer = async () => {
      throw vscode.LanguageModelError.NoPermissions('no');
    };
    assert.match((await ask()).trouble ?? '', /permission/);
    model.answer = async () => {
      throw vscode.LanguageModelError.Blocked('no');
    };
    assert.match((await ask()).trouble ?? '', /Try again later/);
    model.answer = async say => say('\n');
    assert.match((await ask()).trouble ?? '', /nothing new/);
  });

  test('stop when the user cancels', async () => {
    let cancelled = false;
    model.answer = async (say, token) => {
      say('- Write the test\n- R');
      await new Promise<void>(resolve => token.onCancellationRequested(() => resolve()));
      cancelled = true;
    };
    const source = new vscode.CancellationTokenSource();
    const { arrived, trouble } = await ask(source.token, () => source.cancel());
    assert.deepEqual(arrived, [['Write the test']]);
    assert.equal(trouble, undefined);
    await eventually('the model is told', () => cancelled);
  });

  test('end where an answer has no end', async () => {
    let stopped = false;
    model.answer = async (say, token) => {
      while (!token.isCancellationRequested) {
        say('- Again and again\n');
        await new Promise(resolve => setTimeout(resolve, 1));
      }
      stopped = true;
    };
    assert.equal((await ask()).arrived.at(-1)?.length, 12);
    await eventually('the model is stopped', () => stopped);
  });
});
