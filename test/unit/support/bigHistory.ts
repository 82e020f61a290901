import { GitSandbox } from './gitSandbox';

/** What a made history is like. */
export interface BigHistory {
  readonly commits: number;
  readonly authors: number;
  /** days that it spans, up to now */
  readonly days: number;
}

/** A small seeded generator (mulberry32): the same history every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A repository with a large history by many authors: merges, renames, time zones. The user is author 0. */
export function makeBigHistory({ commits, authors, days }: BigHistory): GitSandbox {
  const box = new GitSandbox();
  const random = seeded(20261122);
  const zones = ['-1100', '-0800', '-0330', '+0000', '+0100', '+0545', '+0900', '+1400'];
  const start = Math.floor(Date.now() / 1000) - days * 86_400;
  const stride = (days * 86_400) / commits;
  const parts: string[] = [];
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  for (let index = 1; index <= commits; index++) {
    const author = Math.floor(random() * authors);
    const who = author === 0 ? 'Dev <dev@example.com>' : `Author ${author} <author${author}@example.com>`;
    const at = Math.floor(start + index * stride);
    const zone = zones[Math.floor(random() * zones.length)] ?? '+0000';
    parts.push(`commit refs/heads/main\nmark :${index}\nauthor ${who} ${at} ${zone}\n`);
    parts.push(`committer ${who} ${at} ${zone}\n${data(`Change ${index}`)}`);
    if (index > 1) parts.push(`from :${index - 1}\n`);
    const folder = `src/part${index % 50}`;
    const file = `${folder}/f${index % 500}.ts`;
    parts.push(`M 100644 inline ${file}\n${data(`// ${index}\nexport const x = ${index};\n`)}`);
    if (index % 97 === 0) parts.push(`R ${file} ${folder}/renamed${index % 500}.ts\n`);
    // Now and then a commit has a second parent some way back: a merge.
    if (index % 50 === 0 && index > 60)
      parts.splice(parts.length - (index % 97 === 0 ? 2 : 1), 0, `merge :${index - 7}\n`);
    parts.push('\n');
  }
  box.gitWith({ input: parts.join('') }, 'fast-import', '--quiet');
  box.git('reset', '--quiet', '--hard', 'main');
  return box;
}
