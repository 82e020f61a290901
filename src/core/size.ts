/** How many bytes a text takes in UTF-8. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Each half of a surrogate pair stands for two of its four bytes.
    if (unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff)) bytes += 2;
    else if (unit >= 0x80) bytes++;
  }
  return bytes;
}

/** As many of `items` as fit, the first ones first, so that their JSON together takes at most so many bytes. */
export function allWithin<T>(items: readonly T[], bytes: number): readonly T[] {
  let room = bytes;
  return items.filter(item => {
    const size = byteLength(JSON.stringify(item)) + 1;
    if (size > room) return false;
    room -= size;
    return true;
  });
}

/**
 * The first of `items` whose JSON together takes at most so many bytes.
 * @param least so many are given whatever they take, if there are as many
 */
export function firstWithin<T>(items: readonly T[], bytes: number, least: 0 | 1 = 1): readonly T[] {
  let room = bytes;
  const end = items.findIndex((item, index) => {
    room -= byteLength(JSON.stringify(item)) + 1;
    return room < 0 && index >= least;
  });
  return end < 0 ? items : items.slice(0, end);
}
