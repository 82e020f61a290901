import { strict as assert } from 'node:assert';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually';
import { openTerminal, runInTerminal } from '../../support/terminal';
import { junit, Package, TestHouse } from '../support/house';

suite('Passing tests in report files', () => {
  let it: TestHouse;
  let project: Package;
  let terminal: vscode.Terminal;

  suiteSetup(async () => {
    project = await new Package('reports').create({
      'test:slow': 'node run.js junit.xml 2000',
      'test:stopped': 'node run.js junit.xml 60000',
    });
    await project.write('test-results/.gitkeep', '');
    terminal = await openTerminal(project.folder);
  });
  suiteTeardown(() => terminal.dispose());
  setup(async () => {
    it = new TestHouse();
    await project.tests(3);
  });
  teardown(() => it.dispose());

  test('a report that nothing else shows counts', async () => {
    await project.write('junit.xml', junit(3));
    await it.judgedOnly(1);
    const [win] = it.wins;
    assert.equal(win?.why, 'First green run of `reports/junit.xml` today.');
    assert.equal(win?.source.passed, '3');
    assert.equal(win?.source.file, 'reports/junit.xml');
  });

  test('green after red is a win', async () => {
    await project.write('test-results/a.xml', junit(3, 1));
    await it.judged(1);
    it.reload();
    await project.write('test-results/a.xml', junit(4));
    await it.judged(2);
    assert.deepEqual(it.reasons, ['First green run of `reports/test-results/a.xml` after a red one.']);
  });

  test('the reports of one run, a file a class, are one', async () => {
    for (const name of ['a', 'b', 'c']) await project.write(`test-results/TEST-${name}.xml`, junit(2));
    await it.judgedOnly(1);
    assert.equal(it.wins[0]?.source.passed, '6');
    assert.equal(it.wins[0]?.source.command, 'reports/test-results/TEST-*.xml');
  });

  test('a run that writes a report counts once', async () => {
    await runInTerminal(terminal, 'npm test -- test-results/junit.xml');
    await it.judgedOnly(1);
    assert.deepEqual(it.runs, ['npm test -- test-results/junit.xml: green']);
  });

  test('a run that writes its report outside of its folder counts once', async () => {
    await runInTerminal(terminal, 'npm test -- ../junit-elsewhere.xml');
    await it.judgedOnly(1);
    assert.equal(it.wins.length, 1);
  });

  test('a report that is written long before its run ends waits for it', async () => {
    await runInTerminal(terminal, 'npm run test:slow');
    await it.judgedOnly(1);
    assert.deepEqual(it.runs, ['npm run test:slow: green']);
  });

  test('the report of a run that was stopped makes it no win', async () => {
    const report = path.join(project.folder, 'junit.xml');
    rmSync(report, { force: true });
    const ended = runInTerminal(terminal, 'npm run test:stopped');
    await eventually('the report is there', () => existsSync(report));
    terminal.sendText('\u0003', false);
    await ended;
    await it.judgedOnly(1);
    assert.equal(it.wins.length, 0);
  });

  test('a report in a folder that is new counts', async () => {
    await project.write('fresh/test-results/one/report.xml', junit(3));
    await it.judgedOnly(1);
    assert.equal(it.wins.length, 1);
  });

  test('a report that is cut short waits until it is whole', async () => {
    await project.write('junit-cut.xml', junit(3).slice(0, -20));
    await eventually('it was read', () => it.lines.some(line => line.includes('is passed over')));
    await project.write('junit-cut.xml', junit(3));
    await it.judgedOnly(1);
    assert.equal(it.wins.length, 1);
  });

  test('a report that the user wrote, git keeps, or that is old tells of no run', async () => {
    it.tracked = file => file.endsWith('junit-tracked.xml');
    await project.write('junit-tracked.xml', junit(3));
    await project.write('junit-old.xml', junit(3, 0, 'timestamp="2020-01-01T00:00:00Z"'));
    await project.write('junit-touched.xml', junit(3, 0, 'timestamp="2020-01-01T00:00:00"'));
    await project.write('other.xml', '');
    const byHand = path.join(project.folder, 'other.xml');
    const document = await vscode.workspace.openTextDocument(byHand);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), junit(3));
    await vscode.workspace.applyEdit(edit);
    it.reconfigure({ reports: [...it.settings.reports, '**/other.xml'] });
    await document.save();
    await project.write('junit-last.xml', junit(3));
    await it.judgedOnly(1);
    assert.deepEqual(it.runs, ['reports/junit-last.xml: green']);
  });

  test('microwins.tests.reports takes effect without a reload', async () => {
    it.reconfigure({ reports: ['**/own-*.xml'] });
    await project.write('junit.xml', junit(3));
    await project.write('own-report.xml', junit(3));
    await it.judgedOnly(1);
    assert.deepEqual(it.runs, ['reports/own-report.xml: green']);
  });
});
