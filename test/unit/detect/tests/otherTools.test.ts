import assert from 'node:assert/strict';
import { runsOtherToolsOnly } from '../../../../src/detect/tests/otherTools';

const scripts = {
  lint: 'eslint .',
  check: 'npm run lint && tsc --noEmit',
  verify: 'npm run lint && node verify.js',
};

suite('Tasks in the group of tests that run none', () => {
  const others: readonly (string | readonly string[])[] = [
    'npm run lint',
    'npm run check',
    'npx eslint . --fix',
    'npm run lint && npx prettier --check .',
    'yarn tsc',
    'npm run build:web',
    'ruff check .',
    ['npm', 'run', 'lint'],
    ['poetry', 'run', 'mypy', 'src'],
  ];
  const unknown: readonly (string | readonly string[])[] = [
    './scripts/test.sh',
    'python test_automation.py',
    'npm run verify',
    'npm run lint && node checks.js',
    'npm run lint && npm test',
    'eslint "',
    '',
    ['node', 'scripts/run.js', 'eslint'],
  ];

  for (const command of others)
    test(`${command} is known to be another tool`, () => {
      assert.equal(runsOtherToolsOnly(command, 'posix', scripts), true);
    });

  for (const command of unknown)
    test(`${command || 'nothing'} may run tests`, () => {
      assert.equal(runsOtherToolsOnly(command, 'posix', scripts), false);
    });
});
