import { day } from '../../../src/core/calendar/day';
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

const TODAY = day.parse('2026-11-24');
let bot: TestBot;
beforeEach(async () => {
  bot = await createTestBot();
});
afterEach(() => bot.close());

it.each(['お知らせを送りたい', '一斉送信', 'お知らせの一覧', 'お知らせの確認状況', 'announcements'])(
  '«%s» shows HR the list',
  async (text) => {
    const reply = shown(await bot.say(EDITOR, text));
    expect(reply).toContain('人事課からのお知らせ');
    expect(reply).toContain('コンプライアンス通信');
  },
);

it('is HR’s alone, whatever a card says', async () => {
  expect(shown(await bot.say(EMPLOYEE, 'お知らせを送りたい'))).toContain('人事課の担当者だけ');
  expect(seen(await openDialog(bot, EMPLOYEE, 'announcements.new', { template: 'plain' }))).toContain(
    '人事課の担当者だけ',
  );
  const id = await write(bot, EDITOR);
  for (const verb of [
    'show',
    'askSend',
    'send',
    'preview',
    'test',
    'discard',
    'report',
    'csv',
    'pause',
    'withdraw',
    'list',
    'settings',
  ])
    expect(shown(await bot.tap(EMPLOYEE, `announcements.${verb}`, { id }))).toContain('人事課の担当者だけ');
  expect(seen(await openDialog(bot, EMPLOYEE, 'announcements.edit', { id, page: 'text' }))).toContain(
    '人事課の担当者だけ',
  );
  const forged = { id, page: 'text', f_titleJa: 'x', f_bodyJa: 'x' };
  expect(seen(await submitDialog(bot, EMPLOYEE, 'announcements.save', forged))).toContain(
    '人事課の担当者だけ',
  );
  const unknown = '00000000-0000-4000-8000-00000000ffff';
  expect(shown(await bot.tap(EDITOR, 'announcements.send', { id: unknown }))).toContain('見つかりません');
  expect(await show(bot, EDITOR, id)).toContain('下書き');
});

it('is written in four pages, asked about once more, and reaches its audience as written', async () => {
  const id = await write(bot, EDITOR, {
    text: {
      f_titleJa: '{氏名} さんへのお知らせ',
      f_bodyJa: '{所属} の皆さんに **大事な** お知らせです。\n- 一つ目\n[案内](https://example.jp/a)<b>',
      f_picture: 'https://example.jp/a.png',
      f_pictureAlt: '案内図',
      f_importance: 'important',
      f_confirm: 'yes',
    },
    buttons: { f_kind2: 'link', f_label2: '詳しく', f_target2: 'https://example.jp/b' },
  });
  expect(await recipients(bot, id)).toEqual([]);
  const asked = shown(await bot.tap(EDITOR, 'announcements.askSend', { id }));
  expect(asked).toContain('21人に送ります');
  expect(asked).toContain('受け取る人にはこのように見えます');
  expect(shown(await bot.tap(EDITOR, 'announcements.send', { id }))).toContain('送り始めました');
  const [got] = await receivedBy(bot, EMPLOYEE);
  const text = textsIn(got?.card);
  const [{ name }] = [
    (await bot.bot.directory.byAadObjectId(bot.store.db, await bot.aadOf(EMPLOYEE), TODAY)) ?? { name: '' },
  ];
  expect(text).toContain(`${name} さんへのお知らせ`);
  expect(text).toContain(
    '市民課 の皆さんに **大事な** お知らせです。\n\n- 一つ目\n\n[案内](https://example.jp/a)\\<b\\>',
  );
  expect(text).toContain('重要');
  expect(text).toContain('確認しました');
  expect(JSON.stringify(got?.card)).toContain('"url":"https://example.jp/b"');
  expect(JSON.stringify(got?.card)).toContain('"altText":"案内図"');
});

it('shows what is wrong, keeps what was typed, and saves nothing', async () => {
  const first = await openDialog(bot, EDITOR, 'announcements.new', { template: 'plain' });
  const save = carried(first, 'announcements.save');
  const refused = await submitDialog(bot, EDITOR, 'announcements.save', {
    ...save,
    ...inputs(first),
    f_titleJa: '',
    f_bodyJa: '{部署} の皆さん',
    f_picture: 'http://example.jp/a.png',
    f_importance: 'emergency',
  });
  const text = seen(refused);
  expect(text).toContain('「見出し」を入力してください。');
  expect(text).toContain('使えないもの：{部署}');
  expect(text).toContain('https:// で始まる');
  expect(text).toContain('人事課の管理者だけが選べます');
  expect(inputs(refused).f_bodyJa).toBe('{部署} の皆さん');
  expect(shown(await bot.say(EDITOR, 'お知らせの一覧'))).toContain('まだありません');
});

it.each([
  [{ f_day: '2026-11-23' }, '送る日時が過ぎています'],
  [{ f_time: '9:00' }, '送る日も選んで'],
  [{ f_day: '2026-11-26', f_time: '25:00' }, '9:00 のように'],
  [{ f_repeatOn: '0' }, '1〜18'],
])('a plan of %j is refused', async (plan, problem) => {
  await expect(write(bot, EDITOR, { plan })).rejects.toThrow(problem);
});

it.each([
  [{ f_kind1: 'link', f_label1: '開く', f_target1: 'javascript:alert(1)' }, 'https:// で始まる'],
  [{ f_kind1: 'link', f_label1: '', f_target1: 'https://example.jp' }, '「ボタン1の文字」'],
  [{ f_kind1: 'course', f_label1: '研修', f_target1: '宇宙飛行士養成' }, '見つかりません'],
  [{ f_kind1: 'course', f_label1: '研修', f_target1: '研修' }, '1つに決まりません'],
])('a button of %j is refused', async (buttons, problem) => {
  await expect(write(bot, EDITOR, { buttons })).rejects.toThrow(problem);
});

it('names a course by a part of its title, and its button shows it to whoever got the announcement', async () => {
  const { id: course, title } = (
    await bot.bot.catalogue.find({ now: new Date('2026-11-24T01:00:00Z'), today: TODAY }, 'DX')
  )[0]?.course ?? { id: '', title: '' };
  const id = await send(bot, EDITOR, {
    buttons: { f_kind1: 'course', f_label1: '研修の詳細', f_target1: title },
  });
  await bot.deliver();
  const opened = await bot.tap(EMPLOYEE, 'announcements.open', { id, nth: 0 });
  expect(shown(opened)).toContain(title);
  expect(course).not.toBe('');
  expect(shown(await bot.tap('100003', 'announcements.open', { id, nth: 1 }))).toContain('見つかりません');
});

it('preview and test look as what people get, in both languages, and record nothing', async () => {
  const id = await write(bot, EDITOR, {
    text: { f_bodyJa: '{氏名} さん', f_titleEn: 'Power cut', f_bodyEn: 'Dear {氏名}', f_confirm: 'yes' },
  });
  const preview = await bot.tap(EDITOR, 'announcements.preview', { id });
  expect(shown(preview)).toContain('スマートフォンの幅');
  expect(JSON.stringify(preview.messages[1])).toContain('"width":"300px"');
  await bot.tap(EDITOR, 'announcements.test', { id });
  await bot.tap(EDITOR, 'announcements.test', { id });
  const own = await receivedBy(bot, EDITOR);
  expect(own).toHaveLength(1);
  expect(textsIn(own[0]?.card)).toContain('試し送信');
  expect(textsIn(own[0]?.card)).toContain('例内 恵子 さん');
  expect(shown(await bot.tap(EDITOR, 'announcements.confirm', { id }))).toContain('記録しません');
  const english = await bot.turn(
    await bot.aadOf(EDITOR),
    { kind: 'action', verb: 'announcements.preview', data: { id }, automatic: false },
    { locale: 'en' },
  );
  expect(shown(english)).toContain('Power cut');
  expect(await recipients(bot, id)).toEqual([]);
});

it('two people edit different pages: what each has saved stays', async () => {
  const id = await write(bot, EDITOR);
  const text = await openDialog(bot, EDITOR, 'announcements.edit', { id, page: 'text' });
  const plan = await openDialog(bot, OTHER_EDITOR, 'announcements.edit', { id, page: 'plan' });
  await submitDialog(bot, OTHER_EDITOR, 'announcements.save', {
    ...carried(plan, 'announcements.save'),
    ...inputs(plan),
    f_day: '2026-11-26',
    f_time: '13:00',
    turn: 'close',
  });
  await submitDialog(bot, EDITOR, 'announcements.save', {
    ...carried(text, 'announcements.save'),
    ...inputs(text),
    f_titleJa: '新しい見出し',
    turn: 'close',
  });
  const card = await show(bot, EDITOR, id);
  expect(card).toContain('新しい見出し');
  expect(card).toContain('11/26(木) 13:00');
  expect(await audited(bot)).toEqual([
    `${EDITOR} create`,
    `${EDITOR} edit`,
    `${OTHER_EDITOR} edit`,
    `${EDITOR} edit`,
  ]);
});

it('a draft that is thrown away leaves nothing but its audit', async () => {
  const id = await write(bot, EDITOR);
  expect(shown(await bot.tap(EDITOR, 'announcements.askDiscard', { id }))).toContain('消しますか');
  expect(shown(await bot.tap(EDITOR, 'announcements.discard', { id }))).toContain('まだありません');
  expect(shown(await bot.tap(EDITOR, 'announcements.discard', { id }))).toContain('見つかりません');
  expect((await audited(bot)).at(-1)).toBe(`${EDITOR} discard`);
});

it('only an HR administrator makes an emergency, and it shows as one', async () => {
  await expect(write(bot, EDITOR, { text: { f_importance: 'emergency' } })).rejects.toThrow('管理者だけ');
  const id = await write(bot, HR_ADMIN, { text: { f_importance: 'emergency' } });
  // An editor who finds the draft cannot send it either.
  expect(shown(await bot.tap(EDITOR, 'announcements.send', { id }))).toContain('管理者だけ');
  bot.at('2026-11-24T16:00:00Z');
  expect(shown(await bot.tap(HR_ADMIN, 'announcements.askSend', { id }))).toContain('時間外でもすぐ');
  expect(shown(await bot.tap(HR_ADMIN, 'announcements.send', { id }))).toContain('送り始めました');
  expect(textsIn((await receivedBy(bot, EMPLOYEE))[0]?.card)).toContain('緊急');
});

it('buttons have words of their own in English, and Japanese ones where there are none', async () => {
  const id = await send(bot, EDITOR, {
    buttons: {
      f_kind1: 'link',
      f_label1: '地図を見る',
      f_labelEn1: 'See the map',
      f_target1: 'https://example.jp/map',
      f_kind2: 'link',
      f_label2: '申込み',
      f_target2: 'https://example.jp/apply',
    },
  });
  await bot.deliver();
  const seenIn = async (locale: 'ja' | 'en') =>
    shown(
      await bot.turn(
        await bot.aadOf(EMPLOYEE),
        { kind: 'action', verb: 'announcements.view', data: { id }, automatic: false },
        { locale },
      ),
    );
  expect(await seenIn('en')).toContain('See the map');
  expect(await seenIn('en')).toContain('申込み');
  expect(await seenIn('ja')).toContain('地図を見る');
  expect(await seenIn('ja')).not.toContain('See the map');
});

it('reminding and telling managers without a button to confirm is found before it goes out', async () => {
  const id = await write(bot, EDITOR, { plan: { f_chases: 'yes' } });
  expect(await show(bot, EDITOR, id)).toContain('「確認しました」ボタンを付けたときだけ使えます');
  await bot.tap(EDITOR, 'announcements.send', { id });
  expect(await recipients(bot, id)).toEqual([]);
});

it('who is on leave is not among those whom it says it reaches', async () => {
  const id = await write(bot, EDITOR, { audience: { f_sections: '税務課' } });
  const asked = shown(await bot.tap(EDITOR, 'announcements.askSend', { id }));
  const [, reached] = /(\d+)人に送ります/.exec(asked) ?? [];
  const [, away] = /休業・派遣中 (\d+)人/.exec(asked) ?? [];
  expect(Number(away)).toBeGreaterThan(0);
  await bot.tap(EDITOR, 'announcements.send', { id });
  const all = await recipients(bot, id);
  expect(all.filter(({ skipped }) => skipped === null)).toHaveLength(Number(reached));
  expect(all).toHaveLength(Number(reached) + Number(away));
});
