import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import * as vscode from 'vscode';
import { save } from '../support/editing';
import { eventually } from '../support/eventually';
import { commit, git } from '../support/git';
import { isGuarded, noted } from '../support/guard';
import { microWins, winTitled } from '../support/microWins';
import { openTerminal, runInTerminal } from '../support/terminal';
import { workspaceFolder } from '../support/workspace';

/** `host:port`; a pipe has a path. */
const overNetwork = /:\d+$/;

const onGuard = isGuarded ? test : () => undefined;

suite('No network', () => {
  onGuard('a connection of this process would be noted', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await eventually('the server listens', () => server.listening);
    const { port } = server.address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    await eventually('it is connected', () => socket.readyState === 'open');
    const connections = (): number => noted().filter(({ detail }) => detail.endsWith(`:${port}`)).length;
    assert.equal(connections(), 1);
    socket.destroy();
    server.close();
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
    assert.ok(connections() > 1, 'fetch would not be noted');
  });

  test('a day with the extension opens no socket', async () => {
    const before = noted().length;
    const api = await microWins();
    await commit(workspaceFolder(), 'Made offline');
    await winTitled(api, 'Made offline');
    await git(workspaceFolder(), 'remote', 'add', 'origin', 'https://192.0.2.1/none.git');
    await writeFile(path.join(workspaceFolder(), 'made-offline.ts'), '// TODO: stay offline\n');
    await git(workspaceFolder(), 'add', '--all');
    await git(workspaceFolder(), 'commit', '--quiet', '-m', 'With a TODO');
    await save('made-offline.ts', 'export {};\n');
    await winTitled(api, 'stay offline');
    const terminal = await openTerminal();
    await runInTerminal(terminal, 'node --test');
    terminal.dispose();
    await vscode.commands.executeCommand('microwins.openPanel');
    await vscode.commands.executeCommand('microwins.rescan');
    await api.recordWin({ title: 'By hand' });
    const all = noted();
    const ours = all.filter(({ ours }) => ours);
    assert.ok(!isGuarded || ours.length > 0, 'nothing of ours was noted');
    const opened = all.filter(({ what, detail }) => what !== 'spawn' && overNetwork.test(detail));
    const own = opened.filter(({ detail }) => !detail.startsWith('127.0.0.1:'));
    assert.deepEqual(own, [], `of ${all.length - before} noted`);
    assert.deepEqual(
      ours.filter(({ what }) => what !== 'spawn'),
      [],
    );
  });

  onGuard('git is all that it starts, and never to fetch', () => {
    const started = noted().flatMap(({ what, ours, detail }) => (what === 'spawn' && ours ? [detail] : []));
    const [programs, rest] = [
      started.map(line => path.parse(line.split(' ')[0] ?? '').name),
      started.join('\n'),
    ];
    // On a Mac it tells whether there is a git.
    const others = programs.filter(name => process.platform !== 'darwin' || name !== 'xcode-select');
    assert.deepEqual([...new Set(others)], ['git']);
    assert.doesNotMatch(rest, / (fetch|pull|push|clone|ls-remote|remote update|submodule update)\b/);
  });
});
