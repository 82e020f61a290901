import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import type { TestCount } from './count';

/** What a report file tells. */
export interface TestReport extends TestCount {
  readonly suiteName: string;
  /** When the run ended or began, ms since the epoch; up to 14 hours off where the report tells no zone. */
  readonly at?: number;
}

/** Something that was read, or why it could not be. */
export type Read<T> = { readonly value: T } | { readonly reason: string };

/** Larger files are not read: a report of 20,000 tests has about 4 MiB. Characters, and so at most as many bytes. */
export const maxReport = 5 * 1024 * 1024;

/** Control characters, which XML 1.0 forbids but runners write (colours in messages), raw and as references. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|&#(?:x0*(?:1?[\da-fA-F])|0*(?:[12]?\d|3[01]));/g;

/**
 * Reads a JUnit XML or TRX report. Safe on hostile input: document types are passed over, no entity is expanded, and a
 * file that is too large, malformed or cut short (still being written) gives a reason, never a count.
 */
export function readReport(text: string): Read<TestReport> {
  if (text.length > maxReport) return { reason: `larger than ${maxReport} characters` };
  let root: XmlElement | null;
  try {
    root = parseXml(text.replace(illegal, legalOnly), { ignoreUndefinedEntities: true }).root;
  } catch (error) {
    // A RangeError comes from nesting beyond the stack.
    return { reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'malformed' };
  }
  const name = localName(root);
  if (root && (name === 'testsuites' || name === 'testsuite')) return { value: junit(root) };
  if (root && name === 'TestRun') return trx(root);
  return { reason: `neither JUnit XML nor TRX: <${name}>` };
}

/** Line breaks and tabs are legal as references, everything else found becomes a question mark. */
function legalOnly(found: string): string {
  return /^&#(x0*[9aAdD]|0*(9|10|13));$/.test(found) ? found : '?';
}

function localName(element: XmlElement | null): string {
  return element?.name.split(':').pop() ?? '';
}

function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter(child => child.type === 'element') as XmlElement[];
}

function junit(root: XmlElement): TestReport {
  let [passed, failed, skipped] = [0, 0, 0];
  let suiteName = root.attributes.name ?? '';
  let at: number | undefined;
  const pending = [root];
  for (let element = pending.pop(); element; element = pending.pop()) {
    const name = localName(element);
    if (name === 'testcase') {
      const inside = new Set(elementsOf(element).map(localName));
      if (inside.has('failure') || inside.has('error')) failed += 1;
      else if (inside.has('skipped') || /^(notrun|disabled)$/.test(element.attributes.status ?? ''))
        skipped += 1;
      else passed += 1;
    } else if (name === 'testsuite' || name === 'testsuites') {
      suiteName ||= element.attributes.name ?? '';
      at ??= momentOf(element.attributes.timestamp);
      // A suite may fail without a test of its own that does (a set-up that throws).
      const children = withoutRetried(elementsOf(element));
      if (children.some(child => localName(child) === 'error')) failed += 1;
      pending.push(...children.reverse());
    }
  }
  return { suiteName, passed, failed, skipped, ...(at !== undefined && { at }) };
}

/** gotestsum tells every attempt (`--rerun-fails`), under the same name; in a package of Go a name is there once. */
function withoutRetried(children: readonly XmlElement[]): XmlElement[] {
  const properties = children.filter(child => localName(child) === 'properties').flatMap(elementsOf);
  if (!properties.some(({ attributes }) => attributes.name === 'go.version')) return [...children];
  const hasFailed = (child: XmlElement): boolean =>
    elementsOf(child).some(one => localName(one) === 'failure');
  const passed = new Set(
    children.filter(child => !hasFailed(child)).flatMap(child => child.attributes.name ?? []),
  );
  return children.filter(child => !hasFailed(child) || !passed.has(child.attributes.name ?? ''));
}

function trx(root: XmlElement): Read<TestReport> {
  const children = elementsOf(root);
  const summary = children.find(child => localName(child) === 'ResultSummary');
  const counters = summary && elementsOf(summary).find(child => localName(child) === 'Counters');
  if (!counters) return { reason: 'a TRX file without counters' };
  const number = (name: string): number => Number.parseInt(counters.attributes[name] ?? '0', 10) || 0;
  const passed = number('passed');
  const failed = number('failed') + number('error') + number('timeout') + number('aborted');
  const skipped = Math.max(0, number('total') - passed - failed);
  const at = momentOf(children.find(child => localName(child) === 'Times')?.attributes.finish);
  return {
    value: {
      suiteName: root.attributes.name ?? '',
      passed,
      failed,
      skipped,
      ...(at !== undefined && { at }),
    },
  };
}

/** A moment; one without a zone is taken for UTC. */
function momentOf(text = ''): number | undefined {
  const hasZone = /(Z|GMT|UTC|[+-]\d\d:?\d\d)$/i.test(text);
  if (!hasZone && !/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text)) return undefined;
  const at = Date.parse(hasZone ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : at;
}
