import type { CardJson } from '../../../src/core/turn';
import type { TestBot } from '../../support/test-bot';
import { carried, inputs, openDialog, seen, submitDialog } from '../campaigns/support';

export { carried, inputs, openDialog, seen, submitDialog };

export const EDITOR = '100066';
export const HR_ADMIN = '100062';
export const OTHER_ADMIN = '100064';
/** 市民課 and its 課長. */
export const EMPLOYEE = '100001';
export const MANAGER = '100003';
/** 企画部: not asked where 市民課 is. */
export const OUTSIDER = '100029';

export type Kind = 'polls' | 'pulse';

/** A poll or a survey as the dialog proposes it, with what is given changed. Answers its id. */
export async function make(
  bot: TestBot,
  kind: Kind,
  changes: Record<string, string> = {},
  as = EDITOR,
): Promise<string> {
  const form = await openDialog(bot, as, `${kind}.new`, { id: '' });
  const save = carried(form, `${kind}.save`);
  const typed = { ...save, ...inputs(form), ...changes };
  const closed = await submitDialog(bot, as, `${kind}.save`, typed);
  if (closed.invoke?.kind !== 'dialog-closed') throw new Error(seen(closed));
  return String(save.id);
}

export async function start(
  bot: TestBot,
  kind: Kind,
  changes: Record<string, string> = {},
  as = EDITOR,
): Promise<string> {
  const id = await make(bot, kind, changes, as);
  const reply = await bot.tap(as, `${kind}.start`, { id });
  if (!seen(reply).includes('受付中')) throw new Error(seen(reply));
  return id;
}

/** The latest card that somebody got. */
export async function lastCard(bot: TestBot, employee: string): Promise<CardJson | null> {
  const to = await bot.aadOf(employee);
  return (await bot.deliver()).findLast((one) => one.to === to)?.card ?? null;
}

/** Those of a department whom Teams reaches and who are at work, in the order of the roster. */
export async function reachedIn(bot: TestBot, department: string): Promise<readonly string[]> {
  const people = await bot.bot.directory.everybody(
    bot.store.db,
    bot.bot.calendarNow().nextOpenDay('2026-11-24' as never),
  );
  return people
    .filter((one) => one.department === department && one.aadObjectId !== null && one.leave === null)
    .map(({ id }) => id);
}

/** What HR's administrators start at any hour. */
export const startEmergency = (bot: TestBot, changes: Record<string, string> = {}): Promise<string> =>
  start(bot, 'polls', { ...changes, f_urgency: 'emergency' }, HR_ADMIN);
