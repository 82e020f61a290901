import { strict as assert } from 'node:assert';
import * as real from '@vscode/l10n';
import fc from 'fast-check';
import * as own from '../../src/l10n';

suite('Our l10n', () => {
  const sentences = ['{0} of {1}', 'Tasks', '{1} before {0}', '{0}, {0}', 'a {gap} stays'] as const;
  const german = {
    '{0} of {1}': '{0} von {1}',
    Tasks: 'Aufgaben',
    '{1} before {0}': { message: '{0} nach {1}', comment: [] },
  };

  for (const contents of [{}, german]) {
    test(`says what @vscode/l10n says, with ${Object.keys(contents).length} translations`, () => {
      own.config({ contents });
      real.config({ contents });
      fc.assert(
        fc.property(fc.constantFrom(...sentences), fc.string(), fc.string(), (sentence, one, other) => {
          assert.equal(own.t(sentence, one, other), real.t(sentence, one, other));
        }),
      );
      own.config({ contents: {} });
      real.config({ contents: {} });
    });
  }
});
