import zeptomatch from 'zeptomatch';
import { commentSyntaxOf, parseConfiguration } from './lex/commentSyntax';
import { type Language, languageOf } from './lex/language';

/** An entry of `contributes.languages` of an installed extension, with its configuration file's text. */
export interface LanguageContribution {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
  /** A regular expression for the first line (`^#!.*\bpython\b`). */
  readonly firstLine?: string;
  /** The text of the file that `configuration` names. */
  readonly configuration?: string;
}

/** Finds the language of a document or of a file in the history. */
export interface Languages {
  /** By a document's `languageId`; undefined for data and unknown languages. */
  byId(id: string): Language | undefined;
  /**
   * By a path with forward slashes, as VS Code would choose; undefined for data files.
   * @param firstLine the file's first line, for scripts without an extension
   */
  byPath(path: string, firstLine?: string): Language | undefined;
}

/**
 * Languages that VS Code does not bring itself, in the form of a contribution: until an extension contributes
 * them, this is all there is. Anything contributed goes before it.
 */
const uncontributed: readonly LanguageContribution[] = [
  ...slashed('kotlin', ['.kt', '.kts']),
  ...slashed('scala', ['.scala', '.sc', '.sbt']),
  ...slashed('zig', ['.zig'], false),
  ...slashed('proto3', ['.proto']),
  ...slashed('terraform', ['.tf', '.tfvars', '.hcl']),
  known('haskell', ['.hs'], { lineComment: '--', blockComment: ['{-', '-}'] }),
  known('elixir', ['.ex', '.exs'], { lineComment: '#' }),
  known('erlang', ['.erl', '.hrl'], { lineComment: '%' }),
  known('ocaml', ['.ml', '.mli'], { blockComment: ['(*', '*)'] }),
  known('toml', ['.toml'], { lineComment: '#' }),
  known('cmake', ['.cmake'], { lineComment: '#', blockComment: ['#[[', ']]'] }, ['CMakeLists.txt']),
  known('vue', ['.vue'], { blockComment: ['<!--', '-->'] }),
  known('svelte', ['.svelte'], { blockComment: ['<!--', '-->'] }),
  known('astro', ['.astro'], { blockComment: ['<!--', '-->'] }),
  known('mdx', ['.mdx'], { blockComment: ['{/*', '*/}'] }),
];

function slashed(id: string, extensions: readonly string[], block = true): LanguageContribution[] {
  return [known(id, extensions, { lineComment: '//', ...(block && { blockComment: ['/*', '*/'] }) })];
}

function known(
  id: string,
  extensions: readonly string[],
  comments: unknown,
  filenames: readonly string[] = [],
): LanguageContribution {
  return { id, extensions, filenames, configuration: JSON.stringify({ comments }) };
}

/** Files that programs write for programs, whatever their language. */
const dataFile =
  /(?:\.min\.(?:[cm]?js|css)|\.(?:map|lock|svg|csv|tsv|jsonl|ndjson|snap|ipynb|po|pot)|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|go\.sum|gradle\.lockfile|packages\.lock\.json))$/i;

/** Whether a path names a data file, which has no TODOs (lock files, minified code, images as text …). */
export function isDataFile(path: string): boolean {
  return dataFile.test(path);
}

/**
 * The languages of this editor.
 * @param contributions of all installed extensions, in the order in which VS Code has them: a later one wins
 * @param associations `files.associations`: globs and language ids, which go before everything else
 */
export function createLanguages(
  contributions: readonly LanguageContribution[],
  associations: Readonly<Record<string, string>> = {},
): Languages {
  const names = new Map<string, string>();
  const extensions = new Map<string, string>();
  const patterns: [glob: string, id: string][] = [];
  const firstLines: [regex: RegExp, id: string][] = [];
  const configurations = new Map<string, string>();
  for (const language of [...uncontributed, ...contributions]) {
    for (const name of language.filenames ?? []) names.set(name.toLowerCase(), language.id);
    for (const extension of language.extensions ?? []) extensions.set(extension.toLowerCase(), language.id);
    for (const glob of language.filenamePatterns ?? []) patterns.unshift([glob, language.id]);
    const regex = language.firstLine === undefined ? undefined : regexOf(language.firstLine);
    if (regex) firstLines.unshift([regex, language.id]);
    if (language.configuration !== undefined) configurations.set(language.id, language.configuration);
  }
  const known = new Map<string, Language | undefined>();

  function byId(id: string): Language | undefined {
    if (!known.has(id)) {
      const text = configurations.get(id);
      const syntax = text === undefined ? undefined : commentSyntaxOf(parseConfiguration(text));
      known.set(id, languageOf(id, syntax));
    }
    return known.get(id);
  }

  function idOf(path: string, firstLine: string): string | undefined {
    const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
    for (const [glob, id] of Object.entries(associations)) if (matches(glob, path, name)) return id;
    const byName = names.get(name);
    if (byName !== undefined) return byName;
    for (const [glob, id] of patterns) if (matches(glob, path, name)) return id;
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      const id = extensions.get(name.slice(dot));
      if (id !== undefined) return id;
    }
    // Bounded: the expressions come from extensions, the line from a file.
    const start = firstLine.slice(0, 200);
    return start === '' ? undefined : firstLines.find(([regex]) => regex.test(start))?.[1];
  }

  return {
    byId,
    byPath(path, firstLine = '') {
      if (isDataFile(path)) return undefined;
      const id = idOf(path, firstLine);
      return id === undefined ? undefined : byId(id);
    },
  };
}

/** A glob with a slash is for the whole path, one without for the name, as in `files.associations`. */
function matches(glob: string, path: string, name: string): boolean {
  const pattern = glob.toLowerCase();
  const whole = pattern.includes('/');
  return zeptomatch(
    whole && !pattern.startsWith('/') && !pattern.startsWith('**') ? `**/${pattern}` : pattern,
    whole ? path.toLowerCase() : name,
  );
}

function regexOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}
