import type { Day } from '../src/core/day';
import type { Entry } from '../src/core/entry';
import { LedgerState } from '../src/core/ledger';
import { type NumberSettings, overviewOf } from '../src/core/overview';
import { panelModel } from '../src/core/panel';
import type { PanelModel } from '../src/core/panelModel';
import { type Win, winKinds } from '../src/core/win';
import { pageOf } from '../src/core/winList';

const years = 10;
const today: Day = '2026-11-20';
const now = Date.parse('2026-11-20T15:00:00Z');
const dayMs = 86_400_000;

const settings: NumberSettings = {
  restDays: new Set([0, 6]),
  minimumWins: 1,
  dailyGoal: 3,
  firstWeekday: 1,
  dayOf: at => new Date(at).toISOString().slice(0, 10),
  format: count => count.toLocaleString('en'),
};

/** A win of a made history, the `n`th of so many over ten years, oldest first. */
function win(n: number, count: number): Win {
  const at = now - Math.floor(((count - 1 - n) / count) * years * 365 * dayMs);
  const kind = winKinds[n % winKinds.length] ?? 'commit';
  return {
    id: `${kind}-${n.toString(36).padStart(12, '0')}`,
    kind,
    at,
    day: settings.dayOf(at),
    title: `Read entry ${n} of the options, and say what is wrong with it`,
    provisional: false,
    why: 'You are its author.',
    source: { repository: 'tidepool', commit: n.toString(16).padStart(40, '0'), branch: 'main' },
  };
}

/** Ten years of so many wins and 30 tasks, with a function that makes what the panel shows of them. */
export function bigHistory(count: number): { add(): void; model(): PanelModel } {
  const state = new LedgerState();
  const entries: Entry[] = Array.from({ length: count }, (_, n) => ({
    type: 'win',
    win: win(n, count),
    offset: 0,
  }));
  for (const entry of entries) state.apply(entry);
  for (let n = 0; n < 30; n++) {
    const steps = Array.from({ length: 6 }, (_, at) => ({ id: `s${n}-${at}`, title: `Step ${at} of it` }));
    const task = { id: `t${n}`, title: `A task of many, number ${n}`, createdAt: now - n * dayMs, steps };
    state.apply({ type: 'task', task } as Entry);
  }
  let serial = count;
  return {
    add: () => {
      serial += 1;
      const fresh = { ...win(count - 1, count), id: `commit-new-${serial}`, at: now + serial, day: today };
      state.apply({ type: 'win', win: fresh, offset: 0 });
    },
    model: () => {
      const kept = { ...viewOf(state) };
      const overview = overviewOf(kept, settings, now);
      const list = { kind: 'all', search: '', newer: 0, count: 30 } as const;
      const context = {
        locale: 'en',
        project: 'tidepool',
        notice: undefined,
        page: pageOf(kept.recent, list),
        list,
        moreWins: true,
        week: { story: [] },
        guidance: { offers: [] },
      };
      return panelModel(kept, overview, settings, context);
    },
  };
}

function viewOf(state: LedgerState): Parameters<typeof overviewOf>[0] {
  return {
    days: state.days,
    recent: state.recent,
    tasks: [...state.tasks.values()],
    finished: state.finished,
    goals: [...state.goals.values()],
    pauses: [...state.pauses.values()],
    reached: state.reached,
    reviews: state.reviews,
    hours: state.hours,
  };
}
