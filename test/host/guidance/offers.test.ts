import { strict as assert } from 'node:assert';
import { clockPast } from '../support/eventually';
import { GuidanceHouse } from './support/house';

suite('Offers and suggestions over real tasks', () => {
  let house: GuidanceHouse;

  setup(async () => {
    house = await GuidanceHouse.open();
  });
  teardown(() => house.dispose());

  test('a matching commit offers to tick the step; accepting is one win of each kind', async () => {
    await house.checklists.addTask('Streaming parser', ['Accept empty input', 'Measure']);
    await house.won('commit', 'parser: accept empty input');
    assert.deepEqual(house.offered, ['Accept empty input']);
    assert.deepEqual(house.guidance.model.offers[0]?.detail, 'Your commit says: parser: accept empty input');
    await house.answerOffer(true);
    await house.answerOffer(true);
    assert.deepEqual(house.wins('step'), ['Accept empty input']);
    assert.deepEqual(house.wins('commit'), ['parser: accept empty input']);
    assert.deepEqual(house.offered, []);
    assert.equal(house.suggestion, 'Measure');
  });

  test('a step that is unticked again is not offered for the same commit', async () => {
    const task = await house.checklists.addTask('Streaming parser', ['Accept empty input']);
    await house.won('commit', 'Accept empty input');
    await house.answerOffer(true);
    await house.checklists.tickStep(task.id, task.steps[0]?.id ?? '', false);
    assert.deepEqual(house.wins('step'), []);
    assert.deepEqual(house.offered, []);
  });

  test('what is dismissed does not come back, not after a reload either', async () => {
    await house.checklists.addTask('Streaming parser', ['Accept empty input', 'Get `npm test` green']);
    await house.won('todo', 'accept empty input');
    await house.won('tests', 'First green run today', { command: 'npm test' });
    assert.deepEqual(house.offered, ['Get `npm test` green', 'Accept empty input']);
    await house.answerOffer(false);
    assert.deepEqual(house.offered, ['Accept empty input']);
    house.reload();
    assert.deepEqual(house.offered, ['Accept empty input']);
    assert.deepEqual(house.wins('step'), []);
  });

  test('what is not offered can’t be accepted', async () => {
    const task = await house.checklists.addTask('Streaming parser', ['Accept empty input']);
    const step = task.steps[0]?.id ?? '';
    await house.guidance.handle({ type: 'offer', task: task.id, step, accept: true });
    await house.guidance.handle({ type: 'offer', task: 'none', step: 'none', accept: true });
    assert.deepEqual(house.wins('step'), []);
  });

  test('Done ticks the step once, Another goes on and comes round, a committed step comes first', async () => {
    const parser = await house.checklists.addTask('Parser', ['Sketch', 'Test']);
    await house.answer('another');
    assert.equal(house.suggestion, 'Test');
    await house.answer('another');
    assert.equal(house.suggestion, 'Sketch');
    await house.answer('act');
    assert.deepEqual(house.wins('step'), ['Sketch']);
    await house.checklists.addTask('Release', ['Notes', 'Tag']);
    const test = parser.steps[1]?.id ?? '';
    await house.checklists.setStepFor(parser.id, test, house.overview().today);
    house.reload();
    assert.equal(house.suggestion, 'Test');
    assert.equal(house.guidance.model.nextStep?.today, true);
    await house.answer('today');
    assert.equal(house.guidance.model.nextStep?.today, false);
    assert.equal(
      house.ledger.tasks.flatMap(({ steps }) => steps).some(({ forDay }) => forDay),
      false,
    );
  });

  test('the next step is of the task that was touched last, be it only by one step more', async () => {
    const parser = await house.checklists.addTask('Parser', ['Sketch']);
    await clockPast(parser.createdAt);
    const { createdAt } = await house.checklists.addTask('Release', ['Notes']);
    assert.equal(house.suggestion, 'Notes');
    await clockPast(createdAt);
    await house.checklists.addStep(parser.id, 'Test');
    assert.equal(house.suggestion, 'Sketch');
  });

  test('an old link ticks nothing', async () => {
    await house.checklists.addTask('Parser', ['Sketch', 'Test']);
    const id = house.guidance.model.nextStep?.id ?? '';
    await house.answer('act');
    await house.guidance.handle({ type: 'nextStep', id, act: 'act' });
    await house.guidance.handle({ type: 'nextStep', id, act: 'another' });
    assert.deepEqual(house.wins('step'), ['Sketch']);
    assert.equal(house.suggestion, 'Test');
  });

  test('the hover allows the commands of its own links only, and no HTML but the colours of its bar', async () => {
    await house.checklists.addTask('[x](command:evil) $(flame)', ['<b>**Sketch**</b>']);
    const hover = house.guidance.hover(house.overview(), undefined);
    assert.deepEqual(hover.isTrusted, { enabledCommands: ['_microwins.nextStep', 'microwins.openPanel'] });
    assert.equal(hover.supportThemeIcons, true);
    assert.ok(!hover.value.includes('evil)'));
    for (const [tag] of hover.value.matchAll(/<[^>]*>/g)) {
      assert.match(tag, /^<(span style="color:var\(--vscode-[\w-]+\);"|\/span)>$/);
    }
  });
});
