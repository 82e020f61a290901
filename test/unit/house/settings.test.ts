import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';

interface Setting {
  readonly type: string | string[];
  readonly enum?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
  readonly scope?: string;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;

/** Whether only the user can set it: the settings of a workspace don't count. */
const isTheUsers = ({ scope }: Setting): boolean => scope === 'application' || scope === 'machine';
/** Whether its values are a choice of a few, or a number: nothing that somebody else could have written. */
const isChoice = ({ type, enum: values, items }: Setting): boolean =>
  type === 'boolean' ||
  type === 'integer' ||
  type === 'number' ||
  (type === 'string' && values !== undefined) ||
  (type === 'array' && items?.enum !== undefined);

suite('Settings that a workspace brings along', () => {
  test('none names a program, a folder or an address', () => {
    const telling = settings.filter(([name]) =>
      /path|executable|binary|shell|url|endpoint|folder/i.test(name),
    );
    assert.deepEqual(telling, []);
  });

  test('text from an untrusted workspace is not used', () => {
    const open = settings
      .filter(([name, setting]) => !isChoice(setting) && !isTheUsers(setting) && !restricted.includes(name))
      .map(([name]) => name);
    assert.deepEqual(open, [], 'add them to restrictedConfigurations, or give them the scope "application"');
  });

  test('whether text goes to a language model is the user’s choice alone', () => {
    const open = settings.filter(([name, setting]) => /\bai\b/.test(name) && !isTheUsers(setting));
    assert.deepEqual(open, []);
  });

  test('every restricted setting is one', () => {
    const names = settings.map(([name]) => name);
    assert.deepEqual(
      restricted.filter(name => !names.includes(name)),
      [],
    );
  });
});
