import type { Task } from '../core/task';
import { post } from './vscode';

/** Drags a step by its gripper: a line shows where it would go, and there it goes when it is let go. */
export function dragStep(event: PointerEvent, { id, steps }: Task, index: number): void {
  const gripper = event.currentTarget;
  const row = gripper instanceof Element ? gripper.closest('li') : null;
  const list = row?.parentElement;
  const step = steps[index];
  if (event.button !== 0 || !row || !list || !step) return;
  event.preventDefault();
  const rows = [...list.children];
  let place = index;
  const mark = (): void => {
    for (const [at, other] of rows.entries()) {
      other.classList.toggle('drop-before', at === place && place !== index && place !== index + 1);
      other.classList.toggle('drop-after', at === rows.length - 1 && place > at && index !== at);
    }
  };
  const end = new AbortController();
  const { signal } = end;
  const finish = (): void => {
    end.abort();
    row.classList.remove('dragged');
    place = index;
    mark();
  };
  const drop = (): void => {
    const to = place;
    finish();
    if (to === index || to === index + 1) return;
    const before = steps[to];
    post({ type: 'moveStep', task: id, step: step.id, ...(before ? { before: before.id } : {}) });
  };
  const move = ({ clientY }: PointerEvent): void => {
    const below = rows.findIndex(other => {
      const { top, height } = other.getBoundingClientRect();
      return clientY < top + height / 2;
    });
    place = below < 0 ? rows.length : below;
    mark();
  };
  row.classList.add('dragged');
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', drop, { signal });
  addEventListener('pointercancel', finish, { signal });
  addEventListener('keydown', ({ key }) => key === 'Escape' && finish(), { signal });
}
