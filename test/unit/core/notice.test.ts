import { strict as assert } from 'node:assert';
import { noticeOf, type Situation } from '../../../src/core/notice';

const calm: Situation = {
  trusted: true,
  gitMissing: false,
  gitRefused: false,
  emailMissing: false,
  taken: undefined,
  paused: undefined,
  scanning: undefined,
};

suite('The line under the panel’s header', () => {
  const cases: [name: string, change: Partial<Situation>, text: RegExp, action: string][] = [
    ['Restricted Mode', { trusted: false }, /^Restricted Mode\. /, 'manageTrust'],
    ['git missing', { gitMissing: true }, /^Git was not found/, 'openGitSettings'],
    ['git refusing', { gitRefused: true }, /^Git could not read/, 'showLog'],
    ['no user.email', { emailMissing: true }, /^Git does not know your e-mail/, 'openSettings'],
    ['a damaged journal', { setAside: 'in a folder' }, /A copy was set aside/, 'openFolder'],
    ['a damaged journal in a browser', { setAside: 'elsewhere' }, /A copy was set aside/, 'showLog'],
    ['a scan under way', { scanning: 0.4 }, /^Reading history, 40%\./, 'cancelScan'],
    ['a step removed', { taken: { kind: 'task', title: 'Tag it' } }, /^Removed: Tag it$/, 'restore'],
    [
      'a win taken back',
      { taken: { kind: 'win', title: 'First green run today' } },
      /^Taken back: First green run today$/,
      'restore',
    ],
  ];
  for (const [name, change, text, action] of cases) {
    test(`says what is off, and what can be done: ${name}`, () => {
      const notice = noticeOf({ ...calm, ...change });
      assert.match(notice?.text ?? '', text);
      assert.equal(notice?.action?.id, action);
    });
  }

  test('is not there when nothing is off', () => assert.equal(noticeOf(calm), undefined));

  test('says only the most urgent thing', () => {
    const all = { ...calm, trusted: false, gitMissing: true, emailMissing: true, scanning: 0.5 };
    assert.equal(noticeOf(all)?.action?.id, 'manageTrust');
  });
});
