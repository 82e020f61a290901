import type { FedPanel } from './fedPanel';

/** All that can be read or heard on the page: texts, names, tooltips, hints in fields. */
export async function shownWords(panel: FedPanel): Promise<string[]> {
  return panel.page.evaluate(() => {
    const words = new Set<string>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (!node.parentElement?.closest('script, style')) words.add(node.textContent?.trim() ?? '');
    }
    const names = [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'aria-roledescription',
      'title',
      'placeholder',
      'alt',
    ];
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of names) words.add(element.getAttribute(name) ?? '');
    }
    words.delete('');
    return [...words];
  });
}

/**
 * What does not fit: elements that are wider or higher than their box, or reach out of their card, and hints that
 * are longer than their field; each as `class: how far: words`. Long data may end in dots, words of `fixed` elements
 * may not.
 */
export async function overflowing(panel: FedPanel): Promise<string[]> {
  return panel.page.evaluate(() => {
    const found: string[] = [];
    const pen = document.createElement('canvas').getContext('2d');
    const tell = (element: Element, what: string): void => {
      const words = element.getAttribute('placeholder') ?? element.textContent ?? '';
      const name = `${element.localName}.${element.getAttribute('class') ?? ''}`;
      found.push(
        `${name} in ${element.closest('section')?.className ?? 'page'}: ${what}: ${words.slice(0, 90)}`,
      );
    };
    for (const element of document.body.querySelectorAll('main *')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.closest('.unseen')) continue;
      const style = getComputedStyle(element);
      const frame = (element.parentElement?.closest('.card, .tile') ?? document.body).getBoundingClientRect();
      const isText = element instanceof HTMLElement || element.localName === 'text';
      if (isText && (box.right > frame.right + 0.5 || box.left < frame.left - 0.5)) {
        tell(
          element,
          `out of its card by ${Math.round(Math.max(box.right - frame.right, frame.left - box.left))}`,
        );
      }
      if (!(element instanceof HTMLElement) || style.display === 'inline') continue;
      if (element instanceof HTMLInputElement && element.placeholder && pen) {
        pen.font = style.font;
        const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const over = Math.round(pen.measureText(element.placeholder).width - room);
        if (over > 0) tell(element, `hint too long by ${over}`);
      }
      const cut = style.textOverflow === 'ellipsis';
      const isData = cut && element.matches('.project span, .task .fold span, .title, .source, h3 span');
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !isData) {
        tell(element, `${cut ? 'cut' : 'too wide'} by ${element.scrollWidth - element.clientWidth}`);
      }
      if (
        element.scrollHeight > element.clientHeight + 6 &&
        element.clientHeight > 0 &&
        element.matches('button, .tag, .switch, .switch *, .head, p')
      ) {
        tell(element, `too high by ${element.scrollHeight - element.clientHeight}`);
      }
    }
    return found;
  });
}
