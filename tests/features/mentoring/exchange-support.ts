import type { Reply } from '../../../src/core/turn';
import type { TestBot } from '../../support/test-bot';
import { HR, openDialog, submitDialog } from './support';

/** HR plans a meeting by the dialog; answers its id. */
export async function planExchange(
  bot: TestBot,
  of: { on?: string; seats?: number; as?: string } = {},
): Promise<string> {
  const opened = await openDialog(bot, of.as ?? HR, 'mentoring.exchangeMake', {});
  const id = /"exchange":"([0-9a-f-]{36})"/.exec(JSON.stringify(opened))?.[1] ?? '';
  await save(bot, 'mentoring.exchangeSaveNew', id, of);
  return id;
}

export const save = (
  bot: TestBot,
  verb: string,
  exchange: string,
  of: { on?: string; seats?: number; as?: string; place?: string; starts?: string; ends?: string } = {},
): Promise<Reply> =>
  submitDialog(bot, of.as ?? HR, verb, {
    exchange,
    f_on: of.on ?? '2026-12-10',
    f_starts: of.starts ?? '13:30',
    f_ends: of.ends ?? '15:00',
    f_place: of.place ?? '会議室201',
    f_seats: String(of.seats ?? 12),
  });

export const join = (bot: TestBot, as: string, exchange: string): Promise<Reply> =>
  bot.tap(as, 'mentoring.exchangeJoin', { exchange });

export const giveTopic = (bot: TestBot, as: string, exchange: string, topic: string): Promise<Reply> =>
  submitDialog(bot, as, 'mentoring.exchangeSaveTopic', { exchange, f_topic: topic });
