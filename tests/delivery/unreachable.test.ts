import { deliveryTexts, unreachablePeople } from '../../src/delivery';
import { createRig, NINE, person, type Rig, send } from './support/rig';
import type { Answer } from './support/scripted-messenger';

let rig: Rig;
afterEach(() => rig.store.close());

/** What the channel answers each person, from now on. */
let answers: Record<string, Answer>;
const hour = (n: number) => new Date(NINE.getTime() + n * 3_600_000);

async function at(n: number, told: readonly number[], given: Record<string, Answer>): Promise<void> {
  rig.clock.set(hour(n));
  answers = given;
  await rig.enqueue(...told.map((who) => send(who, `round ${n}`)));
  await rig.machine.until(rig.worker.drain());
}

beforeEach(async () => {
  rig = await createRig((call) => answers[call.to] ?? 'ok');
});

const BLOCKED: Answer = { status: 403, code: 'ConversationBlockedByUser' };
const NOT_INSTALLED: Answer = { status: 403, code: 'BotNotInConversationRoster' };

test('HR sees who cannot be reached, why, and since when', async () => {
  await at(0, [1, 2, 3, 4], { [person(3)]: { status: 404 }, [person(4)]: { status: 400 } });
  await at(1, [1, 2, 3], { [person(2)]: BLOCKED, [person(3)]: NOT_INSTALLED });
  expect(await unreachablePeople(rig.store.db)).toEqual([
    { recipient: person(3), reason: 'not-installed', since: hour(0) },
    { recipient: person(2), reason: 'blocked', since: hour(1) },
  ]);
});

test('who is reached by a later message is off the list; who is lost again is on it from then on', async () => {
  await at(0, [1, 2], { [person(1)]: BLOCKED, [person(2)]: BLOCKED });
  await at(1, [1, 2], {});
  expect(await unreachablePeople(rig.store.db)).toEqual([]);
  await at(2, [1], { [person(1)]: NOT_INSTALLED });
  expect(await unreachablePeople(rig.store.db)).toEqual([
    { recipient: person(1), reason: 'not-installed', since: hour(2) },
  ]);
});

test('an update of a message that is gone says nothing about the person', async () => {
  await at(0, [1], {});
  const [message] = await rig.deliveries();
  if (message === undefined) throw new Error('not added');
  answers = { [message.activityId ?? '']: { status: 404 } };
  const payload = { kind: 'text', text: 'changed' } as const;
  await rig.enqueue({ kind: 'update', target: message.id, dedupeKey: 'update', payload });
  await rig.machine.until(rig.worker.drain());
  expect(await rig.states()).toEqual(['sent', 'unreachable']);
  expect(await unreachablePeople(rig.store.db)).toEqual([]);
});

test('each reason has words in both languages', () => {
  expect(deliveryTexts('ja').unreachable.blocked).toBe('本人がボットをブロックしています');
  expect(deliveryTexts('en').unreachable['not-installed']).toBe('the app is not installed for this person');
});
