import fc from 'fast-check';
import { END_STATES } from '../../src/delivery/delivery';
import { perDatabase } from '../support/databases';
import { refuseUpdates } from '../support/refusal';
import { FakeMachine } from './support/fake-machine';
import { createRig, type Rig, send } from './support/rig';
import { type Answer, type Call, ScriptedMessenger } from './support/scripted-messenger';

const RUNS = perDatabase({ sqlite: 25, postgres: 10 });

const CONCURRENCY = 3;
const LIMITS = { concurrency: CONCURRENCY, sendTimeoutMs: 5_000, leaseSlackMs: 2_000 };
const LEASE_MS = LIMITS.sendTimeoutMs + LIMITS.leaseSlackMs;

const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Answer>('ok') },
  fc.constantFrom<Answer>(
    'silence',
    'lost',
    'throws',
    { network: 'ECONNRESET' },
    { network: 'ECONNREFUSED' },
  ),
  fc.constantFrom(400, 403, 404, 412, 429, 500, 502).map((status): Answer => ({ status })),
  fc.nat(90).map((seconds): Answer => ({ status: 429, retryAfter: String(seconds) })),
  fc.nat(9_000).map((after): Answer => ({ after, answer: 'ok' })),
  fc.nat(3_000).map((after): Answer => ({ after, answer: { status: 503 } })),
);

type Step =
  | { readonly kind: 'send'; readonly to: number }
  | { readonly kind: 'change'; readonly nth: number; readonly how: 'update' | 'delete' }
  | { readonly kind: 'withdraw'; readonly nth: number }
  | { readonly kind: 'tick' }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'crash' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(3).map((to): Step => ({ kind: 'send', to })) },
  {
    weight: 2,
    arbitrary: fc
      .record({ nth: fc.nat(9), how: fc.constantFrom('update', 'update', 'delete') })
      .map((change): Step => ({ kind: 'change', ...change })),
  },
  fc.nat(9).map((nth): Step => ({ kind: 'withdraw', nth })),
  fc.constant<Step>({ kind: 'tick' }),
  fc.nat(8_000).map((ms): Step => ({ kind: 'pass', ms })),
  fc.constant<Step>({ kind: 'crash' }),
);

/** The database itself refuses a claim too many, a second end, and two claims for one person. */
async function guard(rig: Rig, claims: number): Promise<void> {
  const claimed = `old.state = 'pending' and new.state = 'sending'`;
  const sending = `select count(*) from deliveries where state = 'sending'`;
  const guards = {
    'too many claims': `${claimed} and (${sending}) >= ${claims}`,
    'two claims for one person': `${claimed} and (${sending} and recipient = new.recipient) > 0`,
    'ended twice': `old.state in ('sent', 'failed', 'cancelled', 'unreachable')`,
  };
  for (const [message, condition] of Object.entries(guards)) {
    await refuseUpdates(rig.store, 'deliveries', condition, message);
  }
}

test(`whatever fails, and whenever: every delivery ends once, claims stay within bounds, and people see the last change (${RUNS} runs)`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(answer, { maxLength: 40 }),
      fc.array(step, { maxLength: 25 }),
      async (answers, steps) => {
        const rig = await createRig(scripted(answers), LIMITS);
        try {
          const crashes = steps.filter((one) => one.kind === 'crash').length;
          await guard(rig, CONCURRENCY * (1 + crashes));
          rig.worker.start();
          for (const [n, one] of steps.entries()) await take(rig, one, n);
          await rig.machine.until(rig.worker.drain());
          await rig.machine.until(rig.worker.stop());

          // Whoever answers after its lease has lost its place to the next.
          const late = answers.filter(
            (one) => typeof one === 'object' && 'after' in one && one.after > LEASE_MS,
          );
          expect(rig.messenger.mostInFlight).toBeLessThanOrEqual(CONCURRENCY + late.length);
          const deliveries = await rig.deliveries();
          for (const { state, endedAt } of deliveries) {
            expect(END_STATES).toContain(state);
            expect(endedAt).not.toBeNull();
          }
          for (const message of deliveries) {
            if (message.kind !== 'send' || message.activityId === null) continue;
            const last = deliveries.filter((d) => d.target === message.id && d.state === 'sent').at(-1);
            const expected = last?.kind === 'delete' ? undefined : `text of ${(last ?? message).dedupeKey}`;
            expect(rig.messenger.visible.get(message.activityId)).toBe(expected);
          }
        } finally {
          await rig.store.close();
        }
      },
    ),
    { numRuns: RUNS },
  );
});

/** One answer a request; afterwards all is well. What is lost or gone is so for whole messages only. */
function scripted(answers: readonly Answer[]): (call: Call) => Answer {
  const script = [...answers];
  return ({ kind }) => {
    const next = script.shift() ?? 'ok';
    if (next === 'lost' && kind !== 'send') return 'silence';
    if (kind === 'delete' && typeof next === 'object' && 'status' in next && next.status === 404) return 'ok';
    return next;
  };
}

async function take(rig: Rig, one: Step, n: number): Promise<void> {
  switch (one.kind) {
    case 'send': {
      const payload = { kind: 'text', text: `text of send-${n}` } as const;
      await rig.enqueue(send(one.to, '', { dedupeKey: `send-${n}`, payload }));
      return;
    }
    case 'change': {
      const target = (await rig.deliveries()).filter((delivery) => delivery.kind === 'send')[one.nth];
      if (target === undefined) return;
      const dedupeKey = `${one.how}-${n}`;
      const named = { target: target.id, dedupeKey };
      const payload = { kind: 'text', text: `text of ${dedupeKey}` } as const;
      await rig.enqueue(
        one.how === 'update' ? { kind: 'update', ...named, payload } : { kind: 'delete', ...named },
      );
      return;
    }
    case 'withdraw': {
      const some = (await rig.deliveries())[one.nth];
      if (some !== undefined) await rig.store.write((tx) => rig.outbox.cancelDeliveries(tx, [some.id]));
      return;
    }
    case 'tick':
      await rig.machine.until(rig.worker.tick());
      return;
    case 'pass':
      await rig.machine.advance(one.ms);
      return;
    case 'crash': {
      // A process that claims what it can, and is never heard of again.
      const mute = new ScriptedMessenger(new FakeMachine(rig.machine.now()), () => 'silence');
      rig.anotherWorker(mute).start();
      await mute.machine.advance(0);
      return;
    }
    default:
      throw new Error(one satisfies never);
  }
}
