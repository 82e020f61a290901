import assert from 'node:assert/strict';
import type { Celebration } from '../../../src/core/celebrations';
import { lullMs, MilestoneNotice } from '../../../src/views/milestoneNotice';

const celebration = (title: string, rank = 1): Celebration => ({
  id: title,
  title,
  rank,
  notify: true,
  burst: false,
});

/** A desk with a clock of its own. */
class Desk {
  today = '2026-11-18';
  allowed = true;
  last: string | undefined;
  readonly told: string[] = [];
  answer: string | undefined;
  panelOpened = 0;
  turnedOff = 0;
  private now = 0;
  private readonly timers = new Set<{ due: number; then: () => void }>();
  private readonly listeners = new Set<() => void>();

  window(): MilestoneNotice {
    return new MilestoneNotice({
      today: () => this.today,
      allowed: () => this.allowed,
      last: {
        get: () => this.last,
        set: async day => {
          this.last = day;
        },
      },
      onEdit: listener => {
        this.listeners.add(listener);
        return { dispose: () => this.listeners.delete(listener) };
      },
      after: (ms, then) => {
        const timer = { due: this.now + ms, then };
        this.timers.add(timer);
        return { dispose: () => this.timers.delete(timer) };
      },
      ask: async text => {
        this.told.push(text);
        return this.answer;
      },
      openPanel: () => {
        this.panelOpened++;
      },
      turnOff: async () => {
        this.turnedOff++;
      },
    });
  }

  /** Lets time pass. */
  pass(ms: number): void {
    this.now += ms;
    for (const timer of this.timers) {
      if (timer.due > this.now) continue;
      this.timers.delete(timer);
      timer.then();
    }
  }

  get listening(): number {
    return this.listeners.size;
  }

  type(): void {
    for (const listener of this.listeners) listener();
  }
}

suite('The notification of a milestone', () => {
  let desk: Desk;

  setup(() => {
    desk = new Desk();
  });

  test('waits until nothing was edited for five seconds', () => {
    desk.window().show(celebration('100 wins'));
    for (let round = 0; round < 10; round++) {
      desk.pass(lullMs - 1);
      desk.type();
    }
    assert.deepEqual(desk.told, []);
    desk.pass(lullMs - 1);
    assert.deepEqual(desk.told, []);
    desk.pass(1);
    assert.deepEqual(desk.told, ['Milestone reached: 100 wins']);
  });

  test('listens to edits only while it waits', () => {
    const notice = desk.window();
    assert.equal(desk.listening, 0);
    notice.show(celebration('100 wins'));
    assert.equal(desk.listening, 1);
    desk.pass(lullMs);
    assert.equal(desk.listening, 0);
    notice.dispose();
  });

  test('comes once a day, over all windows', () => {
    const [one, other] = [desk.window(), desk.window()];
    one.show(celebration('100 wins'));
    other.show(celebration('7-day streak'));
    desk.pass(lullMs);
    one.show(celebration('50 commits'));
    desk.pass(lullMs);
    assert.equal(desk.told.length, 1);
    desk.today = '2026-11-19';
    other.show(celebration('250 wins'));
    desk.pass(lullMs);
    assert.equal(desk.told.length, 2);
  });

  test('tells the greatest of those that wait', () => {
    const notice = desk.window();
    notice.show(celebration('10 wins', 1));
    desk.pass(lullMs - 1);
    notice.show(celebration('50 wins', 3));
    notice.show(celebration('25 wins', 2));
    desk.pass(lullMs);
    assert.deepEqual(desk.told, ['Milestone reached: 50 wins']);
  });

  test('does not come the day after', () => {
    desk.window().show(celebration('100 wins'));
    desk.today = '2026-11-19';
    desk.pass(lullMs);
    assert.deepEqual(desk.told, []);
  });

  test('does not come when celebrations were turned off while it waited', () => {
    desk.window().show(celebration('100 wins'));
    desk.allowed = false;
    desk.pass(lullMs);
    assert.deepEqual(desk.told, []);
    assert.equal(desk.last, undefined);
  });

  test('opens the panel', async () => {
    desk.answer = 'Open panel';
    desk.window().show(celebration('100 wins'));
    desk.pass(lullMs);
    await Promise.resolve();
    await Promise.resolve();
    assert.equal(desk.panelOpened, 1);
    assert.equal(desk.turnedOff, 0);
  });

  test('can be told never to come again', async () => {
    desk.answer = 'Don’t show again';
    desk.window().show(celebration('100 wins'));
    desk.pass(lullMs);
    await Promise.resolve();
    await Promise.resolve();
    assert.equal(desk.turnedOff, 1);
  });

  test('is gone with its window', () => {
    const notice = desk.window();
    notice.show(celebration('100 wins'));
    notice.dispose();
    desk.pass(lullMs);
    assert.deepEqual(desk.told, []);
    assert.equal(desk.listening, 0);
  });
});
