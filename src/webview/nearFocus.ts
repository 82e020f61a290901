/** What can have the focus, by Tab or because a page gave it. */
const focusable = 'button, input, select, textarea, [tabindex]';

/** An element's place among its parent's children, at one height of the page. */
interface Place {
  readonly parent: Element;
  readonly before: readonly Element[];
  readonly after: readonly Element[];
}

/**
 * Notes where an element stands; what is returned gives the focus to something near, once a drawing has taken the
 * element away. In a row that is its own control, else the next neighbour, else the one before, else the heading.
 */
export function noteNear(element: Element): () => void {
  const places: Place[] = [];
  for (let child = element; child.parentElement; child = child.parentElement) {
    const parent = child.parentElement;
    const children = [...parent.children];
    const index = children.indexOf(child);
    places.push({ parent, before: children.slice(0, index).reverse(), after: children.slice(index + 1) });
    // Outside of a section what comes next is something else altogether.
    if (parent.localName === 'main') break;
  }
  return () => {
    for (const place of places) {
      const near = place.parent.isConnected && nearestIn(place);
      if (!near) continue;
      // A heading has the focus only when it is given.
      if (near instanceof HTMLHeadingElement) near.tabIndex = -1;
      near.focus({ preventScroll: true });
      near.scrollIntoView({ block: 'nearest' });
      return;
    }
  };
}

function nearestIn({ parent, before, after }: Place): HTMLElement | undefined {
  if (parent.localName === 'main') return parent.querySelector('h1') ?? undefined;
  if (parent.localName === 'li') return firstIn(parent);
  for (const neighbour of [...after, ...before]) {
    const found = neighbour.isConnected && firstIn(neighbour);
    if (found) return found;
  }
  return parent.localName === 'section' ? (parent.querySelector('h2') ?? undefined) : undefined;
}

function firstIn(element: Element): HTMLElement | undefined {
  const all = [element, ...element.querySelectorAll(focusable)];
  return all.find(
    (each): each is HTMLElement =>
      each instanceof HTMLElement && each.matches(focusable) && each.checkVisibility(),
  );
}
