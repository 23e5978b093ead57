import { createTestBot, shown, type TestBot } from '../../support/test-bot';
import {
  ADMIN,
  confirmDesks,
  EDITOR,
  onlyHere,
  publishOn,
  receivedBy,
  STAFF,
  unconfirmDesk,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot({ live: false, reminderSources: [] });
  await confirmDesks(bot);
  await onlyHere(bot, [ADMIN, EDITOR, STAFF]);
  await publishOn(bot, '2026-12-01');
});
afterEach(() => bot.close());

const isAnswered = async (): Promise<boolean> =>
  !shown(await bot.say(STAFF, 'できること')).includes('準備中');
const heldCards = async (employee: string): Promise<number> =>
  (await receivedBy(bot, employee)).filter((text) => text.includes('公開していません')).length;

it('a desk that was changed since the date was set keeps the launch back, and HR administrators are told each open day', async () => {
  await unconfirmDesk(bot);
  bot.at('2026-12-01T01:00:00Z');
  expect(await heldCards(ADMIN)).toBe(1);
  expect(await isAnswered()).toBe(false);
  bot.at('2026-12-01T05:00:00Z');
  expect(await heldCards(ADMIN)).toBe(1);
  bot.at('2026-12-02T01:00:00Z');
  expect(await heldCards(ADMIN)).toBe(2);
  expect(await heldCards(EDITOR)).toBe(0);
  expect(await receivedBy(bot, STAFF)).toEqual([]);
  const card = shown(await bot.say(ADMIN, 'はじめの設定'));
  expect(card).toContain('公開を見合わせています');
  expect(card).toContain('公開日は令和8年12月1日(火)でした');
});

it('goes live by itself as soon as the desk is confirmed again', async () => {
  await unconfirmDesk(bot);
  bot.at('2026-12-01T01:00:00Z');
  await bot.deliver();
  await confirmDesks(bot);
  bot.at('2026-12-02T01:00:00Z');
  expect(await isAnswered()).toBe(true);
  expect(await receivedBy(bot, STAFF)).toHaveLength(1);
  expect(shown(await bot.say(ADMIN, 'はじめの設定'))).toContain('令和8年12月2日(水)に公開しました');
  expect(shown(await bot.say(ADMIN, 'はじめの設定'))).toContain('確認していないデータは答えに使いません');
  const noted = await bot.store.db
    .selectFrom('audit_log')
    .select(['actor', 'detail'])
    .where('action', '=', 'launch-changed')
    .where('actor', '=', 'system')
    .execute();
  expect(noted).toEqual([{ actor: 'system', detail: '{"liveSince":"2026-12-02"}' }]);
});

it('a desk that is changed later takes nothing down that is live', async () => {
  bot.at('2026-12-01T01:00:00Z');
  await bot.deliver();
  await unconfirmDesk(bot);
  bot.at('2026-12-02T01:00:00Z');
  await bot.deliver();
  expect(await isAnswered()).toBe(true);
  expect(await heldCards(ADMIN)).toBe(0);
});

it('on a closed day nobody is told; on the next open day they are', async () => {
  await publishOn(bot, '2026-12-05');
  await unconfirmDesk(bot);
  bot.at('2026-12-05T01:00:00Z');
  expect(await heldCards(ADMIN)).toBe(0);
  bot.at('2026-12-07T01:00:00Z');
  expect(await heldCards(ADMIN)).toBe(1);
});

it('published in the sample environment it says that unconfirmed data still answers, as it does', async () => {
  await bot.close();
  bot = await createTestBot({ reminderSources: [] });
  await confirmDesks(bot);
  await publishOn(bot, '2026-11-24');
  expect(shown(await bot.say(ADMIN, 'はじめの設定'))).toContain('確認していないデータも答えに使います');
  expect(shown(await bot.say(STAFF, '資格を取るときの助成はある？'))).toContain('見本データ');
});
