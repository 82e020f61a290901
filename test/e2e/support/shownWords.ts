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
 * Letters of Chinese and Japanese as wide as they are: a browser without a font for them draws narrower gaps, which
 * dashes then take the place of, with a line's break allowed after each.
 */
export async function widenLetters(panel: FedPanel): Promise<void> {
  await panel.page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) return;
    pen.font = `20px ${getComputedStyle(document.body).fontFamily}`;
    if (pen.measureText('漢').width > 18) return;
    const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/gu;
    const widened = (words: string): string => words.replace(wide, '—\u200b');
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      node.nodeValue = widened(node.nodeValue ?? '');
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('[placeholder]')) {
      field.placeholder = widened(field.placeholder);
    }
  });
}

/** Data of any length ends in dots; its whole is in a tooltip. Words of the interface never do. */
const data = '.project span, .scope span, .task .fold span, .title, .source';

/**
 * What does not fit: words that reach out of their button, field or card, that cover other words or a day of the
 * heat-map, that end in dots or are broken inside, and hints longer than their field; each with its place and by how
 * many pixels.
 */
export async function overflowing(panel: FedPanel): Promise<string[]> {
  return panel.page.evaluate(mayEndInDots => {
    const found: string[] = [];
    /** What a list's arrow takes, in pixels. */
    const arrow = 16;
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('.unseen');
    const tell = (element: Element, what: string, by: number, words: string): void => {
      const place = element.closest('section, header, footer')?.className ?? 'page';
      const name = element.getAttribute('class') ?? '';
      found.push(`${place}: <${element.localName} ${name}> ${what} by ${Math.round(by)}: ${words}`);
    };
    const reach = (inner: DOMRect, outer: DOMRect): number =>
      Math.max(
        outer.left - inner.left,
        inner.right - outer.right,
        outer.top - inner.top,
        inner.bottom - outer.bottom,
      );

    // Each line of each text, with what it must stay in: buttons and fields, its card, the window's width.
    const lines: { element: Element; box: DOMRect; words: string }[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim();
      if (!element || !words || !isSeen(element) || element.closest('script, select')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const dotted = element.closest(mayEndInDots);
      for (const whole of range.getClientRects()) {
        const shown = dotted?.getBoundingClientRect() ?? whole;
        const left = Math.max(whole.left, shown.left);
        const right = Math.min(whole.right, shown.right);
        // The letters are less high than their line.
        const box = new DOMRect(left, whole.top + 3, right - left, whole.height - 6);
        const scrolled = element.closest('.reached-part ul')?.getBoundingClientRect();
        if (box.width <= 0 || (scrolled && reach(box, scrolled) > 0)) continue; // scrolled out of sight
        lines.push({ element, box, words });
        for (const name of ['button, .tag, .switch label, .switch, .notice', '.card, .tile', 'html']) {
          const frame = element.closest(name);
          const by = frame ? reach(box, frame.getBoundingClientRect()) : 0;
          if (frame && by > 0.5) tell(element, `out of ${frame.className || frame.localName}`, by, words);
        }
      }
      for (const word of dotted ? [] : (node.nodeValue ?? '').matchAll(/[\p{L}\p{N}]+/gu)) {
        if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(word[0])) continue;
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const [first, ...more] = [...range.getClientRects()].map(({ top }) => top);
        if (more.some(top => top !== first)) tell(element, 'breaks a word', more.length, word[0]);
      }
      const cut = element.scrollWidth - element.clientWidth;
      if (getComputedStyle(element).textOverflow === 'ellipsis' && cut > 0 && !dotted) {
        tell(element, 'ends in dots', cut, words);
      }
    }

    const days = [...document.querySelectorAll('.map .cell')].map(element => ({
      element,
      box: element.getBoundingClientRect(),
      words: 'a day',
    }));
    for (const [index, { element, box, words }] of lines.entries()) {
      const others = element.closest('.map') ? [...lines.slice(index + 1), ...days] : lines.slice(index + 1);
      for (const other of others) {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        const isOther = other.element !== element || other.words !== words;
        if (isOther && wide > 1 && high > 1)
          tell(element, `covers “${other.words}”`, Math.min(wide, high), words);
      }
    }

    const pen = document.createElement('canvas').getContext('2d');
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
      const isList = field instanceof HTMLSelectElement;
      const words = isList ? (field.selectedOptions[0]?.text ?? '') : field.placeholder;
      const { fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(field);
      if (!pen || !words || !isSeen(field)) continue;
      pen.font = `${fontSize} ${fontFamily}`;
      const around = parseFloat(paddingLeft) + parseFloat(paddingRight) + (isList ? arrow : 0);
      const over = pen.measureText(words).width + around - field.clientWidth;
      if (over > 0) tell(field, 'cuts its words', over, words);
    }
    return found;
  }, data);
}
