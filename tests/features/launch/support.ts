import type { Reply } from '../../../src/core/turn';
import { createAudit } from '../../../src/features/audit';
import { contacts, employees } from '../../../src/features/records';
import { confirmRecords } from '../../../src/features/records/confirmation';
import { raiseRevision } from '../../../src/features/records/stored-records';
import { type TestBot, textsIn } from '../../support/test-bot';

export const ADMIN = '100062';
export const EDITOR = '100066';
export const STAFF = '100001';
export const MANAGER = '100003';
/** Of another section than the three of 市民課. */
export const OUTSIDER = '100026';
export const PILOT = '市民課';

/** HR enters how the required desks are reached, and confirms them. */
export async function confirmDesks(bot: TestBot): Promise<void> {
  const ids = ['C-whistle-city', 'C-harassment-hr', 'C-mental-doctor'];
  await bot.store.write(async (tx) => {
    for (const id of ids) await setCell(tx, 'contacts', id, 'phone', '内線 1234');
    const by = {
      clock: { now: () => new Date('2026-11-24T00:00:00Z') },
      actor: ADMIN,
      audit: createAudit(),
      source: 'dialog',
    } as const;
    await confirmRecords(tx, contacts, ids, by);
  });
}

/** Somebody changes how a required desk is reached: its confirmation was for other content. */
export const unconfirmDesk = (bot: TestBot): Promise<void> =>
  bot.store.write(async (tx) => {
    await tx
      .deleteFrom('confirmations')
      .where('dataset', '=', 'contacts')
      .where('record_id', '=', 'C-harassment-hr')
      .execute();
    await raiseRevision(tx, contacts.name);
  });

type Tx = Parameters<Parameters<TestBot['store']['write']>[0]>[0];

async function setCell(tx: Tx, dataset: string, id: string, cell: string, value: string): Promise<void> {
  const row = await tx
    .selectFrom('records')
    .select('cells')
    .where('dataset', '=', dataset)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('records')
    .set({ cells: JSON.stringify({ ...JSON.parse(row.cells), [cell]: value }) })
    .where('dataset', '=', dataset)
    .where('id', '=', id)
    .execute();
}

/** The roster as HR's next import has it. */
export const setRoster = (bot: TestBot, id: string, cells: Readonly<Record<string, string>>): Promise<void> =>
  bot.store.write(async (tx) => {
    for (const [cell, value] of Object.entries(cells)) await setCell(tx, 'employees', id, cell, value);
    await raiseRevision(tx, employees.name);
  });

export const open = async (bot: TestBot, as: string, data: Record<string, unknown>): Promise<Reply> =>
  bot.turn(await bot.aadOf(as), { kind: 'dialog-open', data });
export const submit = async (bot: TestBot, as: string, data: Record<string, unknown>): Promise<Reply> =>
  bot.turn(await bot.aadOf(as), { kind: 'dialog-submit', data });

export const choosePilot = (bot: TestBot, ...sections: string[]): Promise<Reply> =>
  submit(bot, ADMIN, { verb: 'launch.savePilot', f_sections: sections.join(',') });
export const publishOn = (bot: TestBot, on: string, as = ADMIN): Promise<Reply> =>
  submit(bot, as, { verb: 'launch.publishOn', on });

/** Everybody else is hired later: a message to each of 480 would take the outbox its time. */
export const onlyHere = async (bot: TestBot, here: readonly string[]): Promise<void> => {
  const rows = await bot.store.db.selectFrom('employees').select('id').where('id', 'not in', here).execute();
  await bot.store.write(async (tx) => {
    for (const { id } of rows) await setCell(tx, 'employees', id, 'hired_on', '2030-04-01');
    await raiseRevision(tx, employees.name);
  });
};

/** What has come to one person, as texts. */
export async function receivedBy(bot: TestBot, employee: string): Promise<readonly string[]> {
  const aad = await bot.aadOf(employee);
  return (await bot.deliver()).filter(({ to }) => to === aad).map(({ card }) => textsIn(card));
}

/** Everything a person reads, in a dialog as well. */
export const read = (reply: Reply): string =>
  [
    ...reply.messages.map((one) => (one.kind === 'text' ? one.text : textsIn(one.card))),
    reply.invoke === null ? '' : 'card' in reply.invoke ? textsIn(reply.invoke.card) : '',
    reply.invoke?.kind === 'notice' ? reply.invoke.text : '',
  ].join('\n');
