import { createAudit } from '../../../src/features/audit';
import { employees, saveRecord } from '../../../src/features/records';
import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import {
  COLLEAGUE,
  HR,
  HR_ADMIN,
  HR_NAME,
  MANAGER,
  MENTEE,
  MENTEE_NAME,
  MENTOR,
  MENTOR_NAME,
  OTHER_HR,
  OTHER_MENTOR,
  pairUp,
  SECOND,
  SUPERVISOR,
  said,
  sentTo,
  write,
} from './support';

let bot: TestBot;
let pair: string;
beforeEach(async () => {
  bot = await createTestBot();
  pair = await pairUp(bot);
});
afterEach(() => bot.close());

const OTHERS = [MANAGER, SUPERVISOR, COLLEAGUE, OTHER_MENTOR, HR_ADMIN, OTHER_HR];
const calls = () => bot.store.db.selectFrom('mentoring_calls').selectAll().execute();
const WANTS_TO_TALK = `${MENTEE_NAME}さんが、あなたと話したいそうです`;

/** Of the bot's messages of a sweep, who was told what. */
async function told(at: string, of: readonly string[]): Promise<Record<string, string>> {
  bot.at(at);
  const received = await bot.deliver();
  const texts: Record<string, string> = {};
  for (const one of of) texts[one] = await sentTo(bot, received, one);
  return texts;
}

async function take(as: string): Promise<string> {
  const [call] = await calls();
  const { digest } = await bot.store.db
    .selectFrom('reminder_log')
    .select('digest')
    .where('person', '=', as)
    .where('thing', '=', `mentoring-call:${call?.id}`)
    .executeTakeFirstOrThrow();
  const tap = { digest, thing: `mentoring-call:${call?.id}`, page: 0, choice: 'take' };
  return shown(await bot.tap(as, 'reminders.choose', tap));
}

test('the help button names its readers before the tap', async () => {
  const card = shown(await bot.tap(MENTEE, 'mentoring.help', { pair }));
  expect(card).toContain(`メンターの${MENTOR_NAME}さんに知らせる`);
  expect(card).toContain(`人事課の${HR_NAME}さんに知らせる`);
  expect(card).toContain('相談窓口を見る（だれにも知らせません）');
  expect(await calls()).toEqual([]);
});

test('reaches the one who was chosen and nobody else, and is nudged after two open days', async () => {
  const raise = { pair, kind: 'help', reader: MENTOR };
  for (const _ of [1, 2]) await bot.tap(MENTEE, 'mentoring.call', raise);
  expect(await calls()).toHaveLength(1);
  const first = await told('2026-11-24T02:00:00Z', [MENTOR, HR, MENTEE, ...OTHERS]);
  expect(first[MENTOR]).toContain(WANTS_TO_TALK);
  for (const other of [HR, MENTEE, ...OTHERS]) expect(first[other]).not.toContain('話したいそうです');
  const count = async (at: string) =>
    ((await told(at, [MENTOR]))[MENTOR] ?? '').split(WANTS_TO_TALK).length - 1;
  expect(await count('2026-11-25T02:00:00Z')).toBe(1);
  expect(await count('2026-11-26T02:00:00Z')).toBe(2);
  expect(await count('2026-11-27T02:00:00Z')).toBe(2);
  expect(await take(MENTOR)).toContain(`${MENTEE_NAME}さんに、受け取ったことを伝えます`);
  const after = await told('2026-11-27T03:00:00Z', [MENTEE, HR]);
  expect(after[MENTEE]).toContain(`${MENTOR_NAME}さんが、あなたの相談を受け取りました`);
  expect(after[HR]).not.toContain('相談');
});

test('meant for one of HR it is told to neither the mentor nor the rest of HR, in no list of theirs', async () => {
  await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'help', reader: HR });
  const texts = await told('2026-11-24T02:00:00Z', [HR, MENTOR, ...OTHERS]);
  expect(texts[HR]).toContain(WANTS_TO_TALK);
  for (const other of [MENTOR, ...OTHERS]) expect(texts[other]).not.toContain('話したいそうです');
  expect(await said(bot, HR, 'メンターの組み合わせ')).toContain('あなたあての相談 1件');
  for (const other of [OTHER_HR, HR_ADMIN])
    expect(await said(bot, other, 'メンターの組み合わせ')).not.toContain('あなたあての相談 ');
  const [call] = await calls();
  const { digest } = await bot.store.db
    .selectFrom('reminder_log')
    .select('digest')
    .where('person', '=', HR)
    .executeTakeFirstOrThrow();
  const forged = { digest, thing: `mentoring-call:${call?.id}`, page: 0, choice: 'take' };
  for (const other of [MENTOR, OTHER_HR]) await bot.tap(other, 'reminders.choose', forged);
  expect((await calls())[0]?.state).toBe('open');
  for (const as of [OTHER_HR, HR_ADMIN, MENTOR])
    expect(await said(bot, as, '提出するもの')).not.toContain('話したいそうです');
});

test('a reader who was not named is refused, and so is a call of others', async () => {
  for (const reader of [MANAGER, SUPERVISOR, COLLEAGUE, '999999'])
    expect(shown(await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'help', reader }))).toContain(
      '見つかりませんでした',
    );
  for (const as of [COLLEAGUE, OTHER_MENTOR, HR, MANAGER])
    expect(shown(await bot.tap(as, 'mentoring.call', { pair, kind: 'help', reader: HR }))).toContain(
      '見つかりませんでした',
    );
  // The mentor is no reader of a wish for another mentor.
  await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'change', reader: MENTOR });
  expect(await calls()).toEqual([]);
});

test('another mentor is asked for quietly: one of HR is told, neither mentor nor manager', async () => {
  const card = await said(bot, MENTEE, 'メンター変えたい');
  expect(card).toContain('選んだ人事課の担当者だけに伝わります。今のメンターにも所属長にも伝わりません');
  expect(card).not.toContain(`メンターの${MENTOR_NAME}`);
  await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'change', reader: HR });
  const texts = await told('2026-11-24T02:00:00Z', [HR, MENTOR, ...OTHERS]);
  expect(texts[HR]).toContain(`${MENTEE_NAME}さん（市民課）が、組み合わせについて話したいそうです`);
  for (const other of [MENTOR, ...OTHERS]) expect(texts[other]).not.toContain('話したいそうです');
  for (const as of [MENTOR, MANAGER]) {
    expect(await said(bot, as, '私のメンティは？')).not.toContain('話したい');
    expect(await said(bot, as, '監査ログ')).not.toContain(pair);
  }
  const log = await bot.store.db.selectFrom('audit_log').selectAll().execute();
  expect(JSON.stringify(log)).not.toContain('call');
});

test('is taken back by who made it alone', async () => {
  await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'help', reader: MENTOR });
  const [call] = await calls();
  for (const as of [MENTOR, COLLEAGUE])
    expect(shown(await bot.tap(as, 'mentoring.withdraw', { call: call?.id }))).toContain(
      '見つかりませんでした',
    );
  expect(shown(await bot.tap(MENTEE, 'mentoring.withdraw', { call: call?.id }))).toContain('取り消しました');
  expect((await told('2026-11-24T02:00:00Z', [MENTOR]))[MENTOR]).not.toContain('話したいそうです');
});

test('where the reader is away the asker is told, and can choose somebody else', async () => {
  await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'help', reader: HR });
  const { content_hash } = await bot.store.db
    .selectFrom('records')
    .select('content_hash')
    .where('dataset', '=', 'employees')
    .where('id', '=', HR)
    .executeTakeFirstOrThrow();
  const values = { leave_kind: 'sick_leave', leave_from: '2026-11-24', leave_to: '2026-12-20' };
  const clock = { now: () => new Date('2026-11-24T02:00:00Z') };
  await bot.store.write((tx) =>
    saveRecord(
      tx,
      employees,
      { id: HR, basedOn: content_hash, values },
      { actor: 'cli', source: 'test', clock, audit: createAudit() },
    ),
  );
  const texts = await told('2026-11-24T02:00:00Z', [HR, MENTEE]);
  expect(texts[HR]).toBe('');
  expect(texts[MENTEE]).toContain(`${HR_NAME}さんは、いま受け取れません`);
  const { digest } = await bot.store.db
    .selectFrom('reminder_log')
    .select('digest')
    .where('person', '=', MENTEE)
    .where('step', '=', 'absent')
    .executeTakeFirstOrThrow();
  const [call] = await calls();
  const tap = { digest, thing: `mentoring-call:${call?.id}`, page: 0, choice: 'choose' };
  const choices = shown(await bot.tap(MENTEE, 'reminders.choose', tap));
  expect(choices).toContain('だれに助けを求めますか');
  expect(choices).not.toContain(`人事課の${HR_NAME}さんに知らせる`);
});

test('HR’s list of people who could not be reached tells of a check-in, but not of a call', async () => {
  await pairUp(bot, { mentee: SECOND, mentor: OTHER_MENTOR });
  await write(bot, MENTOR, pair);
  await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'help', reader: MENTOR });
  await bot.bot.sweep();
  const refused = { state: 'unreachable', error: 'blocked', ended_at: '2026-11-24T01:00:00.000Z' } as const;
  await bot.store.db.updateTable('deliveries').set(refused).execute();
  const list = await said(bot, OTHER_HR, '届かなかった人');
  expect(list).toContain('模内 沙織');
  expect(list).not.toContain(MENTOR_NAME);
});
