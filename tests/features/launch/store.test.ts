import { createTestBot, type TestBot } from '../../support/test-bot';
import { ADMIN, choosePilot, confirmDesks, PILOT, publishOn } from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot({ live: false, reminderSources: [] });
  await confirmDesks(bot);
});
afterEach(() => bot.close());

const keys = async (): Promise<readonly string[]> =>
  (
    await bot.store.db
      .selectFrom('deliveries')
      .select('dedupe_key')
      .where('dedupe_key', 'like', 'launch-welcome:%')
      .execute()
  ).map((row) => row.dedupe_key);

it('two processes that sweep at once welcome everybody once', async () => {
  await choosePilot(bot, PILOT);
  await Promise.all([bot.bot.sweep(), bot.bot.sweep()]);
  const all = await keys();
  expect(all.length).toBeGreaterThan(5);
  expect(new Set(all).size).toBe(all.length);
  expect(await bot.store.db.selectFrom('launch_welcomes').selectAll().execute()).toHaveLength(all.length);
});

it('killed in the middle, the next sweep welcomes the rest, and nobody twice', async () => {
  await choosePilot(bot, PILOT);
  const { write } = bot.store;
  let left = 4;
  // The process dies: from some transaction on, none commits any more.
  bot.store.write = async (work) => {
    left -= 1;
    if (left < 0) throw new Error('killed');
    return write(work);
  };
  await bot.bot.sweep().catch(() => undefined);
  bot.store.write = write;
  const before = await keys();
  await bot.bot.sweep();
  await bot.bot.sweep();
  const after = await keys();
  expect(after.length).toBeGreaterThan(before.length);
  expect(new Set(after).size).toBe(after.length);
  expect(await bot.store.db.selectFrom('launch_welcomes').selectAll().execute()).toHaveLength(after.length);
});

it('a pilot and a date that two people of HR save at once are both kept', async () => {
  await Promise.all([choosePilot(bot, PILOT), publishOn(bot, '2026-12-01')]);
  const { value } = await bot.store.db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'launch')
    .executeTakeFirstOrThrow();
  expect(JSON.parse(value)).toEqual({ publishOn: '2026-12-01', liveSince: null, pilot: [PILOT] });
});

it('a welcome that is lost is sent again by two sweeps at once, once', async () => {
  await choosePilot(bot, PILOT);
  await bot.bot.sweep();
  const [first, ...others] = await keys();
  await bot.store.write((tx) =>
    tx
      .updateTable('deliveries')
      .set({ state: 'failed', ended_at: '2026-11-24T01:00:00.000Z' })
      .where('dedupe_key', '=', first ?? '')
      .execute(),
  );
  bot.at('2026-11-25T01:00:00Z');
  await Promise.all([bot.bot.sweep(), bot.bot.sweep()]);
  expect(await keys()).toEqual(expect.arrayContaining([...others, `${first}:2026-11-25`]));
  expect(await keys()).toHaveLength(others.length + 2);
});

it('two who set the same date at once set it once', async () => {
  await Promise.all([publishOn(bot, '2026-12-01'), publishOn(bot, '2026-12-01')]);
  const launched = await bot.store.db
    .selectFrom('audit_log')
    .select('actor')
    .where('action', '=', 'launched')
    .execute();
  expect(launched).toEqual([{ actor: ADMIN }]);
});
