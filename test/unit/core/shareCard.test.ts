import { strict as assert } from 'node:assert';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { overviewOf } from '../../../src/core/overview';
import { type CardOptions, type CardPart, cardParts, shareCard } from '../../../src/core/shareCard';
import { later, life } from './reference';
import { nothing, settings } from './sample';

const monday = '2026-11-02';
const today = later(monday, 17);
const days = life(monday, '43512..34532..1242');
const overview = overviewOf({ ...nothing, days }, settings, Date.parse(`${today}T12:00:00Z`));

function card(show: readonly CardPart[], more: Partial<CardOptions> = {}): string {
  const options = { overview, history: days, firstWeekday: 1, locale: 'en-GB', project: 'secret-api' };
  return shareCard({ ...options, show: new Set(show), ...more });
}

/** Every element below one, itself included. */
function all(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(child => (child instanceof XmlElement ? all(child) : []))];
}

function shapes(svg: string): XmlElement[] {
  const { root } = parseXml(svg);
  assert.ok(root);
  return all(root);
}

const texts = (svg: string): string[] =>
  shapes(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text);

suite('Progress card', () => {
  test('shows the chosen parts', () => {
    const svg = card(['streak', 'week', 'momentum', 'activity', 'milestones']);
    const shown = texts(svg);
    assert.ok(shown.includes('14') && shown.includes('active days in a row'));
    assert.ok(shown.includes('9') && shown.includes('wins this week'));
    assert.ok(shown.includes('momentum of 100'));
    assert.ok(shown.some(text => text.startsWith('Reached: ')));
    // 19 whole weeks and the days of this one, and the card itself.
    assert.equal(shapes(svg).filter(({ name }) => name === 'rect').length, 1 + 19 * 7 + 4);
  });

  test('shows nothing that was not chosen, the project’s name least of all', () => {
    for (const part of cardParts) {
      const others = cardParts.filter(other => other !== part);
      const [without, whole] = [card(others), card(cardParts)];
      assert.notEqual(without, whole, part);
    }
    assert.doesNotMatch(card(cardParts.filter(part => part !== 'project')), /secret-api/);
    assert.match(card(['project']), /secret-api/);
    assert.doesNotMatch(card(['week']), /in a row|momentum/i);
  });

  test('is well-formed and loads and runs nothing, whatever the project is called', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.constantFrom(
            '</text><script>alert(1)</script>',
            '" onload="x',
            '<image href="http://evil.com"/>',
            ']]>',
          ),
        ),
        fc.subarray([...cardParts]),
        (project, show) => {
          const svg = card(show, { project });
          for (const { name, attributes } of shapes(svg)) {
            assert.ok(['svg', 'title', 'desc', 'rect', 'text'].includes(name), name);
            for (const attribute of Object.keys(attributes))
              assert.doesNotMatch(attribute, /^on|href|style/i);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('tells the same in words', () => {
    const described = shapes(card(['streak', 'week'])).find(({ name }) => name === 'desc');
    assert.equal(described?.text, '14 active days in a row. 9 wins this week');
  });
});
