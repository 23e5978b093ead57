import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  audited,
  carried,
  EDITOR,
  HR_ADMIN,
  inputs,
  OTHER_EDITOR,
  openDialog,
  receivedBy,
  recipients,
  seen,
  show,
  submitDialog,
  write,
} from './support';

let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

const EVERYBODY = { audience: { f_sections: '' } };
const tap = async (as: string, verb: string, id: string) =>
  shown(await bot.tap(as, `announcements.${verb}`, { id }));

const alwaysTwo = () => bot.tap(HR_ADMIN, 'announcements.saveSettings', { policy: 'always' });

it('all staff: goes out to everybody at once when a second person has approved it', async () => {
  const id = await write(bot, EDITOR, EVERYBODY);
  expect(await tap(EDITOR, 'askSend', id)).toContain('もう1人の承認が要ります');
  await tap(EDITOR, 'send', id);
  expect(await recipients(bot, id)).toEqual([]);
  await tap(HR_ADMIN, 'approve', id);
  const snapshot = await recipients(bot, id);
  expect(snapshot.length).toBe(480);
  expect(new Set(snapshot.map(({ skipped }) => skipped))).toEqual(new Set([null, 'on-leave']));
});

it('one asks, another approves after seeing it, and only then it goes out', async () => {
  await alwaysTwo();
  const id = await write(bot, EDITOR);
  expect(await tap(EDITOR, 'askSend', id)).toContain('もう1人の承認が要ります');
  expect(await tap(EDITOR, 'send', id)).toContain('承認をお願いしました');
  expect(await recipients(bot, id)).toEqual([]);
  const [ask, looks] = await receivedBy(bot, HR_ADMIN);
  expect(textsIn(ask?.card)).toContain('承認のお願いです');
  expect(textsIn(ask?.card)).toContain('承認して送る');
  expect(textsIn(looks?.card)).toContain('受け取る人にはこのように見えます');

  expect(await tap(EDITOR, 'approve', id)).toContain('自分で承認できません');
  expect(await recipients(bot, id)).toEqual([]);
  expect(await tap(HR_ADMIN, 'approve', id)).toContain('送り始めました');
  const snapshot = await recipients(bot, id);
  expect(snapshot).toHaveLength(21);
  // An old card, a double tap: as it stands.
  expect(await tap(HR_ADMIN, 'approve', id)).toContain('送信中');
  expect(await recipients(bot, id)).toHaveLength(snapshot.length);
  expect(await show(bot, EDITOR, id)).toContain('承認：');
  const told = (await receivedBy(bot, EDITOR)).map(({ card }) => textsIn(card));
  expect(told.some((text) => text.includes('承認しました'))).toBe(true);
  expect((await audited(bot)).slice(-4)).toEqual([
    `${EDITOR} request`,
    `${HR_ADMIN} approve`,
    `${HR_ADMIN} schedule`,
    `${HR_ADMIN} start`,
  ]);
});

it('says to whoever approves it when it really goes out', async () => {
  const id = await write(bot, EDITOR, { ...EVERYBODY, plan: { f_day: '2026-11-28', f_time: '20:00' } });
  const moved = '11/28(土) 20:00（届けられる時間になる11/30(月) 08:30に送ります）';
  expect(await show(bot, EDITOR, id)).toContain(moved);
  await tap(EDITOR, 'send', id);
  const [ask] = await receivedBy(bot, HR_ADMIN);
  expect(textsIn(ask?.card)).toContain(moved);
  expect(await tap(HR_ADMIN, 'approve', id)).toContain('11/30(月) 08:30に送ります');
});

it('waits unchanged for its approval, and can be given back or taken back', async () => {
  const id = await write(bot, EDITOR, EVERYBODY);
  await tap(EDITOR, 'send', id);
  expect(seen(await openDialog(bot, OTHER_EDITOR, 'announcements.edit', { id, page: 'text' }))).toContain(
    'いまは直せません',
  );
  expect(await tap(HR_ADMIN, 'return', id)).toContain('下書き');
  const told = (await receivedBy(bot, EDITOR)).map(({ card }) => textsIn(card));
  expect(told.some((text) => text.includes('差し戻しました'))).toBe(true);
  expect(await tap(HR_ADMIN, 'approve', id)).toContain('行いませんでした');
  bot.at('2026-11-24T01:05:00Z');
  await tap(EDITOR, 'send', id);
  expect(await tap(EDITOR, 'return', id)).toContain('下書き');
  expect(await recipients(bot, id)).toEqual([]);
});

it('nearly everybody by another rule counts as all staff; a section does not', async () => {
  const most = await write(bot, EDITOR, { audience: { f_sections: '', f_except: '100001' } });
  expect(await tap(EDITOR, 'askSend', most)).toContain('もう1人の承認');
  const few = await write(bot, EDITOR);
  expect(await tap(EDITOR, 'askSend', few)).not.toContain('もう1人の承認');
});

it('an HR administrator decides when a second person is needed; an editor sees it only', async () => {
  const save = (as: string, policy: string) => bot.tap(as, 'announcements.saveSettings', { policy });
  expect(shown(await save(EDITOR, 'never'))).toContain('管理者だけが変えられます');
  const all = await write(bot, EDITOR, EVERYBODY);
  expect(await tap(EDITOR, 'askSend', all)).toContain('もう1人の承認');
  expect(shown(await save(HR_ADMIN, 'never'))).toContain('設定を変えました');
  expect(await tap(EDITOR, 'askSend', all)).not.toContain('もう1人の承認');
  await save(HR_ADMIN, 'always');
  const few = await write(bot, EDITOR);
  expect(await tap(EDITOR, 'askSend', few)).toContain('もう1人の承認');
  expect((await audited(bot)).filter((line) => line.endsWith('settings'))).toEqual([
    `${HR_ADMIN} settings`,
    `${HR_ADMIN} settings`,
  ]);
});

it('what needed a second person needs one for its correction as well', async () => {
  await alwaysTwo();
  const id = await write(bot, EDITOR);
  await tap(EDITOR, 'send', id);
  await tap(HR_ADMIN, 'approve', id);
  await bot.deliver();
  const dialog = await openDialog(bot, EDITOR, 'announcements.correct', { id });
  const typed = {
    ...carried(dialog, 'announcements.saveCorrection'),
    ...inputs(dialog),
    f_bodyJa: '日曜日に停電します。',
  };
  const closed = await submitDialog(bot, EDITOR, 'announcements.saveCorrection', typed);
  expect(shown(closed)).toContain('訂正の承認をお願いしました');
  const own = async () => (await receivedBy(bot, '100001')).map(({ card }) => textsIn(card)).join();
  expect(await own()).not.toContain('日曜日');
  expect(await tap(EDITOR, 'approveCorrection', id)).toContain('自分で承認できません');
  const asked = (await receivedBy(bot, HR_ADMIN)).map(({ card }) => textsIn(card));
  expect(asked.some((text) => text.includes('日曜日に停電します'))).toBe(true);
  expect(await tap(HR_ADMIN, 'approveCorrection', id)).toContain('訂正しました');
  await tap(HR_ADMIN, 'approveCorrection', id);
  expect(await own()).toContain('日曜日に停電します');
  expect((await audited(bot)).filter((line) => line.endsWith(' correct'))).toEqual([`${HR_ADMIN} correct`]);
});

it('before the launch nothing goes out; it does once the bot is live', async () => {
  const early = await createTestBot({ live: false });
  await early.tap(HR_ADMIN, 'announcements.saveSettings', { policy: 'never' });
  const id = await write(early, EDITOR);
  expect(shown(await early.tap(EDITOR, 'announcements.send', { id }))).toContain('公開前のため');
  await early.deliver();
  expect(await recipients(early, id)).toEqual([]);
  await early.close();
});

it('the audit log tells who wrote, asked, approved and sent it, to how many, when, and what was changed: never a text', async () => {
  await alwaysTwo();
  const id = await write(bot, EDITOR);
  await tap(EDITOR, 'test', id);
  await tap(EDITOR, 'send', id);
  await tap(HR_ADMIN, 'approve', id);
  await bot.deliver();
  await bot.bot.announcements.watch(new Date('2026-11-24T01:00:05Z'));
  await bot.tap(HR_ADMIN, 'announcements.saveSettings', { policy: 'never' });
  const dialog = await openDialog(bot, EDITOR, 'announcements.correct', { id });
  const typed = { ...carried(dialog, 'announcements.saveCorrection'), ...inputs(dialog) };
  await submitDialog(bot, EDITOR, 'announcements.saveCorrection', {
    ...typed,
    f_bodyJa: '日曜日に停電します。',
  });
  await tap(OTHER_EDITOR, 'withdraw', id);
  const rows = await bot.store.db
    .selectFrom('audit_log')
    .select(['at', 'actor', 'detail'])
    .where('action', '=', 'announcement-changed')
    .where('subject', '=', id)
    .orderBy('seq')
    .execute();
  const noted = rows.map(({ actor, detail }) => {
    const { step, importance: _, ...more } = JSON.parse(detail);
    return [actor, step, more];
  });
  expect(noted.filter(([, step]) => step !== 'edit')).toEqual([
    [EDITOR, 'create', {}],
    [EDITOR, 'test', {}],
    [EDITOR, 'request', {}],
    [HR_ADMIN, 'approve', { requestedBy: EDITOR }],
    [HR_ADMIN, 'schedule', { startsAt: '2026-11-24T01:00:00.000Z' }],
    [HR_ADMIN, 'start', { audience: 21, messages: 21, channels: 0 }],
    ['system', 'finish', expect.objectContaining({ sent: 21, failed: 0, left: 0 })],
    [EDITOR, 'correct', { messages: 21, changed: 'ja' }],
    [OTHER_EDITOR, 'withdraw', { deleted: 21 }],
  ]);
  expect(rows.every(({ at }) => at.startsWith('2026-11-24T01:'))).toBe(true);
  expect(JSON.stringify(rows)).not.toContain('停電');
});
