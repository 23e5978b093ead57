import type { Inbound, Reply } from '../../../src/core/turn';
import { shown, type TestBot } from '../../support/test-bot';

export const EDITOR = '100066';
export const OTHER_EDITOR = '100067';
export const HR_ADMIN = '100062';
export const STRESS_ADMIN = '100216';
export const EMPLOYEE = '100001';

export async function openDialog(bot: TestBot, as: string, verb: string, data: object = {}): Promise<Reply> {
  const inbound: Inbound = { kind: 'dialog-open', data: { verb, ...data } };
  return bot.turn(await bot.aadOf(as), inbound);
}

export async function submitDialog(bot: TestBot, as: string, verb: string, data: object): Promise<Reply> {
  const inbound: Inbound = { kind: 'dialog-submit', data: { verb, ...data } };
  return bot.turn(await bot.aadOf(as), inbound);
}

export async function attach(bot: TestBot, as: string, name: string, bytes: Uint8Array): Promise<Reply> {
  const file = { name, read: async () => bytes };
  return bot.turn(await bot.aadOf(as), { kind: 'message', text: '', files: [file] });
}

/** Everything a person reads in a reply, a dialog and its problems included. */
export function seen(reply: Reply): string {
  const { invoke } = reply;
  if (invoke?.kind !== 'dialog') return shown(reply);
  return shown({ messages: reply.messages, invoke: { kind: 'card', card: invoke.card } });
}

/** The first object of a reply that holds that verb, with all that its button carries. */
export function carried(reply: Reply, verb: string): Record<string, unknown> {
  const found = search([...reply.messages, reply.invoke]);
  if (found === null) throw new Error(`no ${verb} in the reply`);
  return found;

  function search(value: unknown): Record<string, unknown> | null {
    if (value === null || typeof value !== 'object') return null;
    if ('verb' in value && value.verb === verb)
      return 'data' in value ? (value.data as Record<string, unknown>) : (value as Record<string, unknown>);
    for (const inner of Object.values(value)) {
      const hit = search(inner);
      if (hit !== null) return hit;
    }
    return null;
  }
}

/** What the inputs of a dialog hold, as a client would send them back. */
export function inputs(reply: Reply): Record<string, string> {
  const values: Record<string, string> = {};
  collect(reply.invoke);
  return values;

  function collect(value: unknown): void {
    if (value === null || typeof value !== 'object') return;
    if ('type' in value && String(value.type).startsWith('Input.') && 'id' in value)
      values[String(value.id)] = 'value' in value ? String(value.value) : '';
    for (const inner of Object.values(value)) collect(inner);
  }
}

/** A campaign from a template, through the dialogs, with what is given changed. Answers its id. */
export async function make(
  bot: TestBot,
  as: string,
  template: string,
  changes: {
    readonly basics?: Record<string, string>;
    readonly audience?: Record<string, string>;
    readonly card?: Record<string, string>;
  } = {},
): Promise<string> {
  const first = await openDialog(bot, as, 'campaigns.new', { template });
  const save = carried(first, 'campaigns.save');
  const second = await submitDialog(bot, as, 'campaigns.save', {
    ...save,
    ...inputs(first),
    ...changes.basics,
    turn: 'next',
  });
  const third = await submitDialog(bot, as, 'campaigns.save', {
    ...save,
    page: 'audience',
    ...inputs(second),
    ...changes.audience,
    turn: 'next',
  });
  const done = await submitDialog(bot, as, 'campaigns.save', {
    ...save,
    page: 'card',
    ...inputs(third),
    ...changes.card,
    turn: 'close',
  });
  if (done.invoke?.kind !== 'dialog-closed') throw new Error(seen(done));
  return String(save.id);
}

export const NOW = { f_opensOn: '2026-11-24', f_dueOn: '2026-12-18' };

/** Makes one and starts it at once. */
export async function run(
  bot: TestBot,
  as: string,
  template: string,
  changes: Parameters<typeof make>[3] = {},
): Promise<string> {
  const id = await make(bot, as, template, {
    ...changes,
    basics: { ...NOW, ...changes.basics },
    card: { f_link: 'https://logoform.example.jp/f/abc', ...changes.card },
  });
  const started = await bot.tap(as, 'campaigns.start', { id });
  if (!shown(started).includes('始めました')) throw new Error(shown(started));
  return id;
}
