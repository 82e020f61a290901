import { strict as assert } from 'node:assert';
import * as l10n from '@vscode/l10n';
import { celebrationOf } from '../../../src/core/celebrations';
import { type GoalKind, goalTitle } from '../../../src/core/goalText';
import { hoverCard } from '../../../src/core/hoverCard';
import { peakLines } from '../../../src/core/insight';
import { kindWords } from '../../../src/core/kindWords';
import { type MenuSituation, menuEntries } from '../../../src/core/menu';
import { nextStepText } from '../../../src/core/nextStepText';
import { noticeOf, type Situation } from '../../../src/core/notice';
import { offerText } from '../../../src/core/offerText';
import { type Overview, overviewOf } from '../../../src/core/overview';
import { pauseText } from '../../../src/core/pauseText';
import { kindHeading, Phrases, paceInWords } from '../../../src/core/phrases';
import { modelTrouble } from '../../../src/core/proposals';
import { cardParts, shareCard } from '../../../src/core/shareCard';
import { shoutOuts } from '../../../src/core/shoutOuts';
import { standup } from '../../../src/core/standup';
import { statusText } from '../../../src/core/status';
import { weeklyStory } from '../../../src/core/story';
import { builtInTemplates } from '../../../src/core/templates';
import { type TreeNode, treeModel } from '../../../src/core/treeModel';
import { weekModel } from '../../../src/core/week';
import { winKinds } from '../../../src/core/win';
import { calm, hostModel, kept, noon, settings, tasks, today, win, wins } from '../../support/foreignDay';
import { pseudo, pseudoBundle, pseudoLocale, untranslated } from '../../support/pseudo';

const phrases = (): Phrases => new Phrases(pseudoLocale);
const overview = (change = {}): Overview => overviewOf(kept(change), settings, noon);
const paused = { pauses: [{ from: '2026-11-17', to: '2026-11-24' }] };

/** Texts without what is for the renderer: icons, targets of links, references, tags. */
function read(markdown: string): string {
  return markdown
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&nbsp;/g, ' ')
    .replace(/\$\([a-z~-]+\)/g, '')
    .replace(/\]\(command:[^)]*\)/g, ']');
}

/** Asserts that some texts are there, and all of their words translated. */
function assertTranslated(texts: readonly (string | undefined)[]): void {
  assert.ok(texts.length > 0 && texts.some(text => text?.includes('⟦')), 'There are words of the interface.');
  for (const text of texts) assert.deepEqual(untranslated(read(text ?? '')), [], text);
}

suite('The pseudo language', () => {
  test('has accents, brackets and two fifths more, and keeps places, icons and links', () => {
    assert.equal(pseudo('Done: {0}'), '⟦Ðöñé: {0}···⟧');
    assert.equal(pseudo('$(add) [Ok](command:x) `git`'), '⟦$(add) [Öķ](command:x) `git`······ ·····⟧');
  });

  test('finds what is not translated', () => {
    assert.deepEqual(untranslated('⟦Ðöñé⟧ 12 ноября'), []);
    assert.deepEqual(untranslated('⟦Ðöñé ⟦ö⟧⟧ done'), ['done']);
    assert.deepEqual(untranslated('⟦Ðöñé'), ['⟦', 'Ðöñé']);
  });
});

suite('In the pseudo language every word is translated', () => {
  suiteSetup(() => l10n.config({ contents: pseudoBundle }));
  suiteTeardown(() => l10n.config({ contents: {} }));

  test('of the status bar', () => {
    const saying = { icon: 'star-full', words: l10n.t('Paused'), label: l10n.t('Paused') };
    for (const each of [overview(), overview({ days: new Map() }), overview(paused)]) {
      const contexts = [{}, { scanning: 0.4 }, { justWon: 'commit' as const }, { saying }];
      const shown = contexts.map(context => statusText(each, context));
      assertTranslated(shown.flatMap(({ text, label }) => [text, label]));
    }
  });

  test('of the hover card', () => {
    const next = hostModel().nextStep;
    const context = { locale: pseudoLocale, nextCommand: 'a.b', panelCommand: 'a.c' };
    for (const each of [overview(), overview({ days: new Map() }), overview(paused)]) {
      assertTranslated([
        hoverCard(each, { ...context, next, scanning: undefined }),
        hoverCard(each, { ...context, next: undefined, scanning: 0.4 }),
      ]);
    }
  });

  test('of the menu', () => {
    const { nextStep: next, offers } = hostModel();
    const moment = { next: undefined, offers: [], hasSteps: true, justWon: undefined, scanning: undefined };
    const situations: Partial<MenuSituation>[] = [
      { next, offers },
      { justWon: wins[0] },
      { scanning: 0.4, hasSteps: false },
      { overview: overview(paused) },
    ];
    const entries = situations.flatMap(each =>
      // One command at a time, so that none is beyond the menu's end.
      (
        ['logWin', 'breakDownTask', 'copyStandup', 'undoLastWin', 'pauseStreak', 'setGoal', ''] as const
      ).flatMap(only =>
        menuEntries({
          overview: overview(),
          ...moment,
          has: name => only === '' || name === only || name === 'openPanel',
          ...each,
        }),
      ),
    );
    assertTranslated(entries.flatMap(({ label, detail }) => [label, detail]));
  });

  test('of the line under the panel’s header', () => {
    const situations: Partial<Situation>[] = [
      { trusted: false },
      { gitMissing: true },
      { gitRefused: true },
      { emailMissing: true },
      { setAside: 'in a folder' },
      { taken: { kind: 'win', title: 'победа' } },
      { taken: { kind: 'task', title: 'шаг' } },
      { scanning: 0.4 },
      { paused: pauseText({ from: today }, pseudoLocale) },
    ];
    const notices = situations.map(each => noticeOf({ ...calm, ...each }));
    for (const notice of notices) assertTranslated([notice?.text, notice?.action?.title]);
    assertTranslated([pauseText({ from: today, to: '2026-11-24' }, pseudoLocale)]);
  });

  test('of the Explorer view', () => {
    const nodes = treeModel({
      locale: pseudoLocale,
      today,
      dayOf: settings.dayOf,
      goal: 5,
      tasks,
      wins: wins.filter(({ day }) => day === today),
      next: hostModel().nextStep,
      offers: [{ task: 'open', step: 'three' }],
    });
    const all = (some: readonly TreeNode[]): TreeNode[] =>
      some.flatMap(node => [node, ...all(node.children ?? [])]);
    assert.equal(all(nodes).length, 13);
    assertTranslated(
      all(nodes).flatMap(({ label, description, tooltip, spoken }) => [label, description, tooltip, spoken]),
    );
  });

  test('of goals, milestones and celebrations', () => {
    const kinds: readonly GoalKind[] = ['all', ...winKinds];
    const periods = [{ every: 'week' }, { every: 'month' }, { from: today, by: today }] as const;
    for (const kind of kinds)
      for (const period of periods) assertTranslated([goalTitle(kind, 5, period, '12 мая', phrases())]);
    const { milestones } = overview();
    for (const { title } of milestones) assertTranslated([title]);
    const celebration = celebrationOf({
      mode: 'full',
      milestones: milestones.map(each => (each.id === 'wins-50' ? { ...each, reachedOn: today } : each)),
      known: new Set(),
      added: [win('commit', today, 'кадр', { at: noon })],
      now: noon,
      today,
      rest: false,
    });
    assertTranslated([celebration?.title]);
    for (const pace of ['ahead', 'on-track', 'behind', 'done'] as const)
      assertTranslated([paceInWords(pace)]);
  });

  test('of the next small step and of offers', () => {
    const [task] = tasks;
    const [step] = task.steps;
    assert.ok(step);
    const suggestions = [
      { id: '1', kind: 'step', task, step, today: true },
      { id: '2', kind: 'tests', suite: { key: '1', command: 'проверка', at: 1 } },
      { id: '3', kind: 'commit', work: { root: '/', name: 'прилив', since: 1 } },
      { id: '4', kind: 'todo', todo: { uri: '', file: 'файл', line: 3, text: 'повтор' } },
    ] as const;
    for (const suggestion of suggestions) {
      const { title, detail, act } = nextStepText(suggestion, true);
      assertTranslated([title, detail, act.title]);
    }
    const causes = [...wins.slice(0, 3), win('tests', today, 'прогон')];
    for (const each of causes) assertTranslated([offerText({ task, step, win: each }).detail]);
  });

  test('of the week’s sentences and the insight', () => {
    const finished = tasks.map(each => ({ ...each, finishedAt: noon }));
    const one = new Map([[today, [1, 1, 1, 1, 1] as const]]);
    for (const change of [{}, { days: new Map() }, { days: one }, { tasks: finished }]) {
      const { story, review } = weekModel(kept(change), settings, today, pseudoLocale, undefined);
      for (const sentence of story) assertTranslated([sentence]);
      if (review) assertTranslated([review.question]);
    }
    const lines = peakLines(new Map([[today, [40, 0, 0, 0, 0]]]), kept().hours, phrases());
    assert.equal(lines.length, 2);
    for (const line of lines) assertTranslated([line]);
  });

  test('of standup, weekly story, thanks and card', () => {
    const options = { today, locale: pseudoLocale, names: true };
    assertTranslated([
      standup(wins, { ...options, rest: { restDays: new Set([0, 6]), pauses: [] } }).markdown,
    ]);
    const reviews = new Map([['2026-11-16', 'пары']]);
    assertTranslated([
      weeklyStory({ ...options, kept: kept({ reviews }), settings, week: '2026-11-16', wins }).markdown,
    ]);
    assertTranslated([
      weeklyStory({
        ...options,
        kept: kept({ tasks: [], goals: [] }),
        settings,
        week: '2026-11-09',
        wins: [],
      }).markdown,
    ]);
    const commits = Array.from({ length: 12 }, (_, index) => ({
      author: 'Вера',
      coAuthors: ['Пётр'],
      subject: `кадр ${index}`,
      closedTodos: ['повтор'],
    }));
    assertTranslated([shoutOuts(commits, '2026-11-16', today, pseudoLocale)]);
    const card = shareCard({
      overview: overview(),
      history: kept().days,
      firstWeekday: 1,
      locale: pseudoLocale,
      project: 'прилив',
      show: new Set(cardParts),
    });
    const texts = [...card.matchAll(/<(title|desc|text)\b[^>]*>([^<]*)</g)].map(([, , text]) => text);
    assert.ok(texts.length > 8);
    assertTranslated(texts);
  });

  test('of kinds, templates and a model’s troubles', () => {
    for (const kind of winKinds) {
      for (const count of [1, 2])
        assertTranslated([kindWords(kind, String(count), count === 1), phrases().kind(kind, count)]);
      assertTranslated([kindHeading(kind)]);
    }
    for (const count of [1, 2]) assertTranslated([phrases().wins(count), phrases().days(count)]);
    for (const { title, steps } of builtInTemplates())
      for (const text of [title, ...steps]) assertTranslated([text]);
    for (const code of ['NoPermissions', 'Blocked', 'NotFound', 'nothing', '']) {
      assertTranslated([
        modelTrouble(code, false, 0),
        modelTrouble(code, true, 0),
        modelTrouble(code, false, 2),
      ]);
    }
  });
});
