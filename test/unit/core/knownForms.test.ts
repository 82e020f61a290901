import { strict as assert } from 'node:assert';
import type { FoundWin } from '../../../src/core/found';
import { KnownForms } from '../../../src/core/knownForms';
import { LedgerState } from '../../../src/core/ledger';

suite('What ids stood for when commits were told apart', () => {
  let ledger: LedgerState;

  setup(() => {
    ledger = new LedgerState();
  });

  test('an id is taken when another commit has it since', () => {
    const before = new KnownForms(ledger, ['a']);
    keep(commitWin('a', 'theirs'));
    assert.equal(before.areTaken([commitWin('a', 'mine')], ledger), true);
  });

  test('an id is not taken when nothing has changed, or the same commit has it since', () => {
    keep(commitWin('b', 'first'));
    const before = new KnownForms(ledger, ['a', 'b']);
    const found = [commitWin('a', 'mine'), commitWin('b', 'amended')];
    assert.equal(before.areTaken(found, ledger), false);
    keep(commitWin('a', 'mine'));
    assert.equal(before.areTaken(found, ledger), false);
    keep(commitWin('b', 'amended'));
    assert.equal(before.areTaken(found, ledger), false);
  });

  test('an id is taken when its win is withdrawn since, or was kept and withdrawn', () => {
    keep(commitWin('a', 'mine'));
    const before = new KnownForms(ledger, ['a', 'b']);
    ledger.apply({ type: 'withdrawn', id: 'a', at: 1 });
    assert.equal(before.areTaken([commitWin('a', 'mine')], ledger), true);
    keep(commitWin('b', 'mine'));
    ledger.apply({ type: 'withdrawn', id: 'b', at: 1 });
    assert.equal(before.areTaken([commitWin('b', 'mine')], ledger), true);
  });

  test('the id of a win that came back with another is never taken', () => {
    const before = new KnownForms(ledger, ['a']);
    keep(commitWin('other', 'theirs'));
    assert.equal(before.areTaken([commitWin('other', 'mine')], ledger), false);
  });

  test('one is known when it counts or once did', () => {
    assert.equal(new KnownForms(ledger, ['a', 'b']).hasKnown, false);
    keep(commitWin('b', 'mine'));
    assert.equal(new KnownForms(ledger, ['a', 'b']).hasKnown, true);
    ledger.apply({ type: 'withdrawn', id: 'b', at: 1 });
    assert.equal(new KnownForms(ledger, ['a', 'b']).hasKnown, true);
    assert.equal(new KnownForms(ledger, ['a']).hasKnown, false);
  });

  function keep(found: FoundWin): void {
    ledger.apply({ type: 'win', ...found });
  }

  function commitWin(id: string, sha: string): FoundWin {
    const source = { sha };
    const win = { id, kind: 'commit', at: 0, day: '2026-03-02', title: id, why: '', source } as const;
    return { win: { ...win, provisional: false }, offset: 0 };
  }
});
