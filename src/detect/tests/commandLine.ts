import parse from 'shell-quote/parse';
import { escapeOf, isBalanced, prepare, type Shell } from './shell';

/** One pipeline of a line, and how it follows the one before it. */
export interface Part {
  /** `;` also stands for a new line, for `&`, and for the start of the line. */
  readonly joint: ';' | '&&' | '||';
  /** The commands of the pipeline, each as its words, without redirections; none for a group. */
  readonly pipeline: readonly (readonly string[])[];
  /** What stands in parentheses, in a shell of its own: `(cd web && npm test)`. */
  readonly group?: readonly Part[];
  /** Its exit status is turned round (`!`, fish `not`). */
  readonly negated: boolean;
  /** A `&` follows: it and what it is joined to run on their own, and their exit status is not the line's. */
  readonly background: boolean;
}

/** Longer lines are scripts or data, not commands someone runs again. */
const maxLine = 8192;

/** Parentheses in parentheses, no deeper. */
const maxGroups = 8;

/** First words that open a compound command, whose exit status needs a real interpreter to know. */
const keywords: Record<Shell, ReadonlySet<string>> = {
  posix: new Set(
    'if then elif else fi for while until do done case esac select function coproc { }'.split(' '),
  ),
  fish: new Set('if else for while switch case begin end function'.split(' ')),
  powershell: new Set(
    'if elseif else for foreach while do until switch try catch finally trap function param { }'.split(' '),
  ),
  cmd: new Set(['if', 'for', 'else', 'goto']),
};

const redirections: ReadonlySet<string> = new Set([
  '>',
  '>>',
  '>&',
  '>|',
  '&>',
  '&>>',
  '<',
  '<&',
  '<>',
  '<<<',
]);

/**
 * Splits a line into pipelines. Variables and globs stay as written, a command substitution is one opaque
 * word. Undefined when the exit status can't be followed: subshells in a pipeline, braces, keywords, here-documents,
 * unbalanced quotes, a dangling operator, or a line of more than 8192 characters.
 */
export function splitLine(line: string, shell: Shell): readonly Part[] | undefined {
  if (line.length > maxLine) return undefined;
  const prepared = prepare(line.trim(), shell);
  if (!isBalanced(prepared, shell)) return undefined;
  try {
    const tokens = parse<never>(prepared, name => asWritten(name), { escape: escapeOf[shell] });
    return new Splitter(shell).split(tokens);
  } catch {
    return undefined; // shell-quote throws on a bad substitution
  }
}

/** Words as one text: what has blanks or quotes is quoted, so that the text is unambiguous. */
export function joinWords(words: readonly string[]): string {
  return words.map(word => (/^[^\s'"]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
}

/** The parts in parentheses in the place of the parentheses. */
export function flatParts(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap(part => (part.group ? flatParts(part.group) : [part]));
}

/** A variable's reference instead of its value, which only the shell knows. */
function asWritten(name: string): string {
  return /^\w*$/.test(name) ? `$${name}` : `\${${name}}`;
}

type Token = parse.ParseEntry;

/** Walks the tokens of a line once. */
class Splitter {
  private readonly parts: Part[] = [];
  private joint: Part['joint'] = ';';
  private pipeline: string[][] = [];
  private words: string[] = [];
  private group: readonly Part[] | undefined;
  private negated = false;

  constructor(
    private readonly shell: Shell,
    private readonly depth = 0,
  ) {}

  split(tokens: readonly Token[]): readonly Part[] | undefined {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) continue;
      if (typeof token === 'string') this.words.push(token);
      else if ('comment' in token) return undefined;
      else if (token.op === 'glob') this.words.push((token as { pattern: string }).pattern);
      else if (redirections.has(token.op)) {
        const end = target(tokens, at + 1);
        if (end === undefined) return undefined;
        at = end;
      } else if (this.opensSubstitution(token.op)) {
        const end = closing(tokens, at);
        if (end === undefined) return undefined;
        this.addOpaque(token.op);
        at = end;
      } else if (this.opensGroup(token.op)) {
        const end = closing(tokens, at);
        this.group =
          end === undefined
            ? undefined
            : new Splitter(this.shell, this.depth + 1).split(tokens.slice(at + 1, end));
        if (end === undefined || !this.group || this.group.length === 0) return undefined;
        at = end;
      } else if (!this.operator(token.op)) return undefined;
    }
    if (!this.endPart(false)) return undefined;
    return this.joint === ';' ? this.parts : undefined;
  }

  private opensSubstitution(op: string): boolean {
    if (op === '<(' || op === '>(') return true;
    if (op !== '(') return false;
    return this.words.at(-1)?.endsWith('$') === true || (this.shell === 'fish' && this.words.length > 0);
  }

  /** Only the shells of this family run what is in parentheses and take its status over. */
  private opensGroup(op: string): boolean {
    return op === '(' && this.shell === 'posix' && this.isEmpty() && this.depth < maxGroups;
  }

  private isEmpty(): boolean {
    return this.words.length === 0 && this.pipeline.length === 0 && !this.group;
  }

  private addOpaque(op: string): void {
    if (op === '(' && this.words.at(-1)?.endsWith('$')) this.words[this.words.length - 1] += '(…)';
    else this.words.push(`${op}…)`);
  }

  /** False when the line can't be followed any further. */
  private operator(op: string): boolean {
    switch (op) {
      case '&&':
      case '||':
        if (!this.endPart(false, true)) return false;
        this.joint = op;
        return true;
      case ';':
        return this.endPart(false);
      case '&':
        if (this.shell === 'powershell' && this.words.length === 0) return true; // its call operator
        return this.endPart(this.shell !== 'cmd', true);
      case '|':
      case '|&':
        return this.endCommand();
      default:
        return false;
    }
  }

  private endCommand(): boolean {
    if (this.group) return false; // piped, or with words after it
    if (this.pipeline.length === 0) this.takePrefixes();
    const [first] = this.words;
    if (first === undefined || keywords[this.shell].has(first)) return false;
    if (this.shell === 'powershell' && this.words.some(word => /^@?\{|\}$/.test(word))) return false;
    this.pipeline.push(this.words);
    this.words = [];
    return true;
  }

  /** `!` before a pipeline, and fish's words for it, `&&` and `||`. */
  private takePrefixes(): void {
    for (; ; this.words.shift()) {
      const first = this.words[0];
      if (first === '!' || (this.shell === 'fish' && first === 'not')) this.negated = !this.negated;
      else if (this.shell === 'fish' && first === 'and') this.joint = '&&';
      else if (this.shell === 'fish' && first === 'or') this.joint = '||';
      else return;
    }
  }

  /** An empty part is passed over (`;` at the end, empty lines), except next to `&&`, `||` and `&`. */
  private endPart(background: boolean, needed = false): boolean {
    if (this.isEmpty()) return !needed && this.joint === ';';
    const { group } = this;
    if (group && this.words.length > 0) return false;
    if (!group && !this.endCommand()) return false;
    const { joint, pipeline, negated } = this;
    this.parts.push({ joint, pipeline, negated, background, ...(group && { group }) });
    this.joint = ';';
    this.pipeline = [];
    this.group = undefined;
    this.negated = false;
    return true;
  }
}

/** Where a redirection's target ends: a word, or a process substitution. */
function target(tokens: readonly Token[], from: number): number | undefined {
  const token = tokens[from];
  if (typeof token === 'string') return from;
  if (token === undefined || !('op' in token)) return undefined;
  return token.op === 'glob' ? from : /^[<>]?\($/.test(token.op) ? closing(tokens, from) : undefined;
}

/** Where the parenthesis opened at `from` closes. */
function closing(tokens: readonly Token[], from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (typeof token !== 'object' || !('op' in token)) continue;
    if (/^[<>]?\($/.test(token.op)) depth += 1;
    else if (token.op === ')' && --depth === 0) return at;
  }
  return undefined;
}
