import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { parseXml } from '@rgrove/parse-xml';
import fc from 'fast-check';
import * as vscode from 'vscode';
import type { MicroWinsApi } from '../../../src/api';
import { addDays, daysBetween, weekdayOf, weekStart } from '../../../src/core/day';
import { firstWeekdayOf } from '../../../src/core/firstWeekday';
import { markdownCode, markdownText } from '../../../src/core/markdownText';
import { lastWorkingDay } from '../../../src/core/standup';
import { displayLocale } from '../../../src/views/locale';
import { takingFirstAnswers } from '../support/answers';
import { eventually } from '../support/eventually';
import { microWins } from '../support/microWins';
import { hoursAgo, Scenario } from '../support/scenario';
import { workspaceFolder } from '../support/workspace';

/** Titles that try to be more than text. */
const hostile = [
  '<img src=x onerror=alert(1)> <script>alert(1)</script>',
  '[run](command:workbench.action.quit) ![i](http://evil.example/i.png)',
  'see http://evil.example/a and www.evil.example and me@evil.example',
  '# heading *bold* _it_ `code` ~~gone~~ $x$ &lt;b&gt;',
];

/** The text of the Markdown document that a command opens. */
async function written(command: string, beginning: RegExp): Promise<string> {
  const text = (): string | undefined =>
    vscode.workspace.textDocuments
      .find(
        ({ isUntitled, languageId, getText }) =>
          isUntitled && languageId === 'markdown' && beginning.test(getText()),
      )
      ?.getText();
  await takingFirstAnswers(command);
  return text() ?? '';
}

/** Logs every hostile title as a win of today. */
async function withHostileWins(api: MicroWinsApi): Promise<void> {
  for (const title of hostile) await api.recordWin({ title });
}

/** Whether no working day of this week is over, so that the user is asked which week. */
function asksForWeek(api: MicroWinsApi): boolean {
  const { day } = api.getProgress().today;
  const start = weekStart(day, firstWeekdayOf(displayLocale()));
  const past = Array.from({ length: daysBetween(start, day) }, (_, index) =>
    weekdayOf(addDays(start, index)),
  );
  return past.every(weekday => weekday === 0 || weekday === 6);
}

suite('Texts to share', () => {
  teardown(() => vscode.commands.executeCommand('notifications.clearAll'));

  test('microwins.copyStandup puts today’s wins on the clipboard, and their titles are text only', async () => {
    const api = await microWins();
    await withHostileWins(api);
    await api.recordWin({ title: 'Said in the standup' });
    await vscode.env.clipboard.writeText('before');
    await vscode.commands.executeCommand('microwins.copyStandup');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^\*\*Today\*\*$/m);
    assert.match(text, /^- Said in the standup$/m);
    // As VS Code itself shows it.
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', text);
    assert.match(html, /Said in the standup/);
    assert.doesNotMatch(html, /<(?:a|img|script|h\d|em|s|del|input|table)\b/);
  });

  test('microwins.copyStandup on a Monday has Friday’s wins, and on any day the last working day’s', async () => {
    const api = await microWins();
    const { day: today } = api.getProgress().today;
    const rest = { restDays: new Set([0, 6]), pauses: [] };
    const last = lastWorkingDay(today, rest);
    await api.recordWin({ title: 'Done on the last working day', at: new Date(`${last}T12:00`).getTime() });
    await api.recordWin({
      title: 'Done the day before that',
      at: new Date(`${addDays(last, -1)}T12:00`).getTime(),
    });
    await vscode.commands.executeCommand('microwins.copyStandup');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /^- Done on the last working day$/m);
    assert.doesNotMatch(text, /Done the day before that/);
  });

  test('no text makes more than text of itself where VS Code shows Markdown', async () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '<b>',
        '</ul>',
        '<!--',
        '<?',
        'www.',
        'http://',
        '//',
        'evil.com',
        '*',
        '_',
        '__',
        '`',
        '$',
      ],
      ...[
        '[x](y)',
        '![',
        '](',
        '[ ] ',
        '\\',
        '&lt;',
        '# ',
        '- ',
        '1. ',
        '> ',
        '~~',
        '|',
        '---',
        '@',
        'me@x.yz',
        ' ',
      ],
    );
    const texts = fc.sample(
      fc.array(pieces, { minLength: 1, maxLength: 12 }).map(parts => `${parts.join('')}.`),
      { numRuns: 2000, seed: 1 },
    );
    const document = texts.map(text => `- ${markdownText(text)} (${markdownCode(text)})\n`).join('');
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
    const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag));
    tags.delete('span'); // means nothing by itself; a formula would bring `math` along
    assert.deepEqual([...tags].sort(), ['code', 'li', 'ul']);
    assert.equal(html.split('<li').length - 1, texts.length);
    assert.equal(html.split('<ul').length - 1, 1);
  });

  test('microwins.weeklyStory opens a week as a Markdown document', async () => {
    const api = await microWins();
    for (const daysAgo of [0, 7]) {
      await api.recordWin({ title: `Told in a story ${daysAgo}`, at: Date.now() - daysAgo * 86_400_000 });
    }
    const text = await written('microwins.weeklyStory', /^# Week of /);
    assert.match(text, /^- Told in a story [07]$/m);
    assert.match(text, /^## What to try next$/m);
  });

  test('microwins.shoutOuts thanks two authors and a co-author, by name', async () => {
    const it = new Scenario(await microWins(), workspaceFolder());
    // Early in a week the first answer is last week.
    const env = hoursAgo(asksForWeek(it.api) ? 7 * 24 : 0);
    await it.commit('Work by Zoë <b>', env, '--author=Zoë <zoe@example.com>');
    const trailer = 'Co-authored-by: Émile <emile@example.com>';
    await it.commit('Work by Anna', env, '--author=Anna Bell <anna@example.com>', '-m', trailer);
    await it.commit('Work by a program', env, '--author=renovate[bot] <r@example.com>');
    const text = await written('microwins.shoutOuts', /^# Thank you, week of /);
    assert.match(text, /\*\*Anna Bell\*\*, thank you for\n\n- Work by Anna \(together with Émile\)\n/);
    assert.match(text, /\*\*Émile\*\*, thank you for\n\n- Work by Anna \(together with Anna Bell\)\n/);
    assert.match(text, /\*\*Zoë\*\*, thank you for\n\n- Work by Zoë \\<b>\n/);
    assert.ok(text.indexOf('Anna Bell') < text.indexOf('**Zoë**'));
    assert.doesNotMatch(text, /renovate|Work by a program/);
  });

  test('microwins.shareCard saves a card', async () => {
    const api = await microWins();
    await api.recordWin({ title: 'Shown on the card' });
    const saved = async (): Promise<string | undefined> =>
      (await readdir(homedir())).find(name => /^micro-wins-card-.*\.svg$/.test(name));
    await takingFirstAnswers('microwins.shareCard');
    const file = path.join(homedir(), (await saved()) ?? '');
    const svg = await eventually(
      'the card is written',
      async () => (await readFile(file, 'utf8')) || undefined,
    );
    assert.equal(parseXml(svg).root?.name, 'svg');
    assert.doesNotMatch(svg, new RegExp(`project|${path.basename(workspaceFolder())}`));
  });
});
