import { addDays, day } from '../../../src/core/calendar/day';
import { employeeId } from '../../../src/core/ids';
import { takeFromBudget } from '../../../src/features/reminders';
import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  COLLEAGUE,
  carried,
  changeRoster,
  HR,
  inputs,
  MENTEE,
  MENTOR,
  OTHER_HR,
  OTHER_MENTOR,
  openDialog,
  pairUp,
  SECOND,
  said,
  seen,
  submitDialog,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
  await pairUp(bot);
  await pairUp(bot, { mentee: SECOND, mentor: OTHER_MENTOR });
});
afterEach(() => bot.close());

const TIP = 'まず聞くことから。';

async function writeTip(as: string, text: string) {
  const form = await openDialog(bot, as, 'mentoring.exchangeTip');
  const data = { ...carried(form, 'mentoring.exchangeSaveTip'), ...inputs(form), f_tip: text };
  return submitDialog(bot, as, 'mentoring.exchangeSaveTip', data);
}

const tips = () => bot.store.db.selectFrom('mentoring_tips').select(['month', 'text']).execute();
const toldOfTip = async (): Promise<readonly string[]> =>
  (
    await bot.store.db
      .selectFrom('reminder_log')
      .select(['person', 'thing'])
      .where('thing', 'like', 'mentoring-exchange:tip:%')
      .execute()
  ).map(({ person }) => person);

/** Sweeps at nine, noon and four of every day. */
async function live(from: string, days: number): Promise<void> {
  for (let count = 0; count < days; count += 1)
    for (const hour of ['00:00', '03:00', '07:00']) {
      bot.at(`${addDays(day.parse(from), count)}T${hour}:00Z`);
      await bot.deliver();
    }
}

/** Whoever is a mentor: by a pair, or as the roster says. */
async function allMentors(): Promise<readonly string[]> {
  const everybody = await bot.bot.directory.everybody(bot.store.db, day.parse('2026-11-24'));
  const named = everybody.filter(({ roles }) => roles.has('mentor')).map(({ id }) => String(id));
  return [...new Set([...named, MENTOR, OTHER_MENTOR])].toSorted();
}

test.each([
  ['in the middle of a month', '2026-11-17T01:00:00Z', '2026-11-17'],
  ['on its last day, after hours', '2026-11-30T09:00:00Z', '2026-12-01'],
])('written %s it reaches every mentor once, within the budget, and nobody else', async (_, at, from) => {
  bot.at(at);
  expect(shown(await writeTip(HR, TIP))).toContain('次のお知らせと一緒に届きます');
  await live(from, 14);
  expect((await toldOfTip()).toSorted()).toEqual(await allMentors());
  const messages = await bot.store.db
    .selectFrom('proactive_messages')
    .select(['person', 'day'])
    .where('counted', '=', 1)
    .execute();
  for (const [person, own] of Map.groupBy(messages, (message) => message.person)) {
    expect(new Set(own.map((message) => message.day)).size).toBe(own.length);
    for (const { day: first } of own) {
      const week = own.filter(({ day: on }) => on >= first && on < addDays(day.parse(first), 7));
      expect([person, week.length <= 3]).toEqual([person, true]);
    }
  }
});

test('a mentor whose week is full, or who is on leave, gets it when there is room again', async () => {
  bot.at('2026-11-17T01:00:00Z');
  await changeRoster(bot, OTHER_MENTOR, {
    leave_kind: 'secondment',
    leave_from: '2026-11-17',
    leave_to: '2026-11-24',
  });
  for (const on of ['2026-11-19', '2026-11-20', '2026-11-22'])
    await bot.store.write((tx) =>
      takeFromBudget(tx, {
        person: employeeId.parse(MENTOR),
        now: new Date(`${on}T01:00:00Z`),
        message: `test:${on}`,
      }),
    );
  await writeTip(HR, TIP);
  await live('2026-11-23', 2);
  expect(await toldOfTip()).not.toContain(MENTOR);
  expect(await toldOfTip()).not.toContain(OTHER_MENTOR);
  await live('2026-11-25', 10);
  for (const mentor of [MENTOR, OTHER_MENTOR])
    expect((await toldOfTip()).filter((person) => person === mentor)).toHaveLength(1);
});

test('shows its text to mentors alone; mentees and others get nothing', async () => {
  await writeTip(HR, TIP);
  bot.at('2026-11-30T00:30:00Z');
  const received = await bot.deliver();
  const textTo = async (as: string) => {
    const aad = await bot.aadOf(as);
    return received
      .filter(({ to }) => to === aad)
      .map(({ card }) => textsIn(card))
      .join();
  };
  expect(await textTo(MENTOR)).toContain(TIP);
  for (const other of [MENTEE, COLLEAGUE]) expect(await textTo(other)).not.toContain(TIP);
});

test('can be corrected: whoever waits gets the new text, whoever has it sees it on the card, nobody gets it twice', async () => {
  await writeTip(HR, 'まず聞くことからた。');
  bot.at('2026-11-30T00:30:00Z');
  const received = await bot.deliver();
  expect(shown(await writeTip(HR, TIP))).toContain('もう一度届くことはありません');
  expect(await tips()).toEqual([{ month: '2026-11', text: TIP }]);
  const { id } = await bot.store.db
    .selectFrom('reminder_digests')
    .select('id')
    .where('person', '=', MENTOR)
    .executeTakeFirstOrThrow();
  expect(shown(await bot.tap(MENTOR, 'reminders.refresh', { digest: id, page: 0 }))).toContain(TIP);
  const before = received.length;
  await live('2026-12-01', 7);
  expect((await toldOfTip()).length).toBe(new Set(await toldOfTip()).size);
  expect(before).toBeGreaterThan(0);
});

test('two of HR who write at the same time: the second one sees what the first wrote', async () => {
  const form = await openDialog(bot, OTHER_HR, 'mentoring.exchangeTip');
  await writeTip(HR, TIP);
  const data = { ...carried(form, 'mentoring.exchangeSaveTip'), f_tip: '私からのひとこと' };
  const refused = await submitDialog(bot, OTHER_HR, 'mentoring.exchangeSaveTip', data);
  expect(seen(refused)).toContain(`ほかの担当者が「${TIP}」と書いています`);
  expect(inputs(refused).f_tip).toBe('私からのひとこと');
  expect((await tips())[0]?.text).toBe(TIP);
  const again = { ...carried(refused, 'mentoring.exchangeSaveTip'), ...inputs(refused) };
  await submitDialog(bot, OTHER_HR, 'mentoring.exchangeSaveTip', again);
  expect((await tips())[0]?.text).toBe('私からのひとこと');
});

test('HR sees it on the card, with how many it goes to; a mentor sees the meetings alone', async () => {
  await writeTip(HR, TIP);
  const card = await said(bot, HR, 'メンター情報交換会');
  expect(card).toContain(TIP);
  expect(card).toContain(`メンター${(await allMentors()).length}人に`);
  expect(card).toContain('ひとことを直す');
  expect(await said(bot, MENTOR, 'メンター情報交換会')).not.toContain('ひとことを直す');
});

test('a blank one is refused', async () => {
  expect(seen(await writeTip(HR, '  '))).toContain('入力してください');
  expect(await tips()).toEqual([]);
});
