import { strict as assert } from 'node:assert';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { Entry } from '../../../../src/core/entry';
import { hoverCard } from '../../../../src/core/hoverCard';
import { hoverText } from '../../../../src/core/hoverMarkdown';
import { LedgerState } from '../../../../src/core/ledger';
import { markdownCode, markdownText } from '../../../../src/core/markdownText';
import { nextStepText } from '../../../../src/core/nextStepText';
import { offerText } from '../../../../src/core/offerText';
import { type Kept, overviewOf } from '../../../../src/core/overview';
import { panelModel } from '../../../../src/core/panel';
import { cardParts, shareCard } from '../../../../src/core/shareCard';
import { shoutOuts } from '../../../../src/core/shoutOuts';
import { byteLength } from '../../../../src/core/size';
import { standup } from '../../../../src/core/standup';
import { weeklyStory } from '../../../../src/core/story';
import { safeText } from '../../../../src/core/text';
import { treeModel } from '../../../../src/core/treeModel';
import { weekModel } from '../../../../src/core/week';
import { winKinds } from '../../../../src/core/win';
import { pageOf } from '../../../../src/core/winList';
import { readTemplatesText } from '../../../../src/store/templateText';
import { readImport } from '../../../../src/store/transfer/importJson';
import { exportJson } from '../../../../src/store/transfer/json';
import { exportMarkdown } from '../../../../src/store/transfer/markdown';
import { noon, settings, today, win } from '../../../support/foreignDay';
import { hostileTexts } from '../../../support/hostile';
import { project, textOf, won } from './samples';

const locale = 'en';
const list = { kind: 'all', search: '', newer: 0, count: 30 } as const;
const lastWeek = '2026-11-09';

/** What somebody made: every text in it is the given one. Titles of more than 1,000 characters are refused. */
function entriesOf(text: string): Entry[] {
  const title = text.slice(0, 1000);
  const source = {
    ...{ repository: text, branch: text, sha: text, file: text, line: text, tag: text, command: text },
    ...{ folder: text, passed: text, task: text, by: text },
  };
  const wins = winKinds.flatMap(kind =>
    [today, lastWeek].map((day, index) =>
      won(win(kind, day, title, { id: `${kind}-${index}`, why: title, source, provisional: index === 0 })),
    ),
  );
  const steps = [
    { id: 's1', title, doneAt: noon - 1000 },
    { id: 's2', title, forDay: today },
    { id: 's3', title },
  ];
  return [
    ...wins,
    { type: 'task', task: { id: 'open', title, createdAt: noon, steps, from: text.slice(0, 5000) } },
    {
      type: 'task',
      task: { id: 'done', title, createdAt: noon, finishedAt: noon, steps: steps.slice(0, 1) },
    },
    { type: 'goal', goal: { id: 'g', title, kinds: 'all', target: 5, period: { every: 'week' } } },
    { type: 'review', week: lastWeek, answer: text.slice(0, 5000) },
  ];
}

/** All that is shown or written of such an import. */
async function shownOf(text: string): Promise<Record<string, unknown>> {
  const read = await readImport(await textOf(exportJson([project(entriesOf(text))], noon)), noon);
  assert.ok('projects' in read, 'it was refused');
  const entries = read.projects[0]?.entries ?? [];
  const state = new LedgerState();
  for (const entry of entries) state.apply(entry);
  const kept: Kept = {
    ...{ days: state.days, recent: state.recent, reached: state.reached, reviews: state.reviews },
    ...{ tasks: [...state.tasks.values()], goals: [...state.goals.values()], pauses: [], hours: state.hours },
    finished: state.finished,
  };
  const overview = overviewOf(kept, settings, noon);
  const [task] = kept.tasks;
  const step = task?.steps[1];
  const [newest] = kept.recent;
  assert.ok(task && step && newest);
  const next = nextStepText({ id: 'next', kind: 'step', task, step, today: true }, true);
  const offers = [offerText({ task, step, win: newest })];
  const page = pageOf(kept.recent, list);
  const of = { today, locale, names: true };
  const context = { next, scanning: undefined, nextCommand: 'a.b', panelCommand: 'a.c' };
  return {
    panel: panelModel(kept, overview, settings, {
      ...{ locale, project: safeText(text), notice: undefined, page, list, moreWins: false },
      week: weekModel(kept, settings, today, locale, undefined),
      guidance: { offers, nextStep: next },
    }),
    hover: hoverCard(overview, { locale, ...context }),
    tree: treeModel({
      ...{ locale, today, dayOf: settings.dayOf, goal: 5, tasks: kept.tasks, wins: kept.recent, next },
      offers: [{ task: 'open', step: 's2' }],
    }),
    standup: standup(kept.recent, { ...of, rest: { restDays: new Set(), pauses: [] } }).markdown,
    story: weeklyStory({ ...of, kept, settings, week: '2026-11-16', wins: kept.recent }).markdown,
    export: await textOf(exportMarkdown([project(entries, 'git-1', text)], locale)),
    thanks: shoutOuts(
      [{ author: text, coAuthors: [`${text}2`], subject: text, closedTodos: [text] }],
      ...(['2026-11-16', today, locale] as const),
    ),
  };
}

/** The texts of a view, wherever they stand in it, without the line that a task came from: it is looked for. */
function textsIn(view: unknown): string[] {
  if (typeof view === 'string') return [view];
  if (typeof view !== 'object' || view === null) return [];
  return Object.entries(view).flatMap(([key, part]) =>
    key === 'from' && 'steps' in view ? [] : textsIn(part),
  );
}

/** What a text becomes in a view: the text alone, references of HTML, or escaped Markdown and code. */
function formsOf(view: string, text: string): readonly string[] {
  const cut = (each: string): string[] =>
    [5000, 2000, 1000, 400, 200, 80].map(limit => safeText(each, limit));
  const safe = [text, text.slice(0, 1000), `${text}2`, `${text}:${text}`].flatMap(cut);
  if (view === 'panel' || view === 'tree') return safe;
  if (view === 'hover') return safe.map(hoverText);
  // The beginning of a commit's hash, and of what says to be one.
  return [...safe.map(markdownText), ...safe.map(markdownCode), markdownCode(text.slice(0, 7))];
}

/** The texts of a view with a plain word wherever the given one stands, made harmless in the view's way. */
function tamed(name: string, view: unknown, text: string): string[] {
  const forms = [...new Set(formsOf(name, text))]
    .filter(form => form !== '')
    .sort((one, other) => other.length - one.length);
  return textsIn(view).map(words => forms.reduce((rest, form) => rest.replaceAll(form, 'word'), words));
}

/** A text of letters that is as long, in characters and about as much in bytes: what is cut is cut the same way. */
function plainOf(text: string): string {
  const letter = byteLength(text) > 1.5 * text.length ? 'ж' : 'e';
  return letter.repeat(Math.max(4, safeText(text, 5000).length));
}

suite('Hostile texts in imported data', () => {
  for (const [index, text] of hostileTexts.entries()) {
    const name = `${index + 1}: ${JSON.stringify(text.slice(0, 50))}`;

    test(`${name} changes nothing but its own words in panel, hover, tree and documents`, async () => {
      const plain = plainOf(text);
      const shown = await shownOf(text);
      for (const [view, content] of Object.entries(await shownOf(plain))) {
        assert.deepEqual(tamed(view, shown[view], text), tamed(view, content, plain), view);
      }
      // A tooltip has lines of its own.
      for (const each of textsIn([shown.panel, shown.tree]).flatMap(words => words.split('\n'))) {
        assert.ok(each.isWellFormed());
        assert.doesNotMatch(each, /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      }
    });

    test(`${name} is only a name on a card, and only a title in a template`, async () => {
      const { children } = parseXml(cardOf(text));
      const names = new Set<string>();
      const walk = (nodes: typeof children): void => {
        for (const node of nodes) {
          if (!(node instanceof XmlElement)) continue;
          names.add(node.name);
          for (const attribute of Object.keys(node.attributes))
            assert.doesNotMatch(attribute, /^on|href|style/i);
          walk(node.children as typeof children);
        }
      };
      walk(children);
      assert.deepEqual([...names].sort(), ['desc', 'rect', 'svg', 'text', 'title']);

      const file = { microWins: 'templates', version: 1, templates: [{ title: text, steps: [text] }] };
      const { templates, faults } = readTemplatesText(JSON.stringify(file));
      assert.deepEqual(faults, []);
      assert.deepEqual(templates[0]?.title, safeText(text));
      for (const step of templates[0]?.steps ?? []) assert.equal(step, safeText(step));
    });
  }
});

function cardOf(name: string): string {
  const kept = { ...emptyKept, days: new Map([[today, [1, 1, 1, 1, 1] as const]]) };
  return shareCard({
    overview: overviewOf(kept, settings, noon),
    history: kept.days,
    ...{ firstWeekday: 1, locale, project: name, show: new Set(cardParts) },
  });
}

const emptyKept: Kept = {
  ...{ days: new Map(), recent: [], tasks: [], finished: [], goals: [], pauses: [] },
  ...{ reached: new Map(), reviews: new Map(), hours: [] },
};
