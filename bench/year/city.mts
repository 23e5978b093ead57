import { createRequire } from 'node:module';
import path from 'node:path';
import type { Inbound, Reply } from '../../src/core/turn.js';
import type { Button } from './cards.mts';

const require = createRequire(import.meta.url);
const { createBot } = require('../../dist/bot.js') as typeof import('../../src/bot.js');
const { allCards } = require('../../dist/card-catalogue.js') as typeof import('../../src/card-catalogue.js');
const { addDays, dayOf, instantAt } =
  require('../../dist/core/calendar/day.js') as typeof import('../../src/core/calendar/day.js');
const { offeringId } = require('../../dist/core/ids.js') as typeof import('../../src/core/ids.js');
const { ok } = require('../../dist/core/result.js') as typeof import('../../src/core/result.js');
const { openStore } = require('../../dist/db/open.js') as typeof import('../../src/db/open.js');
const { DeliveryWorker } =
  require('../../dist/delivery/index.js') as typeof import('../../src/delivery/index.js');
const { createAudit } =
  require('../../dist/features/audit/index.js') as typeof import('../../src/features/audit/index.js');
const { grantToSamples } =
  require('../../dist/features/grants/index.js') as typeof import('../../src/features/grants/index.js');
const { importDirectory } =
  require('../../dist/features/records/index.js') as typeof import('../../src/features/records/index.js');
const { openKnowledgeSources } =
  require('../../dist/knowledge.js') as typeof import('../../src/knowledge.js');
const { stderrLog } = require('../../dist/stderr-log.js') as typeof import('../../src/stderr-log.js');

export type Day = import('../../src/core/calendar/day.js').Day;
export type Person = import('../../src/features/directory/index.js').Person;
type CardJson = import('../../src/core/turn.js').CardJson;

export { addDays, dayOf, instantAt, offeringId };

const DATA = path.resolve(import.meta.dirname, '../../data');

export interface Received {
  readonly activityId: string;
  readonly to: string;
  readonly card: CardJson | null;
}

/** The real bot with the sample data in a database in memory, a clock that we set, and a messenger that keeps what it is given. */
export async function openCity(start: Date) {
  let now = start;
  const clock = { now: () => now };
  const store = await openStore(':memory:');
  const seeded = await importDirectory(store, DATA, {
    actor: 'system',
    clock,
    audit: createAudit(),
    alsoSeed: (tx) => grantToSamples(tx, now),
  });
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.error[0]));
  const log = stderrLog(clock);
  const bot = createBot({
    store,
    clock,
    confirmedOnly: false,
    local: true,
    sources: openKnowledgeSources(DATA, path.resolve(import.meta.dirname, '../../var'), null),
    publicUrl: () => 'http://127.0.0.1:3978',
    wakeWorker: () => undefined,
    log,
  });
  const cards = new Map(allCards.map((card) => [card.name, card]));
  let inbox: Received[] = [];
  let serial = 0;
  const worker = new DeliveryWorker({
    store,
    clock,
    log,
    limits: { requestsPerSecond: Number.POSITIVE_INFINITY },
    render: (payload) => {
      if (payload.kind === 'text') return payload;
      const card = cards.get(payload.card);
      if (card === undefined) throw new Error(`no card ${payload.card}`);
      return { kind: 'card', card: card.render(payload.view), summary: '' };
    },
    messenger: {
      async send({ recipient, message, onCreated }) {
        const address = {
          conversationId: `c-${recipient}`,
          serviceUrl: 'http://127.0.0.1/',
          reference: '{}',
        };
        await onCreated(address);
        serial += 1;
        const activityId = `m-${serial}`;
        inbox.push({ activityId, to: recipient, card: message.kind === 'card' ? message.card : null });
        return ok({ activityId, conversationId: address.conversationId, address });
      },
      update: async () => ok(undefined),
      delete: async () => ok(undefined),
    },
  });

  let turns = 0;
  function turn(person: Person, inbound: Inbound): Promise<Reply> {
    turns += 1;
    return bot.chat.handle({
      activityId: `t-${turns}`,
      conversationId: `c-${person.aadObjectId}`,
      sender: person.aadObjectId,
      locale: 'ja',
      personal: true,
      inbound,
    });
  }
  const openDialog = (person: Person, data: object) => turn(person, { kind: 'dialog-open', data });

  return {
    store,
    bot,
    now: () => now,
    today: () => dayOf(now),
    set(instant: Date) {
      now = instant;
    },
    everybody: (day: Day) => bot.directory.everybody(store.db, day),
    /** Looks for what is due and sends it; answers what people got. */
    async deliver(): Promise<readonly Received[]> {
      const { errors } = await bot.sweep();
      if (errors > 0) throw new Error('a sweep passed somebody over');
      await worker.drain();
      const got = inbox;
      inbox = [];
      return got;
    },
    tap: (person: Person, verb: string, data: object) =>
      turn(person, { kind: 'action', verb, data, automatic: false }),
    press: (person: Person, { verb, data, opensDialog }: Button) =>
      opensDialog ? openDialog(person, data) : turn(person, { kind: 'action', verb, data, automatic: false }),
    openDialog,
    submitDialog: (person: Person, data: object) => turn(person, { kind: 'dialog-submit', data }),
    say: (person: Person, text: string) => turn(person, { kind: 'message', text, files: [] }),
    attach: (person: Person, name: string, text: string) =>
      turn(person, {
        kind: 'message',
        text: '',
        files: [{ name, read: async () => new TextEncoder().encode(text) }],
      }),
    turns: () => turns,
  };
}
export type City = Awaited<ReturnType<typeof openCity>>;
