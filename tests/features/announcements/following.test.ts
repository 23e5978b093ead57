import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import { EDITOR, EMPLOYEE, HR_ADMIN, receivedBy, send, write } from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const tap = async (as: string, verb: string, id: string) =>
  shown(await bot.tap(as, `announcements.${verb}`, { id }));
/** The cards about announcements in somebody's chat, as they stand there by now. */
const cardsOf = async (employee: string): Promise<string[]> =>
  (await receivedBy(bot, employee))
    .map(({ card }) => textsIn(card))
    .filter((text) => text.includes('一覧へ'));

const updates = () =>
  bot.store.db
    .selectFrom('deliveries')
    .select('id')
    .where('job_id', 'like', 'announcement-work:%')
    .where('kind', '=', 'update')
    .execute();

it('who sends it gets a card that follows it to its end, without a tap', async () => {
  await send(bot, EDITOR, { text: { f_confirm: 'yes' } });
  const before = await bot.store.db
    .selectFrom('deliveries')
    .select('payload')
    .where('dedupe_key', 'like', `announcement-work:%:${EDITOR}:progress`)
    .executeTakeFirstOrThrow();
  expect(before.payload).toContain('届いた人 0／21人');
  expect(before.payload).toContain('送信を始めました');
  // Nothing to write yet: it shows how it stands.
  expect(await updates()).toEqual([]);
  await bot.deliver();
  await bot.bot.announcements.watch(new Date('2026-11-24T01:00:05Z'));
  const cards = await cardsOf(EDITOR);
  expect(cards).toHaveLength(1);
  expect(cards[0]).toContain('送信完了');
  expect(cards[0]).toContain('届いた人 21／21人');
});

it('what has not changed is not written again', async () => {
  await send(bot, EDITOR);
  await bot.deliver();
  await bot.bot.announcements.watch(new Date('2026-11-24T01:00:05Z'));
  const first = await updates();
  expect(first.length).toBeGreaterThan(0);
  for (let nth = 0; nth < 3; nth++) {
    await bot.bot.announcements.watch(new Date('2026-11-24T01:00:10Z'));
    await bot.bot.sweep();
  }
  expect(await updates()).toHaveLength(first.length);
});

it('a card that is gone from the chat is followed no longer', async () => {
  const id = await send(bot, EDITOR);
  await tap(HR_ADMIN, 'pause', id);
  const before = await updates();
  await bot.store.write((tx) =>
    tx
      .updateTable('deliveries')
      .set({ state: 'unreachable', error: 'not-found', ended_at: '2026-11-24T01:00:00.000Z' })
      .where('id', '=', before.at(-1)?.id ?? 0)
      .execute(),
  );
  await tap(HR_ADMIN, 'resume', id);
  expect(await updates()).toHaveLength(before.length);
});

it('two administrators were asked: when one has approved it, the other’s card offers it no longer', async () => {
  await bot.tap(HR_ADMIN, 'announcements.saveSettings', { policy: 'always' });
  const id = await write(bot, EDITOR);
  await tap(EDITOR, 'send', id);
  const other = '100064';
  expect((await cardsOf(other)).at(-1)).toContain('承認して送る');
  await tap(HR_ADMIN, 'approve', id);
  await bot.deliver();
  const [left, ...more] = await cardsOf(other);
  expect(more).toEqual([]);
  expect(left).not.toContain('承認して送る');
  expect(left).not.toContain('承認のお願いです');
  const [asker] = await cardsOf(EDITOR);
  expect(asker).toContain('承認：架空本 幸一');
  expect(asker).toContain('届いた人');
});

it('a pause by another shows on the card of who sends it', async () => {
  const id = await send(bot, EDITOR);
  await tap(HR_ADMIN, 'pause', id);
  const [card] = await cardsOf(EDITOR);
  expect(card).toContain('一時停止中');
  expect(card).not.toContain('送信を始めました');
  await tap(HR_ADMIN, 'withdraw', id);
  expect((await cardsOf(EDITOR))[0]).toContain('取り下げ');
});

it('who approves a correction sees the corrected text, also after the card has refreshed itself', async () => {
  await bot.tap(HR_ADMIN, 'announcements.saveSettings', { policy: 'always' });
  const id = await write(bot, EDITOR);
  await tap(EDITOR, 'send', id);
  await tap(HR_ADMIN, 'approve', id);
  await bot.deliver();
  const data = {
    verb: 'announcements.saveCorrection',
    id,
    f_titleJa: '停電',
    f_bodyJa: '日曜日に停電します。',
  };
  await bot.turn(await bot.aadOf(EDITOR), { kind: 'dialog-submit', data });
  const looks = (await receivedBy(bot, HR_ADMIN)).at(-1);
  expect(textsIn(looks?.card)).toContain('日曜日に停電します');
  const mode = /"mode":"(\w+)"/.exec(JSON.stringify(looks?.card))?.[1];
  const refreshed = shown(await bot.tap(HR_ADMIN, 'announcements.view', { id, mode }));
  expect(refreshed).toContain('日曜日に停電します');
  expect(refreshed).toContain('訂正すると');
  expect(await tap(HR_ADMIN, 'preview', id)).toContain('日曜日に停電します');
  // Nobody but HR sees what is not decided yet.
  expect(shown(await bot.tap(EMPLOYEE, 'announcements.view', { id, mode }))).not.toContain('日曜日');
});
