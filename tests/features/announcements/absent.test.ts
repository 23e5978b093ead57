import { createTestBot, type TestBot } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, receivedBy, recipients, send, show } from './support';

/** Of somebody who goes, or goes on leave, while an announcement waits for them. */

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

/** Sent when the day's message has been had: it comes on the next open day. */
async function sendForTomorrow(): Promise<string> {
  await send(bot, EDITOR);
  const id = await send(bot, EDITOR);
  const waits = (await recipients(bot, id)).find(({ employee }) => employee === EMPLOYEE);
  expect(waits?.not_before).toBe('2026-11-25T01:00:00.000Z');
  return id;
}

/** As an import of the roster: what it says of one person is replaced, or the person taken out. */
const roster = (id: string, cells: Record<string, string> | null) =>
  bot.store.write(async (tx) => {
    const row = tx.selectFrom('records').selectAll().where('dataset', '=', 'employees').where('id', '=', id);
    const { cells: before } = await row.executeTakeFirstOrThrow();
    await (cells === null
      ? tx.deleteFrom('records').where('dataset', '=', 'employees').where('id', '=', id).execute()
      : tx
          .updateTable('records')
          .set({ cells: JSON.stringify({ ...JSON.parse(before), ...cells }) })
          .where('dataset', '=', 'employees')
          .where('id', '=', id)
          .execute());
    await tx
      .updateTable('dataset_revisions')
      .set((revision) => ({ revision: revision('revision', '+', 1) }))
      .where('dataset', '=', 'employees')
      .execute();
  });

const ON_LEAVE = { leave_kind: 'childcare_leave', leave_from: '2026-11-25', leave_to: '2027-03-31' };
const titles = async () => (await receivedBy(bot, EMPLOYEE)).length;

it('who goes on leave on the day before it comes gets none, and counts as on leave', async () => {
  const id = await sendForTomorrow();
  await roster(EMPLOYEE, ON_LEAVE);
  const before = await titles();
  bot.at('2026-11-24T15:00:00Z');
  await bot.bot.sweep();
  expect(await show(bot, EDITOR, id)).toContain('休業・派遣中 1人');
  bot.at('2026-11-25T01:00:00Z');
  expect(await titles()).toBe(before);
});

it('after an outage the roster is asked at the moment of sending, before any sweep', async () => {
  const id = await sendForTomorrow();
  const before = await titles();
  await roster(EMPLOYEE, ON_LEAVE);
  bot.at('2026-11-25T01:00:00Z');
  await bot.deliver({ sweeps: false });
  expect(await titles()).toBe(before);
  await bot.bot.sweep();
  expect(await show(bot, EDITOR, id)).toContain('休業・派遣中 1人');
  // Back from leave it comes no more: it has ended.
  bot.at('2027-04-02T01:00:00Z');
  await bot.bot.sweep();
  expect(await show(bot, EDITOR, id)).toContain('休業・派遣中 1人');
});

it('who is taken out of the roster gets none at the moment of sending, and counts as gone', async () => {
  const id = await sendForTomorrow();
  const aad = await bot.aadOf(EMPLOYEE);
  const sentTo = async () => (await bot.deliver()).filter(({ to }) => to === aad).length;
  const before = await sentTo();
  await roster(EMPLOYEE, null);
  bot.at('2026-11-25T01:00:00Z');
  await bot.deliver({ sweeps: false });
  expect(await sentTo()).toBe(before);
  expect(await show(bot, EDITOR, id)).toContain('退職など 1人');
});
