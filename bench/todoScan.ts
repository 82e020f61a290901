import { performance } from 'node:perf_hooks';
import { languageOf } from '../src/detect/todos/lex/language';
import { defaultTags, scanTodos } from '../src/detect/todos/scanner';

const lineCount = 10_000;
const rounds = 200;

/** What `benchTodoScan` measured; times are medians in ms. */
export interface TodoScanFigures {
  readonly lines: number;
  readonly characters: number;
  readonly todos: number;
  readonly scan: number;
  /** The same text with no tag in it, which is what most files are. */
  readonly scanWithout: number;
  readonly leasot?: number;
  readonly leasotTodos?: number;
}

/**
 * Times the TODO scan of a 10,000-line TypeScript file, and `leasot` on the same text where it can be resolved
 * (`npm i --no-save leasot`, or the path of its main file in `LEASOT`), and prints the figures.
 */
export async function benchTodoScan(): Promise<TodoScanFigures> {
  const text = typeScriptFile(lineCount);
  const without = text.replace(/TODO|FIXME/g, 'NOTE');
  const language = languageOf('typescript', { line: ['//'], block: [['/*', '*/']], quotes: [] });
  if (!language) throw new Error('TypeScript has comments');
  const todos = scanTodos(text, language).length;
  const scan = await median(() => scanTodos(text, language));
  const scanWithout = await median(() => scanTodos(without, language));
  const figures: TodoScanFigures = { lines: lineCount, characters: text.length, todos, scan, scanWithout };
  print(
    `TODO scan, ${lineCount} lines (${Math.round(text.length / 1024)} KiB) of TypeScript, ${todos} TODOs`,
  );
  print(`  Micro Wins  ${ms(scan)}; without a tag ${ms(scanWithout)}`);
  const leasot = await loadLeasot();
  if (!leasot) {
    print('  leasot      not installed; to compare: npm i --no-save leasot');
    return figures;
  }
  const options = { extension: '.ts', customTags: defaultTags.filter(tag => !/TODO|FIXME/.test(tag)) };
  const parse = (): Promise<unknown[]> => leasot.parse(text, options);
  const leasotTodos = (await parse()).length;
  const time = await median(parse, 20);
  print(`  leasot      ${ms(time)}, ${leasotTodos} TODOs; ${(time / scan).toFixed(1)} times the time`);
  return { ...figures, leasot: time, leasotTodos };
}

/**
 * A program as people write them, with comments, strings, templates and regular expressions; every 50 lines a
 * TODO on its own line, every 200 one in a doc comment and one after code.
 */
function typeScriptFile(lines: number): string {
  const block = (n: number): string[] => [
    `/**`,
    ` * Reads entry ${n} and tells what is wrong with it.`,
    ` * @param source where it comes from, such as 'file:///tmp/${n}'`,
    ...(n % 4 === 0 ? [` * TODO: say what happens to entry ${n} offline`] : []),
    ` */`,
    `export async function readEntry${n}(source: string, options: Options = {}): Promise<Entry[]> {`,
    `  const pattern = /^\\s*(["'\`])(?:\\\\.|[^/\\\\])*\\1\\/${n}$/u;`,
    `  const url = \`https://example.org/\${encodeURIComponent(source)}/\${options.page ?? ${n}}\`;`,
    `  // TODO: retry when the server answers ${n}`,
    `  const response = await fetch(url, { headers: { accept: 'application/json', 'x-todo': "TODO: ${n}" } });`,
    `  if (!response.ok) throw new Error(\`It's \${response.status} / \${response.statusText}\`);`,
    `  const entries: Entry[] = []; ${n % 4 === 1 ? '// FIXME: a map would do' : '// filled below'}`,
    `  for (const [key, value] of Object.entries(await response.json())) {`,
    `    if (!pattern.test(key) || value === null) continue;`,
    `    const share = (Number(value) / ${n + 1}) * 100;`,
    `    entries.push({ key, share, title: "entry \\"" + key + '\\' of ${n}', parent: source });`,
    `  }`,
    `  return entries.sort((a, b) => b.share - a.share || a.key.localeCompare(b.key));`,
    `}`,
    ``,
    `export interface Options${n} { readonly page?: number; readonly retries?: number; readonly label: string }`,
    `const defaults${n}: Options${n} = { page: ${n}, retries: 3, label: 'entries of the first page' };`,
    `/* Kept for old callers. */`,
    `export const legacy${n} = (source: string): Promise<Entry[]> => readEntry${n}(source, defaults${n});`,
    ...Array.from(
      { length: 26 },
      (_, i) => `export const value${n}_${i} = compute(${i}, source.length / ${n + i + 1}, "label ${i}");`,
    ),
    ``,
  ];
  const text: string[] = [];
  for (let n = 0; text.length < lines; n++) text.push(...block(n));
  return text.slice(0, lines).join('\n');
}

interface Leasot {
  parse(text: string, options: { extension: string; customTags: string[] }): Promise<unknown[]>;
}

async function loadLeasot(): Promise<Leasot | undefined> {
  // Named at run time, so that the bundle needs no leasot.
  const name: string = process.env.LEASOT ?? 'leasot';
  try {
    return await import(name);
  } catch {
    return undefined;
  }
}

async function median(run: () => unknown, times = rounds): Promise<number> {
  const samples: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    const result = run();
    if (result instanceof Promise) await result;
    samples.push(performance.now() - start);
  }
  return samples.sort((a, b) => a - b)[times >> 1] ?? 0;
}

function ms(time: number): string {
  return `${time.toFixed(2)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
