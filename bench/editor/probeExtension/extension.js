// Does in the extension host what the benchmarks and the soak test ask for: orders come as files into the folder
// that MICROWINS_ORDERS names, answers go beside them. It polls nothing, and so costs nothing while nobody asks.
const { readFileSync, renameSync, watch, writeFileSync } = require('node:fs');
const path = require('node:path');
const v8 = require('node:v8');
const vm = require('node:vm');
const vscode = require('vscode');

v8.setFlagsFromString('--expose-gc');
const collect = vm.runInNewContext('gc');

const acts = {
  /** Memory after a full collection (bytes), CPU time so far (µs), and what keeps the process busy. */
  figures: async () => {
    for (let round = 0; round < 3; round++) {
      collect();
      await new Promise(done => setTimeout(done, 50));
    }
    const { heapUsed, heapTotal, external, rss } = process.memoryUsage();
    const handles = {};
    for (const name of process.getActiveResourcesInfo()) handles[name] = (handles[name] ?? 0) + 1;
    const listeners = {};
    for (const name of process.eventNames()) listeners[String(name)] = process.listenerCount(name);
    return {
      pid: process.pid,
      heapUsed,
      heapTotal,
      external,
      rss,
      cpu: process.cpuUsage(),
      handles,
      listeners,
    };
  },
  /** As a user who types and saves; anew when the file was changed on disk just then, which VS Code refuses to overwrite. */
  save: async ({ file, text }) => {
    for (let round = 0; round < 20; round++) {
      const document = await vscode.workspace.openTextDocument(file);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
      await vscode.workspace.applyEdit(edit);
      if ((await document.save()) && readFileSync(file, 'utf8') === text) return true;
      await vscode.window.showTextDocument(document, { preserveFocus: true });
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await new Promise(done => setTimeout(done, 200));
    }
    throw new Error(`${file} could not be saved`);
  },
  /** Runs a shell task in the test group to its end. */
  test: async ({ command, cwd }) => {
    const task = new vscode.Task(
      { type: 'shell', command },
      vscode.TaskScope.Workspace,
      command,
      'probe',
      new vscode.ShellExecution(command, { cwd }),
    );
    task.group = vscode.TaskGroup.Test;
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Never, panel: vscode.TaskPanelKind.Shared };
    let execution;
    const ended = new Promise(done => {
      const listener = vscode.tasks.onDidEndTaskProcess(event => {
        if (event.execution !== execution && event.execution.task.name !== command) return;
        listener.dispose();
        done(event.exitCode);
      });
    });
    execution = await vscode.tasks.executeTask(task);
    return ended;
  },
  command: ({ id, args = [] }) => vscode.commands.executeCommand(id, ...args).then(() => true),
  /** The wins, as the API gives them: all ids and kinds, and the progress. */
  wins: async () => {
    const api = await vscode.extensions.getExtension('microwins.microwins').activate();
    await api.ready;
    const wins = await api.getWins();
    return {
      wins: wins.map(({ id, kind, title, provisional }) => ({ id, kind, title, provisional })),
      progress: api.getProgress(),
    };
  },
  /** How many wins there are of each kind, as the milestones tell: nothing is read for it. */
  counts: async () => {
    const api = await vscode.extensions.getExtension('microwins.microwins').activate();
    await api.ready;
    const last = api.getProgress().milestones.filter(({ target }) => target === 10_000);
    return Object.fromEntries(last.map(({ id, current }) => [id.split('-')[0], current]));
  },
  record: async ({ title }) => {
    const api = await vscode.extensions.getExtension('microwins.microwins').activate();
    return (await api.recordWin({ title })).id;
  },
  /** How long activation takes from here, in ms: for one that was not activated yet. */
  activate: async ({ id }) => {
    const began = performance.now();
    await vscode.extensions.getExtension(id).activate();
    return performance.now() - began;
  },
};

exports.activate = context => {
  const folder = process.env.MICROWINS_ORDERS;
  if (!folder) return;
  const window = path.join(folder, String(process.pid));
  const answer = async name => {
    if (!name?.endsWith('.order')) return;
    const file = path.join(folder, name);
    let order;
    try {
      const target = file.replace(/order$/, `taken-${process.pid}`);
      order = JSON.parse(readFileSync(file, 'utf8'));
      if (order.workspace && order.workspace !== vscode.workspace.workspaceFolders?.[0]?.uri.fsPath) return;
      if (order.pid && order.pid !== process.pid) return;
      renameSync(file, target); // of several windows one takes it
    } catch {
      return;
    }
    const result = await Promise.resolve(acts[order.act](order)).then(
      value => ({ value }),
      error => ({ error: String(error?.stack ?? error) }),
    );
    writeFileSync(`${file}.part`, JSON.stringify({ ...result, pid: process.pid }));
    renameSync(`${file}.part`, file.replace(/order$/, 'answer'));
  };
  const watcher = watch(folder, (_, name) => void answer(name));
  context.subscriptions.push({ dispose: () => watcher.close() });
  writeFileSync(
    `${window}.ready`,
    JSON.stringify({ folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath }),
  );
};
