import { strict as assert } from 'node:assert';
import { microWins, winTitled } from '../support/microWins';
import { openTerminal, runInTerminal } from '../support/terminal';

suite('From a commit in the terminal to its win', () => {
  test('takes about as long as is printed here (ms, in order of length)', async () => {
    const api = await microWins();
    const terminal = await openTerminal();
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const title = `Timed ${round} ${Date.now()}`;
      await runInTerminal(terminal, `git commit --quiet --allow-empty -m "${title}"`);
      const ended = Date.now();
      await winTitled(api, title);
      times.push(Date.now() - ended);
    }
    terminal.dispose();
    console.log(`      ${times.sort((one, other) => one - other).join(', ')}`);
    assert.equal((await api.getWins({ kind: 'commit' })).filter(win => /^Timed /.test(win.title)).length, 5);
  });
});
