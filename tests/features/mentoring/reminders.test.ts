import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  carried,
  HR,
  MENTEE,
  MENTEE_NAME,
  MENTOR,
  MENTOR_NAME,
  NOVEMBER,
  openDialog,
  pairUp,
  said,
  seen,
  sentTo,
  write,
} from './support';

let bot: TestBot;
let pair: string;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

/** Everything that went to somebody on a day, at nine in the morning. */
async function on(day: string, employee: string): Promise<string> {
  bot.at(`${day}T00:30:00Z`);
  return sentTo(bot, await bot.deliver(), employee);
}

async function newOn(day: string, employee: string): Promise<string> {
  bot.at(`${day}T00:30:00Z`);
  const aad = await bot.aadOf(employee);
  const seenBefore = (await bot.store.db.selectFrom('reminder_log').selectAll().execute()).length;
  const received = await bot.deliver();
  const log = await bot.store.db.selectFrom('reminder_log').selectAll().execute();
  if (log.length === seenBefore) return '';
  const last = received.filter(({ to }) => to === aad).at(-1);
  return log.slice(seenBefore).some(({ person }) => person === employee) ? textsIn(last?.card) : '';
}

describe('a check-in', () => {
  beforeEach(async () => {
    pair = await pairUp(bot, { today: '2026-11-01', from: '2026-11-01' });
  });

  test('is asked for on an open day, looked back on once before the end and once after, each side in its own words', async () => {
    expect(await newOn('2026-11-06', MENTEE)).toBe('');
    // The sixth open day: 11/3 is a holiday.
    const opening = await newOn('2026-11-09', MENTEE);
    expect(opening).toContain(`面談の記録（メンター：${MENTOR_NAME}さん）`);
    expect(opening).toContain('話す時間はとれそうですか');
    expect(await sentTo(bot, await bot.deliver(), MENTOR)).toContain('声をかけてみてください');
    expect(await newOn('2026-11-10', MENTEE)).toBe('');
    expect(await newOn('2026-11-20', MENTEE)).toContain('10分の立ち話でもかまいません');
    expect(await newOn('2026-11-27', MENTEE)).toBe('');
    const missed = await on('2026-12-01', MENTEE);
    expect(missed).not.toContain('話せていなくても大丈夫です');
    // It rides along, or comes alone on the first open day of a week.
    const later = await newOn('2026-12-07', MENTEE);
    expect(later).toContain('話せていなくても大丈夫です');
    expect(await sentTo(bot, await bot.deliver(), MENTOR)).toContain('人事課に相談できます');
  });

  test('no message of it blames', async () => {
    for (const day of ['2026-11-09', '2026-11-20', '2026-12-07']) {
      for (const one of [MENTEE, MENTOR]) {
        const text = await on(day, one);
        expect(text).not.toMatch(/遅れ|未実施|未提出|催促|督促|必ず|してください！|怠/);
      }
    }
  });

  test('is not asked of who has sent it, and the other one is told that it was sent, not what', async () => {
    bot.at('2026-11-06T01:00:00Z');
    await write(bot, MENTEE, pair, { f_hard: '起案の順番に迷うことがあります', f_mood: 'hard' });
    expect(await newOn('2026-11-09', MENTEE)).toBe('');
    const asked = await sentTo(bot, await bot.deliver(), MENTOR);
    expect(asked).toContain(`${MENTEE_NAME}さんは送っています`);
    expect(asked).not.toContain('迷う');
    expect(asked).not.toContain('しんどい');
  });

  test('opens the form from the digest, and the digest then says that it is done', async () => {
    bot.at('2026-11-09T00:30:00Z');
    const received = await bot.deliver();
    const aad = await bot.aadOf(MENTEE);
    const digest = received.find(({ to }) => to === aad);
    const reply = { messages: [{ kind: 'card', card: digest?.card, summary: '' }], invoke: null } as never;
    const { msteams: _, ...data } = carried(reply, 'mentoring.write');
    expect(data).toMatchObject({ pair, from: NOVEMBER, number: 1 });
    expect(seen(await openDialog(bot, MENTEE, 'mentoring.write', data))).toContain('調子はどうですか');
    await write(bot, MENTEE, pair);
    const { id } = await bot.store.db
      .selectFrom('reminder_digests')
      .select('id')
      .where('person', '=', MENTEE)
      .executeTakeFirstOrThrow();
    expect(shown(await bot.tap(MENTEE, 'reminders.refresh', { digest: id, page: 0 }))).toContain('記録済み');
    // A digest of one's own: nobody else is shown it.
    expect(shown(await bot.tap(MENTOR, 'reminders.refresh', { digest: id, page: 0 }))).not.toContain(
      '記録済み',
    );
  });

  test('stands in the list of what is open', async () => {
    bot.at('2026-11-24T01:00:00Z');
    expect(await said(bot, MENTOR, '提出するもの')).toContain(`面談の記録（メンティ：${MENTEE_NAME}さん）`);
    await write(bot, MENTOR, pair);
    expect(await said(bot, MENTOR, '提出するもの')).not.toContain('面談の記録');
  });

  test('an outage of weeks is followed by one card with what still matters', async () => {
    const first = await newOn('2026-12-09', MENTEE);
    expect(first).toContain('面談の記録');
    expect(first).not.toContain('話せていなくても大丈夫です');
    expect(await newOn('2026-12-10', MENTEE)).toBe('');
  });
});

test('who sent theirs first is told once that both can read now, without a word of it', async () => {
  pair = await pairUp(bot);
  bot.at('2026-11-24T01:00:00Z');
  await write(bot, MENTEE, pair, { f_hard: '起案の順番に迷うことがあります' });
  bot.at('2026-11-26T01:00:00Z');
  await write(bot, MENTOR, pair, { f_talked: '読み合う文' });
  bot.at('2026-11-30T00:30:00Z');
  const received = await bot.deliver();
  const told = await sentTo(bot, received, MENTEE);
  expect(told).toContain(`${MENTOR_NAME}さんも面談の記録を送りました`);
  expect(told).not.toMatch(/迷う|読み合う文/);
  expect(await sentTo(bot, received, MENTOR)).not.toContain('も面談の記録を送りました');
  const aad = await bot.aadOf(MENTEE);
  const card = received.findLast(({ to }) => to === aad)?.card ?? null;
  const reply = { messages: [{ kind: 'card', card, summary: '' }], invoke: null } as never;
  const { msteams: _, ...data } = carried(reply, 'mentoring.records');
  expect(seen(await openDialog(bot, MENTEE, 'mentoring.records', data))).toContain('読み合う文');
  expect(await said(bot, MENTEE, '提出するもの')).not.toContain('も面談の記録を送りました');
  bot.at('2026-12-01T00:30:00Z');
  const count = (await sentTo(bot, await bot.deliver(), MENTEE)).split('も面談の記録を送りました').length - 1;
  expect(count).toBe(1);
});

test('both are told once of a new pair, and not of one that is long made', async () => {
  const made = await openDialog(bot, HR, 'mentoring.pickMentor', { mentee: MENTEE });
  expect(seen(made)).toContain(MENTEE_NAME);
  await bot.tap(HR, 'mentoring.accept', { pairs: [`${MENTEE}:${MENTOR}`], page: 0 });
  bot.at('2026-11-25T00:30:00Z');
  const received = await bot.deliver();
  expect(await sentTo(bot, received, MENTEE)).toContain(`あなたのメンターは${MENTOR_NAME}さんです`);
  expect(await sentTo(bot, received, MENTOR)).toContain(`${MENTEE_NAME}さんのメンターをお願いします`);
  bot.at('2026-11-26T00:30:00Z');
  const count = (await bot.deliver()).filter(({ card }) => textsIn(card).includes('お願いします')).length;
  expect(count).toBe(1);
});

test('in the first three months weekly, where HR said so', async () => {
  pair = await pairUp(bot, { today: '2026-11-09', from: '2026-11-09', early: 'weekly' });
  bot.at('2026-11-09T00:30:00Z');
  expect(await sentTo(bot, await bot.deliver(), MENTEE)).toContain('11/15(日)まで');
  expect(await newOn('2026-11-13', MENTEE)).toContain('もうすぐ期間が終わります');
  expect(await newOn('2026-11-16', MENTEE)).toContain('11/22(日)まで');
});
