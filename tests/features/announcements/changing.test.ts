import { createAudit } from '../../../src/features/audit';
import { employees, removeRecord } from '../../../src/features/records';
import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  audited,
  carried,
  EDITOR,
  EMPLOYEE,
  HR_ADMIN,
  inputs,
  OTHER_EDITOR,
  openDialog,
  receivedBy,
  recipients,
  seen,
  send,
  show,
  submitDialog,
  write,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const tap = async (as: string, verb: string, id: string) =>
  shown(await bot.tap(as, `announcements.${verb}`, { id }));
const states = async (id: string) => (await recipients(bot, id)).map(({ state }) => state);

async function correct(id: string, as: string, changes: Record<string, string>) {
  const dialog = await openDialog(bot, as, 'announcements.correct', { id });
  const typed = { ...carried(dialog, 'announcements.saveCorrection'), ...inputs(dialog), ...changes };
  return submitDialog(bot, as, 'announcements.saveCorrection', typed);
}

it('paused, nothing goes out; resumed by another, everything does', async () => {
  const id = await send(bot, EDITOR);
  expect(await tap(EDITOR, 'pause', id)).toContain('一時停止しました');
  expect(await receivedBy(bot, EMPLOYEE)).toEqual([]);
  expect(await tap(EDITOR, 'pause', id)).toContain('一時停止中');
  expect(await tap(OTHER_EDITOR, 'resume', id)).toContain('再開しました');
  expect(await receivedBy(bot, EMPLOYEE)).toHaveLength(1);
  await bot.deliver();
  expect(await show(bot, EDITOR, id)).toContain('送信完了');
  expect((await audited(bot)).slice(-3)).toEqual([
    `${EDITOR} pause`,
    `${OTHER_EDITOR} resume`,
    'system finish',
  ]);
});

it('resumed in the evening, it goes on in the morning', async () => {
  const id = await send(bot, EDITOR);
  await tap(EDITOR, 'pause', id);
  bot.at('2026-11-24T12:00:00Z');
  expect(await tap(EDITOR, 'resume', id)).toContain('11/25(水) 08:30から再開');
  expect(await receivedBy(bot, EMPLOYEE)).toEqual([]);
  bot.at('2026-11-24T23:30:00Z');
  expect(await receivedBy(bot, EMPLOYEE)).toHaveLength(1);
});

it('cancelled before it goes out: everybody ends as cancelled, and a second tap changes nothing', async () => {
  const id = await send(bot, EDITOR);
  expect(await tap(EDITOR, 'askCancel', id)).toContain('取り消しはできません');
  expect(await tap(EDITOR, 'cancel', id)).toContain('21人分を取りやめました');
  expect(await tap(OTHER_EDITOR, 'cancel', id)).toContain('途中で取りやめ');
  expect(await receivedBy(bot, EMPLOYEE)).toEqual([]);
  expect(new Set(await states(id))).toEqual(new Set(['cancelled']));
  // What was taken from the budget is given back.
  expect(await bot.store.db.selectFrom('proactive_messages').selectAll().execute()).toEqual([]);
});

it('a correction reaches those who have it in place, and those who wait get only the new text', async () => {
  const first = await send(bot, EDITOR, { text: { f_confirm: 'yes' } });
  await bot.deliver();
  await bot.tap(EMPLOYEE, 'announcements.confirm', { id: first });
  expect(
    shown(
      await correct(first, OTHER_EDITOR, {
        f_bodyJa: '日曜日に停電します。',
        f_kind1: 'link',
        f_label1: '地図',
        f_target1: 'https://example.jp/map',
      }),
    ),
  ).toContain('21件');
  const [got, ...more] = await receivedBy(bot, EMPLOYEE);
  expect(more).toEqual([]);
  const text = textsIn(got?.card);
  expect(text).toContain('日曜日に停電します。');
  expect(text).toContain('内容を訂正しました');
  expect(text).toContain('地図');
  expect(text).toContain('確認済み');

  // Of the second of a day the messages wait for tomorrow.
  const second = await send(bot, EDITOR, { text: { f_titleJa: '二つ目' } });
  await correct(second, EDITOR, { f_bodyJa: '新しい本文' });
  const updates = await bot.store.db
    .selectFrom('deliveries')
    .selectAll()
    .where('job_id', '=', `announcement:${second}:changes`)
    .execute();
  expect(updates).toEqual([]);
  bot.at('2026-11-25T01:00:00Z');
  expect(textsIn((await receivedBy(bot, EMPLOYEE)).at(-1)?.card)).toContain('新しい本文');
});

it('a correction that changes nothing tells nobody anything', async () => {
  const id = await send(bot, EDITOR);
  await bot.deliver();
  await correct(id, EDITOR, {});
  expect((await audited(bot)).filter((line) => line.endsWith(' correct'))).toEqual([]);
  expect(textsIn((await receivedBy(bot, EMPLOYEE))[0]?.card)).not.toContain('訂正しました');
});

it('withdrawn: the rest is cancelled, what has arrived is deleted, and nothing shows it any more', async () => {
  const id = await send(bot, EDITOR, { text: { f_confirm: 'yes' } });
  await bot.deliver();
  expect(await tap(EDITOR, 'withdraw', id)).toContain('取り下げました');
  await bot.deliver();
  const deletions = await bot.store.db
    .selectFrom('deliveries')
    .selectAll()
    .where('kind', '=', 'delete')
    .execute();
  expect(deletions.map(({ state }) => state)).toEqual(Array(21).fill('sent'));
  expect(shown(await bot.tap(EMPLOYEE, 'announcements.confirm', { id }))).toContain('取り下げられました');
  expect((await recipients(bot, id)).filter(({ confirmed_at }) => confirmed_at !== null)).toEqual([]);
  expect(shown(await bot.say(EMPLOYEE, '最近のお知らせ'))).toContain('まだありません');
  expect(await tap(EDITOR, 'withdraw', id)).toContain('取り下げ');
  expect(
    shown(
      await correct(id, EDITOR, {}).catch((error: Error) => ({
        messages: [],
        invoke: { kind: 'notice', text: error.message } as const,
      })),
    ),
  ).toContain('announcements.saveCorrection');
});

it('who leaves before it has gone out is counted as gone, and gets nothing', async () => {
  const id = await write(bot, EDITOR, { plan: { f_day: '2026-11-25', f_time: '9:00' } });
  expect(await tap(EDITOR, 'send', id)).toContain('11/25(水) 09:00に送ります');
  bot.at('2026-11-25T00:00:00Z');
  await bot.bot.sweep();
  const aad = await bot.aadOf(EMPLOYEE);
  await bot.store.write((tx) =>
    removeRecord(tx, employees, EMPLOYEE, {
      actor: EDITOR,
      clock: { now: () => new Date('2026-11-25T00:00:00Z') },
      audit: createAudit(),
      source: 'test',
    }),
  );
  const got = await bot.deliver();
  expect(got.filter(({ to }) => to === aad)).toEqual([]);
  const all = await recipients(bot, id);
  expect(all).toHaveLength(21);
  expect(all.filter(({ left_on }) => left_on !== null).map(({ employee }) => employee)).toEqual([EMPLOYEE]);
  expect(await show(bot, EDITOR, id)).toContain('退職など 1人');
});

it('a schedule can be taken back until it goes out', async () => {
  const id = await write(bot, EDITOR, { plan: { f_day: '2026-11-28', f_time: '20:00' } });
  // A Saturday evening: it waits for Monday.
  expect(await tap(EDITOR, 'send', id)).toContain('11/30(月) 08:30に送ります');
  expect(await tap(EDITOR, 'unschedule', id)).toContain('下書きに戻しました');
  bot.at('2026-11-30T00:00:00Z');
  expect(await receivedBy(bot, EMPLOYEE)).toEqual([]);
});

it('an emergency is corrected by HR administrators alone: nobody else looks at it first', async () => {
  const id = await write(bot, HR_ADMIN, { text: { f_importance: 'emergency' } });
  await tap(HR_ADMIN, 'send', id);
  await bot.deliver();
  expect(seen(await openDialog(bot, EDITOR, 'announcements.correct', { id }))).toContain('管理者だけ');
  const forged = { id, f_titleJa: '停電', f_bodyJa: '参集は不要です' };
  expect(seen(await submitDialog(bot, EDITOR, 'announcements.saveCorrection', forged))).toContain(
    '管理者だけ',
  );
  expect(textsIn((await receivedBy(bot, EMPLOYEE))[0]?.card)).not.toContain('参集は不要です');
  expect(shown(await correct(id, HR_ADMIN, { f_bodyJa: '参集は不要です' }))).toContain('訂正しました');
  expect(textsIn((await receivedBy(bot, EMPLOYEE))[0]?.card)).toContain('参集は不要です');
});

it('what could not be sent before the evening waits for the morning; an emergency does not', async () => {
  const id = await send(bot, EDITOR);
  const urgent = await write(bot, HR_ADMIN, { text: { f_importance: 'emergency', f_titleJa: '参集' } });
  await bot.tap(HR_ADMIN, 'announcements.send', { id: urgent });
  // The bot is away until the evening.
  bot.at('2026-11-24T12:00:00Z');
  await bot.deliver();
  expect(new Set(await states(id))).toEqual(new Set(['pending']));
  expect(new Set(await states(urgent))).toEqual(new Set(['sent']));
  bot.at('2026-11-25T00:00:00Z');
  await bot.deliver();
  expect(new Set(await states(id))).toEqual(new Set(['sent']));
});

it('tells HR how many messages could not be corrected', async () => {
  const id = await send(bot, EDITOR);
  await bot.deliver();
  await correct(id, EDITOR, { f_bodyJa: '日曜日に停電します。' });
  const aad = await bot.aadOf(EMPLOYEE);
  await bot.store.write((tx) =>
    tx
      .updateTable('deliveries')
      .set({ state: 'unreachable', error: 'not-found', ended_at: '2026-11-24T01:00:00.000Z' })
      .where('job_id', '=', `announcement:${id}:changes`)
      .where('recipient', '=', aad)
      .execute(),
  );
  await bot.deliver();
  expect(await show(bot, EDITOR, id)).toContain('反映できなかった人 1人');
});
