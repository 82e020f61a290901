import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { addDays } from '../../../src/core/day';
import type { PanelModel } from '../../../src/core/panelModel';
import { byteLength } from '../../../src/core/size';
import type { Win } from '../../../src/core/win';
import { pageOf } from '../../../src/core/winList';
import type { FromPanel } from '../../../src/protocol';
import { FedPanel } from '../support/fedPanel';
import { snapshot, today, win } from '../support/models';
import { connectBrowser } from '../support/session';
import { themeLooks } from '../support/themes';

const kinds = ['commit', 'todo', 'tests', 'step', 'manual'] as const;
const many: readonly Win[] = Array.from({ length: 100_000 }, (_, index) =>
  win(
    `w${index}`,
    kinds[index % 5] ?? 'commit',
    `Win ${index}`,
    addDays(today, -Math.floor(index / 10)),
    '10:00',
    {
      source: { branch: 'main', sha: `${index}`.padStart(40, '0') },
    },
  ),
);

type Asked = Extract<FromPanel, { type: 'showWins' }>;

suite('100,000 wins in the panel', () => {
  let browser: Browser;
  let panel: FedPanel;

  /** Answers as the host does. */
  const answer = async (asked: Omit<Asked, 'type'>): Promise<void> => {
    const page = pageOf(many, asked);
    const { kind, search } = asked;
    const plain = kind === 'all' && search === '' && page.newer === 0;
    await panel.show(
      snapshot({
        recent: page.wins,
        total: many.length,
        moreWins: page.newer + page.wins.length < page.of,
        ...(asked.day && { askedDay: asked.day }),
        ...(plain ? {} : { list: { kind, search, newer: page.newer, of: page.of } }),
      }),
    );
  };
  const asked = async (): Promise<Asked> => {
    const last = (await panel.said()).at(-1);
    assert.ok(last?.type === 'showWins');
    await answer(last);
    return last;
  };
  /** Waits until a search was asked for: while it is written, parts of it may be. */
  const saidLast = async (search: string): Promise<void> => {
    await panel.page.waitForFunction(
      wanted => (globalThis as unknown as { sent: Partial<Asked>[] }).sent.at(-1)?.search === wanted,
      search,
    );
  };
  const rows = (): Promise<number> => panel.section('Recent wins').locator('.win').count();

  suiteSetup(async () => {
    browser = await connectBrowser();
    panel = await FedPanel.open(browser, (await themeLooks()).dark, { width: 1280 });
    await answer({ kind: 'all', search: '', newer: 0, count: 30 });
    await panel.said();
  });

  suiteTeardown(async () => {
    await panel?.assertNoTrouble();
    await browser?.close();
  });

  test('the list grows, then turns its pages, and comes back', async () => {
    const earlier = panel.button('Show earlier wins');
    assert.equal(await rows(), 30);
    for (const count of [80, 130, 180]) {
      await earlier.click();
      assert.equal((await asked()).count, count);
      assert.equal(await rows(), count);
    }
    await earlier.click();
    const { newer } = await asked();
    assert.equal(newer, 180);
    await panel.section('Recent wins').getByText(`Win ${newer}`, { exact: true }).waitFor();
    await panel.button('Show the newest').click();
    assert.equal((await asked()).newer, 0);
    await panel.section('Recent wins').getByText('Win 0', { exact: true }).waitFor();
  });

  test('a search finds the oldest win; Escape clears it', async () => {
    const search = panel.page.getByRole('searchbox', { name: 'Search wins' });
    await search.focus();
    await panel.page.keyboard.type('win 99999');
    await saidLast('win 99999');
    assert.equal((await asked()).search, 'win 99999');
    assert.equal(await rows(), 1);
    assert.equal(await panel.focused(), 'search');
    await panel.page.keyboard.press('Escape');
    await saidLast('');
    assert.equal((await asked()).search, '');
  });

  test('one kind only, by the keyboard', async () => {
    const kind = panel.page.getByRole('combobox', { name: 'Kind of win to list' });
    await kind.focus();
    await panel.page.keyboard.press('ArrowDown');
    assert.equal((await asked()).kind, 'commit');
    assert.equal(await panel.section('Recent wins').locator('.icon-todo').count(), 0);
    await kind.selectOption('all');
    await asked();
  });

  test('a day of long ago is reached from the heat-map', async () => {
    await panel.section('Activity').locator('#day-2026-03-17').click();
    assert.equal((await asked()).day, '2026-03-17');
    assert.equal(await panel.focused(), 'wins-2026-03-17');
    await panel.button('Show the newest').click();
    await asked();
  });

  test('why, undo and opening, each by mouse and by keyboard', async () => {
    const row = panel.section('Recent wins').locator('.win').first();
    const why = panel.button('Why? Win 0');
    await row.hover();
    await why.click();
    await row.getByText('Your own commit, on main.').waitFor();
    await panel.page.keyboard.press('Escape');
    assert.equal(await row.locator('.why').count(), 0);
    await panel.button('Win 0').press('Enter');
    await panel.button('Undo: Win 0').press('Enter');
    await row.hover();
    await panel.button('Undo: Win 0').click();
    assert.deepEqual(await panel.said(), [
      { type: 'openWin', id: 'w0' },
      { type: 'undoWin', id: 'w0' },
      { type: 'undoWin', id: 'w0' },
    ]);
  });

  test('an update keeps the scroll and the focus', async () => {
    await panel.button('Why? Win 12').focus();
    const before = await panel.page.evaluate(() => scrollY);
    await answer({ kind: 'all', search: '', newer: 0, count: 60 });
    assert.equal(await panel.page.evaluate(() => scrollY), before);
    assert.equal(await panel.focused(), 'why-w12');
  });

  test('an update draws only what has changed', async () => {
    const page = pageOf(many, { kind: 'all', search: '', newer: 0, count: 200 });
    const model = snapshot({ recent: page.wins, total: many.length });
    await panel.show(model);
    const [first, ...others] = page.wins;
    assert.ok(first);
    const changed = await panel.page.evaluate(
      async told => {
        let changes = 0;
        const observer = new MutationObserver(records => {
          changes += records.length;
        });
        observer.observe(document.body, {
          attributes: true,
          characterData: true,
          childList: true,
          subtree: true,
        });
        dispatchEvent(new MessageEvent('message', { data: { type: 'snapshot', model: told } }));
        await new Promise(resolve => requestAnimationFrame(resolve));
        observer.disconnect();
        return changes;
      },
      { ...model, recent: [{ ...first, title: 'Reworded' }, ...others] },
    );
    // The title, its tooltip, and the names of its two buttons.
    assert.ok(changed > 0 && changed <= 6, `${changed} changes`);
  });

  test('a win of today draws one day of the heat-map anew, another goal all that look otherwise', async () => {
    const drawnDays = (model: PanelModel): Promise<string[]> =>
      panel.page.evaluate(async told => {
        const days = new Set<string>();
        const observer = new MutationObserver(records => {
          for (const { target } of records) {
            const day = target instanceof Element && target.closest('[role=gridcell]');
            if (day) days.add(day.id);
          }
        });
        observer.observe(document.body, { attributes: true, childList: true, subtree: true });
        dispatchEvent(new MessageEvent('message', { data: { type: 'snapshot', model: told } }));
        await new Promise(resolve => requestAnimationFrame(resolve));
        observer.disconnect();
        return [...days];
      }, model);
    const { activity, today: now } = snapshot();
    const days = [...activity.days.slice(0, -1), [9, 0, 0, 0, 0] as const];
    await panel.show(snapshot());
    assert.deepEqual(await drawnDays(snapshot({ activity: { ...activity, days } })), [`day-${today}`]);
    await panel.show(snapshot());
    assert.ok((await drawnDays(snapshot({ today: { ...now, goal: 2 * now.goal } }))).length > 100);
  });

  test('a snapshot takes at most 128 KB; how long its drawing takes is printed', async () => {
    const page = pageOf(many, { kind: 'all', search: '', newer: 0, count: 200 });
    const model = snapshot({ recent: page.wins, total: many.length });
    const times = await panel.page.evaluate(async told => {
      const taken: number[] = [];
      for (let round = 0; round < 41; round++) {
        const model = { ...told, total: told.total + round };
        await new Promise(resolve => requestAnimationFrame(resolve));
        const began = performance.now();
        dispatchEvent(new MessageEvent('message', { data: { type: 'snapshot', model } }));
        // Layout is part of it.
        void document.body.offsetHeight;
        taken.push(performance.now() - began);
      }
      return taken.sort((one, other) => one - other);
    }, model);
    const bytes = byteLength(JSON.stringify({ type: 'snapshot', model }));
    const fresh = await FedPanel.open(browser, (await themeLooks()).dark, { width: 1280 });
    const first = await fresh.page.evaluate(async told => {
      const began = performance.now();
      dispatchEvent(new MessageEvent('message', { data: { type: 'snapshot', model: told } }));
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      return { painted: performance.now() - began, since: performance.now() };
    }, model);
    await fresh.close();
    const ms = (index: number): string => `${times[index]?.toFixed(1)} ms`;
    console.log(
      `      update: best ${ms(0)}, median ${ms(20)}; first picture ${first.painted.toFixed(0)} ms after the ` +
        `snapshot, ${first.since.toFixed(0)} ms after the page began; ${page.wins.length} wins listed, ` +
        `snapshot ${(bytes / 1024).toFixed(0)} KB`,
    );
    assert.ok(bytes <= 128 * 1024);
  });
});
