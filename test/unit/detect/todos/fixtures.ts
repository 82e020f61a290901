import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createLanguages,
  type LanguageContribution,
  type Languages,
} from '../../../../src/detect/todos/languages';
import type { Todo } from '../../../../src/detect/todos/todo';

const root = join('test', 'fixtures', 'todos');

/** A source file of the corpus, with what is to be found in it. */
export interface Sample {
  /** The folder: the language's id, or `data`. */
  readonly language: string;
  readonly path: string;
  readonly text: string;
  readonly expected: readonly Todo[];
}

/** The languages that VS Code brings (a trimmed copy), in the form an extension contributes them. */
export function builtInLanguages(): Languages {
  const entries: (Omit<LanguageContribution, 'configuration'> & { configuration?: unknown })[] = JSON.parse(
    readFileSync(join(root, 'languages.json'), 'utf8'),
  );
  return createLanguages(
    entries.map(({ configuration, ...entry }) => ({
      ...entry,
      ...(configuration !== undefined && { configuration: JSON.stringify(configuration) }),
    })),
  );
}

/** All files of the corpus: one folder a language, each file beside its `<name>.expected.json`. */
export function samples(): Sample[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return folders.flatMap(({ name: language }) => {
    const names = readdirSync(join(root, language)).filter(name => !name.endsWith('.expected.json'));
    return names.map(name => {
      const path = join(root, language, name);
      const expected = join(root, language, `${name.replace(/\.[^.]*$/, '')}.expected.json`);
      return {
        language,
        path: `src/${name}`,
        text: readFileSync(path, 'utf8'),
        expected: language === 'data' ? [] : JSON.parse(readFileSync(expected, 'utf8')),
      };
    });
  });
}
