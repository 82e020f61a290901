import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { CommitParser } from '../../../../src/detect/commits/log';

const sha = 'a'.repeat(40);
const record = (subject: string, trailers = ''): string =>
  `${[sha, 'b'.repeat(40), 'c'.repeat(40), 'Dev@Example.com', 'Me@Example.com', 'noreply@github.com', '1700000000 -0330', '1700000100', subject, trailers, 'the body'].join('\0')}\0`;

suite('Reading git log', () => {
  test('a record becomes a commit', () => {
    const [commit, ...others] = new CommitParser().push(
      record('parser: accept nothing', 'Bot <b@x.y>\x1fMe <m@x.y>'),
    );
    assert.equal(others.length, 0);
    assert.deepEqual(commit, {
      sha,
      parents: ['b'.repeat(40)],
      tree: 'c'.repeat(40),
      authorEmail: 'dev@example.com',
      mappedEmail: 'me@example.com',
      committerEmail: 'noreply@github.com',
      authoredAt: 1_700_000_000_000,
      authorOffset: -210,
      committedAt: 1_700_000_100_000,
      subject: 'parser: accept nothing',
      coAuthors: ['Bot <b@x.y>', 'Me <m@x.y>'],
      body: 'the body',
    });
  });

  test('however the output is cut, the same commits come out', () => {
    const subjects = ['one', 'two "quoted"', '', '--option', 'línea\u202e'];
    const output = subjects.map(subject => record(subject)).join('');
    fc.assert(
      fc.property(fc.array(fc.nat(output.length), { maxLength: 12 }), cuts => {
        const parser = new CommitParser();
        const edges = [0, ...cuts.sort((one, other) => one - other), output.length];
        const commits = edges.slice(1).flatMap((end, index) => parser.push(output.slice(edges[index], end)));
        assert.deepEqual(
          [...commits, ...parser.end()].map(commit => commit.subject),
          subjects,
        );
      }),
    );
  });

  test('a clock a day or more away from UTC is none: the time is UTC', () => {
    const [commit] = new CommitParser().push(record('one').replace('-0330', '+9959'));
    assert.equal(commit?.authorOffset, 0);
  });

  test('what is no commit is left out', () => {
    const parser = new CommitParser();
    assert.deepEqual([...parser.push('warning: something\0'), ...parser.end()], []);
  });
});
