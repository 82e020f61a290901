import * as l10n from '@vscode/l10n';
import * as v from 'valibot';
import { fitTemplate, type Template, type TemplateFault } from '../core/templates';

/** A file larger than this holds no templates, bytes. */
export const maxTemplateBytes = 4_000_000;

const shape = v.object({ title: v.string(), steps: v.array(v.string()) });
const file = v.object({ microWins: v.literal('templates'), version: v.literal(1), templates: v.unknown() });

/** Templates out of a setting or a file, and for each of the others a sentence that says what is wrong. */
export interface ReadTemplates {
  readonly templates: readonly Template[];
  readonly faults: readonly string[];
}

/** The templates in a value of the form `[{title, steps}]`. */
export function readTemplates(value: unknown): ReadTemplates {
  if (!Array.isArray(value)) {
    return { templates: [], faults: value === undefined ? [] : [l10n.t('This is no list of templates.')] };
  }
  const templates: Template[] = [];
  const faults: string[] = [];
  for (const [index, item] of value.entries()) {
    const read = v.safeParse(shape, item);
    const fit = read.success ? fitTemplate(read.output.title, read.output.steps) : 'form';
    if (typeof fit === 'object') templates.push(fit);
    else faults.push(faultText(index + 1, fit));
  }
  return { templates, faults };
}

/** A file with templates: titles and steps, nothing else. */
export function templatesText(templates: readonly Template[]): string {
  const plain = templates.map(({ title, steps }) => ({ title, steps }));
  return `${JSON.stringify({ microWins: 'templates', version: 1, templates: plain }, undefined, 2)}\n`;
}

/** The templates of such a file; when something in it is wrong, `faults` says what. */
export function readTemplatesText(text: string): ReadTemplates {
  const wrong = (fault: string): ReadTemplates => ({ templates: [], faults: [fault] });
  if (text.length > maxTemplateBytes) return wrong(tooLarge());
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return wrong(l10n.t('The file is not JSON.'));
  }
  const read = v.safeParse(file, value);
  if (!read.success && !Array.isArray(value)) return wrong(l10n.t('The file holds no Micro Wins templates.'));
  return readTemplates(read.success ? read.output.templates : value);
}

/** What is wrong with a file of more than `maxTemplateBytes`. */
export function tooLarge(): string {
  return l10n.t('The file is too large for templates.');
}

function faultText(number: number, fault: TemplateFault): string {
  switch (fault) {
    case 'form':
      return l10n.t('Template {0} needs a “title” and “steps”, a list of texts.', number);
    case 'title':
      return l10n.t('The title of template {0} is empty.', number);
    case 'steps':
      return l10n.t('Template {0} has no step, or an empty one.', number);
    case 'tooMany':
      return l10n.t('Template {0} has too many steps.', number);
  }
}
