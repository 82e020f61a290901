import type { PanelModel } from '../core/panelModel';
import type { Win } from '../core/win';

/**
 * The wins that are news in a snapshot. Earlier wins that the user asked to see are none,
 * nor is what a scan of the history finds.
 */
export function newWins(before: PanelModel, now: PanelModel): readonly Win[] {
  if (now.total <= before.total || now.notice?.icon === 'sync') return [];
  const known = new Set(before.recent.map(({ id }) => id));
  const oldest = before.recent.at(-1)?.at ?? 0;
  return now.recent.filter(({ id, at }) => !known.has(id) && at >= oldest);
}
