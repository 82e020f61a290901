import { performance } from 'node:perf_hooks';
import { addDays } from '../src/core/day';
import { LedgerState } from '../src/core/ledger';
import { type Kept, type NumberSettings, overviewOf } from '../src/core/overview';
import { panelModel } from '../src/core/panel';
import { byteLength } from '../src/core/size';
import { type Win, type WinKind, winKinds } from '../src/core/win';
import { pageOf, type WinList } from '../src/core/winList';

const count = 100_000;
const today = '2026-11-18';
const rounds = 21;

const settings: NumberSettings = {
  restDays: new Set([0, 6]),
  minimumWins: 1,
  dailyGoal: 3,
  firstWeekday: 1,
  dayOf: () => today,
  format: String,
};

const empty = { tasks: [], goals: [], pauses: [], reached: new Map(), reviews: new Map() };

/**
 * The host's share of drawing the panel with 100,000 wins: how long a snapshot takes to make, and how large it
 * is, with short titles and with the longest ones. The page's share is printed by the e2e tests.
 */
export function benchPanel(): void {
  console.log(`\nPanel, ${count.toLocaleString('en')} wins`);
  for (const [name, title] of [
    ['short titles', 'parser: keep the partial frame'],
    ['titles of 200 wide characters', '好'.repeat(200)],
  ] as const) {
    const wins = Array.from({ length: count }, (_, index) => winAt(index, title));
    const state = new LedgerState();
    for (const win of [...wins].reverse()) state.apply({ type: 'win', win, offset: 0 });
    const kept: Kept = { ...empty, days: state.days, recent: state.recent, hours: state.hours };
    const lists: readonly (readonly [string, WinList])[] = [
      ['first page', { kind: 'all', search: '', newer: 0, count: 30 }],
      ['largest page', { kind: 'all', search: '', newer: 0, count: 200 }],
      ['a search', { kind: 'all', search: '99999', newer: 0, count: 50 }],
    ];
    for (const [page, list] of lists) {
      const times: number[] = [];
      let bytes = 0;
      for (let round = 0; round < rounds; round++) {
        const began = performance.now();
        const model = panelModel(kept, overviewOf(kept, settings, 0), settings, {
          locale: 'en',
          project: 'bench',
          notice: undefined,
          page: pageOf(wins, list),
          list,
          moreWins: true,
        });
        times.push(performance.now() - began);
        bytes = byteLength(JSON.stringify(model));
      }
      const median = times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
      console.log(`  ${name}, ${page}: ${median.toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} KB`);
    }
  }
}

function winAt(index: number, title: string): Win {
  return {
    id: `commit-${index}`,
    kind: winKinds[index % winKinds.length] as WinKind,
    at: Date.parse(today) - index * 600_000,
    day: addDays(today, -Math.floor(index / 40)),
    title,
    provisional: false,
    why: 'Your own commit, on main.',
    source: { repository: 'bench', branch: 'main', sha: `${index}`.padStart(40, '0') },
  };
}
