import * as v from 'valibot';
import { noticeActions } from '../core/panelModel';
import { winKinds } from '../core/win';
import { mostListed } from '../core/winList';
import type { FromPanel } from '../protocol';

const id = v.pipe(v.string(), v.maxLength(200));
const title = v.pipe(v.string(), v.maxLength(10_000));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));
const plain = <const T extends string>(type: T) => v.object({ type: v.literal(type) });

const message: v.GenericSchema<unknown, FromPanel> = v.variant('type', [
  plain('ready'),
  plain('breakDownTask'),
  plain('logWin'),
  plain('setGoal'),
  plain('openSettings'),
  plain('exportData'),
  v.object({ type: v.literal('notice'), action: v.picklist(noticeActions) }),
  v.object({ type: v.literal('tickStep'), task: id, step: id, done: v.boolean() }),
  v.object({ type: v.literal('addStep'), task: id, title }),
  v.object({ type: v.literal('renameStep'), task: id, step: id, title }),
  v.object({ type: v.literal('moveStep'), task: id, step: id, before: v.exactOptional(id) }),
  v.object({ type: v.literal('removeStep'), task: id, step: id }),
  v.object({ type: v.literal('renameTask'), task: id, title }),
  v.object({ type: v.literal('removeTask'), task: id }),
  v.object({ type: v.literal('stepForToday'), task: id, step: id, today: v.boolean() }),
  v.object({ type: v.literal('scope'), everywhere: v.boolean() }),
  v.object({ type: v.literal('nextStep'), id, act: v.picklist(['act', 'another', 'today']) }),
  v.object({ type: v.literal('offer'), task: id, step: id, accept: v.boolean() }),
  v.object({ type: v.literal('openTaskSource'), task: id }),
  v.object({ type: v.literal('keepTemplate'), task: id }),
  v.object({ type: v.literal('openWin'), id }),
  v.object({ type: v.literal('undoWin'), id }),
  plain('copyStandup'),
  plain('weeklyStory'),
  plain('copyStory'),
  v.object({ type: v.literal('answerReview'), week: day, answer: title }),
  v.object({
    type: v.literal('showWins'),
    kind: v.picklist(['all', ...winKinds]),
    search: v.pipe(v.string(), v.maxLength(1000)),
    newer: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostListed)),
    day: v.exactOptional(day),
  }),
]);

/** A message of the panel, checked; undefined for anything else. */
export function readMessage(value: unknown): FromPanel | undefined {
  const result = v.safeParse(message, value);
  return result.success ? result.output : undefined;
}
