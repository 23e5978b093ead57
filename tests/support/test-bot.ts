import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Bot, createBot } from '../../src/bot';
import { allCards } from '../../src/card-catalogue';
import { type AadObjectId, aadObjectId } from '../../src/core/ids';
import { type Log, silentLog } from '../../src/core/log';
import { err, ok } from '../../src/core/result';
import type { CardJson, Inbound, Locale, Message, Reply } from '../../src/core/turn';
import type { Store } from '../../src/db/open';
import { DeliveryWorker, type Messenger, type SendFailure } from '../../src/delivery';
import type { ReminderSource } from '../../src/features/reminders';
import { openSampleStore } from './databases';
import { sources } from './shared/knowledge';
import { BEGINNING } from './shared/sample';
import { sampleRows } from './shared/sample-rows';

/** What a person's chat shows of what the bot sent by itself. */
export interface Received {
  readonly to: AadObjectId;
  readonly activityId: string;
  card: CardJson | null;
}

export interface TestBot {
  readonly bot: Bot;
  readonly store: Store;
  /** Sets the bot's clock. */
  at(instant: string): void;
  /** Says a text, taps a button and so on, as the person with that employee number. */
  say(employee: string, text: string, locale?: Locale): Promise<Reply>;
  tap(employee: string, verb: string, data: unknown): Promise<Reply>;
  turn(
    sender: AadObjectId | null,
    inbound: Inbound,
    options?: { locale?: Locale; personal?: boolean },
  ): Promise<Reply>;
  /** Looks for what is due (unless `sweeps` is false) and sends it; answers everything that was received so far. */
  deliver(how?: { readonly sweeps?: boolean }): Promise<readonly Received[]>;
  aadOf(employee: string): Promise<AadObjectId>;
  close(): Promise<void>;
}

/** The real composition on a new database and the sample data, with a clock that stands still and a recording messenger. */
export async function createTestBot(
  options: {
    live?: boolean;
    /** Instead of the features' own. */
    reminderSources?: readonly ReminderSource[];
    log?: Log;
    /** What the channel says to a message to this person; null: it takes it. */
    refuses?: (recipient: AadObjectId) => SendFailure | null;
  } = {},
): Promise<TestBot> {
  const local = options.live ?? true;
  let now = BEGINNING;
  const clock = { now: () => now };
  const store = await openSampleStore();
  // What the sample mutes is of the features' own.
  if (options.reminderSources !== undefined)
    await store.write((tx) => tx.deleteFrom('reminder_mutes').execute());
  const received: Received[] = [];
  const messenger: Messenger = {
    async send({ recipient, message, onCreated }) {
      const refusal = options.refuses?.(recipient) ?? null;
      if (refusal !== null) return err(refusal);
      const address = { conversationId: `c-${recipient}`, serviceUrl: 'http://127.0.0.1/', reference: '{}' };
      await onCreated(address);
      const activityId = `m-${received.length + 1}`;
      received.push({ to: recipient, activityId, card: cardOf(message) });
      return ok({ activityId, conversationId: address.conversationId, address });
    },
    async update(_, activityId, message) {
      const shown = received.find((one) => one.activityId === activityId);
      if (shown !== undefined) shown.card = cardOf(message);
      return ok(undefined);
    },
    delete: async () => ok(undefined),
  };
  const cards = new Map(allCards.map((card) => [card.name, card]));
  const bot = createBot({
    store,
    clock,
    confirmedOnly: !local,
    local,
    sources,
    known: await sampleRows(),
    publicUrl: () => 'http://127.0.0.1:3978',
    wakeWorker: () => undefined,
    log: options.log ?? silentLog,
    ...(options.reminderSources === undefined ? {} : { reminderSources: options.reminderSources }),
  });
  const worker = new DeliveryWorker({
    store,
    clock,
    log: options.log ?? silentLog,
    messenger: bot.guard(messenger),
    // The recording messenger is no channel that has to be spared.
    limits: { requestsPerSecond: Number.POSITIVE_INFINITY },
    isOpen: (instant) => bot.calendarNow().isOpenMoment(instant),
    absence: bot.absence,
    render: (payload) => {
      if (payload.kind === 'text') return payload;
      const card = cards.get(payload.card);
      if (card === undefined) throw new Error(`no card ${payload.card}`);
      return { kind: 'card', card: card.render(payload.view), summary: '' };
    },
  });
  const aadOf = async (employee: string): Promise<AadObjectId> => {
    const row = await store.db
      .selectFrom('employees')
      .select('aad_object_id')
      .where('id', '=', employee)
      .executeTakeFirstOrThrow();
    return aadObjectId.parse(row.aad_object_id);
  };
  let serial = 0;
  const turn: TestBot['turn'] = (sender, inbound, { locale = 'ja', personal = true } = {}) => {
    serial += 1;
    return bot.chat.handle({
      activityId: `a${serial}`,
      conversationId: `c-${sender}`,
      sender,
      locale,
      personal,
      inbound,
    });
  };
  return {
    bot,
    store,
    at: (instant) => {
      now = new Date(instant);
    },
    say: async (employee, text, locale = 'ja') =>
      turn(await aadOf(employee), { kind: 'message', text, files: [] }, { locale }),
    tap: async (employee, verb, data) =>
      turn(await aadOf(employee), { kind: 'action', verb, data, automatic: false }),
    turn,
    async deliver({ sweeps = true } = {}) {
      if (sweeps) await bot.sweep();
      await worker.tick();
      return received;
    },
    aadOf,
    async close() {
      await bot.settle();
      await store.close();
    },
  };
}

export const freshDirectory = (): string => mkdtempSync(path.join(tmpdir(), 'ikusei-test-'));

const cardOf = (message: Message): CardJson | null => (message.kind === 'card' ? message.card : null);

/** Everything a person reads in a reply, in one text. */
export function shown(reply: Reply): string {
  const parts = reply.messages.map((message) =>
    message.kind === 'text' ? message.text : textsIn(message.card),
  );
  if (reply.invoke?.kind === 'card') parts.push(textsIn(reply.invoke.card));
  if (reply.invoke?.kind === 'notice') parts.push(reply.invoke.text);
  return parts.join('\n');
}

/** The texts of a card, buttons included. */
export function textsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textsIn).join('\n');
  if (value === null || typeof value !== 'object') return '';
  return Object.entries(value)
    .map(([key, inner]) =>
      typeof inner === 'string' && ['text', 'title', 'value', 'label'].includes(key) ? inner : textsIn(inner),
    )
    .filter(Boolean)
    .join('\n');
}

/** Data of the first button with that verb. */
export function buttonData(reply: Reply, verb: string): Record<string, unknown> {
  const found = find([...reply.messages, reply.invoke]);
  if (found === null) throw new Error(`no button ${verb} in the reply`);
  return found;

  function find(value: unknown): Record<string, unknown> | null {
    if (value === null || typeof value !== 'object') return null;
    if ('verb' in value && value.verb === verb && 'data' in value)
      return value.data as Record<string, unknown>;
    for (const inner of Object.values(value)) {
      const hit = find(inner);
      if (hit !== null) return hit;
    }
    return null;
  }
}
