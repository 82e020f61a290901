import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { hostileTexts } from '../../support/hostile';
import { FedPanel } from '../support/fedPanel';
import { snapshot, task, today, win } from '../support/models';
import { connectBrowser } from '../support/session';
import { themeLooks } from '../support/themes';

/** Without what no page can hold. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll(/[\0\ufffd]/g, '?');
}

suite('hostile text in the panel', () => {
  let browser: Browser;
  let panel: FedPanel;

  suiteSetup(async () => {
    browser = await connectBrowser();
    panel = await FedPanel.open(browser, (await themeLooks()).dark, { width: 700 });
    await panel.page.evaluate(() => Object.assign(globalThis, { pwned: () => document.body.remove() }));
  });

  suiteTeardown(async () => {
    await browser?.close();
  });

  test(`${hostileTexts.length} texts`, () => assert.ok(hostileTexts.length >= 60));

  // Nothing but the host keeps texts short; here they come as they are.
  for (const [index, text] of hostileTexts.entries()) {
    test(`${index + 1}: ${JSON.stringify(text.slice(0, 50))} is shown as text wherever there is text`, async () => {
      const model = snapshot({
        project: text,
        notice: { icon: 'warning', text, action: { title: text, id: 'showLog' } },
        nextStep: {
          id: 'x',
          title: text,
          detail: text,
          act: { id: 'open', title: text },
          today: false,
          another: true,
        },
        tasks: [
          { ...task('t1', text, [text, 'harmless']), from: text },
          // An import brings ids of its own, of at most 200 characters.
          { ...task(text.slice(0, 200), text, [text]), from: text },
        ],
        offers: [{ task: 't1', step: 't1-0', title: text, detail: text }],
        week: {
          story: [text],
          review: { week: '2026-11-09', question: text },
          wrote: { week: '2026-11-02', answer: text },
        },
        goals: snapshot().goals.map(goal => ({ ...goal, title: text })),
        milestones: {
          next: [{ id: 'm', title: text, target: 10, current: 1 }],
          reached: [{ id: 'n', title: text, target: 1, current: 1, reachedOn: today }],
        },
        recent: [
          win('w1', 'commit', text, today, '11:00', { why: text, source: { sha: text, branch: text } }),
          win('w2', 'todo', text, today, '10:00', { why: text, source: { file: text, branch: text } }),
          win('w3', 'tests', text, today, '09:00', { why: text, source: { command: text, passed: text } }),
          win('w4', 'manual', text, today, '08:00', { why: text, source: { by: text } }),
          win(text.slice(0, 200), 'step', text, today, '07:00', { source: { task: text, stepId: text } }),
        ],
        celebrate: { id: 'wins-1', title: text },
      });
      await panel.show(model);
      const found = await panel.page.evaluate(() => ({
        foreign: [
          ...document.body.querySelectorAll(
            'script, iframe, object, embed, img, a, form, style, link, base, meta, template, math, details',
          ),
        ].filter(element => element.id !== '' || !element.matches('script[nonce]')).length,
        handlers: [...document.body.querySelectorAll('*')].filter(element =>
          [...element.attributes].some(({ name }) => name.startsWith('on') || name === 'style'),
        ).length,
        sections: document.querySelectorAll('section').length,
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      assert.deepEqual(found, { foreign: 0, handlers: 0, sections: 10, sideways: 0 });
      const shown = await panel.section('Tasks').locator('.step label').first().textContent();
      assert.equal(plain(shown ?? ''), plain(text));
    });
  }

  test('no script ran, nothing was asked of a network, no rule of the policy was broken', async () => {
    await panel.assertNoTrouble();
    assert.deepEqual(panel.strangers, []);
  });
});
