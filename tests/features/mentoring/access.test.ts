import type { Log } from '../../../src/core/log';
import { createTestBot, shown, type TestBot, textsIn } from '../../support/test-bot';
import {
  AUDITOR,
  COLLEAGUE,
  HR,
  HR_ADMIN,
  inputs,
  MANAGER,
  MENTEE,
  MENTOR,
  NOVEMBER,
  OTHER_HR,
  OTHER_MENTOR,
  openDialog,
  pairUp,
  readBack,
  SECOND,
  STRESS_ADMIN,
  SUPERVISOR,
  seen,
  submitDialog,
  write,
} from './support';

/** Texts, moods and topics of the pair; nothing else in the product says any of these. */
const SECRETS = [
  '住民票の交付の手順を一人で覚えたと伝える',
  '起案の順番に迷うことがある',
  '文書の書き方を早く身につけたい',
  '自分への覚え書きの文',
  '要綱を一度通して読むのが次',
  '面談で出た話の要旨の文',
  '時間のとり方を人事に聞くかもしれない',
  '窓口を一人で受け持つという目標',
  '質問のメモを作るという一歩',
  'しんどい',
  '働き方・時間',
];

const EVERYBODY_ELSE: readonly (readonly [string, string])[] = [
  ['an HR editor', HR],
  ['another HR editor', OTHER_HR],
  ['the HR administrator', HR_ADMIN],
  ['the 所属長 of both', MANAGER],
  ['the mentee’s evaluator', SUPERVISOR],
  ['a colleague of the section', COLLEAGUE],
  ['another mentor, of another mentee of the section', OTHER_MENTOR],
  ['another mentee', SECOND],
  ['the auditor', AUDITOR],
  ['the stress-check administrator', STRESS_ADMIN],
  ['the head of the department', '100002'],
  ['the former mentor, after a change of pair', '100094'],
];
const FORMER = '100094';

const lines: string[] = [];
const log: Log = {
  info: (event, fields) => lines.push(JSON.stringify([event, fields])),
  error: (event, error, fields) => lines.push(JSON.stringify([event, String(error), fields])),
};

let bot: TestBot;
let pair: string;
let old: string;

beforeAll(async () => {
  bot = await createTestBot({ log });
  // The mentee had another mentor before, with whom much the same was written.
  bot.at('2026-10-15T01:00:00Z');
  old = await pairUp(bot, { mentor: FORMER });
  await fill(old, FORMER, '2026-10-01');
  bot.at('2026-11-02T01:00:00Z');
  const form = await openDialog(bot, HR, 'mentoring.changePair', { pair: old });
  const change = { ...inputs(form), pair: old, f_mentorOther: MENTOR };
  const done = await submitDialog(bot, HR, 'mentoring.saveChange', change);
  if (done.invoke?.kind !== 'dialog-closed') throw new Error(seen(done));
  const next = await bot.store.db
    .selectFrom('mentoring_pairs')
    .select('id')
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  pair = next.id;
  await pairUp(bot, { mentee: SECOND, mentor: OTHER_MENTOR });
  bot.at('2026-11-24T01:00:00Z');
  await fill(pair, MENTOR, '2026-11-02');
  await write(
    bot,
    MENTEE,
    pair,
    { f_hard: SECRETS[1] ?? '' },
    { from: '2026-11-02', number: 2, draft: true },
  );
  await bot.tap(MENTEE, 'mentoring.summary', { pair });
  await bot.tap(MENTEE, 'mentoring.call', { pair, kind: 'help', reader: MENTOR });
});
afterAll(() => bot.close());

async function fill(of: string, mentor: string, from: string): Promise<void> {
  const [wentWell, hard, learn, memo, nextStep, talked, support, goal, step] = SECRETS as [
    string,
    ...string[],
  ];
  const mentees = { f_mood: 'hard', f_wentWell: wentWell, f_hard: hard, f_learn: learn, f_memo: memo };
  const mentors = { f_topics: 'hours', f_nextStep: nextStep, f_talked: talked, f_support: support };
  const sent = [
    await write(bot, MENTEE, of, mentees as Record<string, string>, { from, sure: true }),
    await write(bot, mentor, of, mentors as Record<string, string>, { from, sure: true }),
  ];
  for (const reply of sent) if (reply.invoke?.kind !== 'dialog-closed') throw new Error(seen(reply));
  const goals = { pair: of, sure: 1, f_newGoal: goal, f_firstStep: step };
  await submitDialog(bot, MENTEE, 'mentoring.saveGoals', goals);
}

const TEXTS = [
  '私のメンターは誰？',
  '次の面談いつ？',
  '先月何話したっけ',
  '面談の記録をつけたい',
  'メンター変えたい',
  'メンターに助けを求めたい',
  'メンターと決めた目標',
  '面談のまとめ',
  'メンターの組み合わせ',
  '提出するもの',
  '監査ログ',
  '届かなかった人',
  '質問一覧',
  '改善一覧',
  '進捗',
  '面談の日を記録したい',
  'メンター情報交換会',
  'メンターの助けを求める',
];
const BUTTONS = [
  'mine',
  'help',
  'askChange',
  'call',
  'withdraw',
  'summary',
  'list',
  'show',
  'suggest',
  'export',
];
const DIALOGS = ['write', 'records', 'goals', 'newPair', 'pickMentor', 'changePair', 'paste'];
const SUBMISSIONS = [
  'save',
  'turnRecords',
  'editRecord',
  'showRecord',
  'history',
  'saveGoals',
  'pickMentee',
  'importPasted',
];

/** Everything that a person gets to see when they try it all with the ids of the two. */
async function everyAnswer(as: string): Promise<readonly string[]> {
  const answers: string[] = [];
  const call = await bot.store.db.selectFrom('mentoring_calls').select('id').executeTakeFirstOrThrow();
  const digests = await bot.store.db.selectFrom('reminder_digests').select('id').execute();
  for (const text of TEXTS) answers.push(shown(await bot.say(as, text)));
  for (const which of [pair, old])
    for (const number of [1, 2]) {
      const data = {
        pair: which,
        from: which === pair ? '2026-11-02' : '2026-10-01',
        number,
        page: 0,
        sure: 1,
        draft: 0,
        kind: 'help',
        reader: as,
        call: call.id,
        mentee: MENTEE,
        person: MENTEE,
        actor: MENTEE,
        side: 'mentor',
        f_text: '',
        version: 1,
        shown: '',
        done: '',
        f_help: as,
      };
      for (const verb of BUTTONS) answers.push(shown(await bot.tap(as, `mentoring.${verb}`, data)));
      for (const verb of DIALOGS) {
        const reply = await openDialog(bot, as, `mentoring.${verb}`, data);
        answers.push(seen(reply), JSON.stringify(inputs(reply)));
      }
      for (const verb of SUBMISSIONS) {
        const reply = await submitDialog(bot, as, `mentoring.${verb}`, data);
        answers.push(seen(reply), JSON.stringify(inputs(reply)));
      }
      for (const thing of [
        `mentoring:ask:${which}:${data.from}`,
        `mentoring:pair:${which}`,
        `mentoring:end:${which}`,
        `mentoring:shared:${which}:${data.from}.1`,
        `mentoring-call:${call.id}`,
      ])
        for (const digest of ['open', ...digests.map(({ id }) => id)])
          for (const verb of ['refresh', 'choose', 'snooze'])
            answers.push(
              shown(await bot.tap(as, `reminders.${verb}`, { digest, thing, page: 0, choice: 'take' })),
            );
    }
  for (const text of ['住民票', 'メンター', SECRETS[2] ?? '']) {
    const found = await bot.turn(await bot.aadOf(as), { kind: 'search', text, skip: 0, count: 10 });
    answers.push(JSON.stringify(found.invoke).replaceAll(text, ''));
  }
  return answers;
}

const tells = (text: string): boolean => SECRETS.some((secret) => text.includes(secret));
const stored = async () =>
  Promise.all(
    (
      [
        'mentoring_pairs',
        'mentoring_check_ins',
        'mentoring_answers',
        'mentoring_drafts',
        'mentoring_topics',
        'mentoring_goals',
        'mentoring_steps',
        'mentoring_calls',
      ] as const
    ).map((table) => bot.store.db.selectFrom(table).selectAll().execute()),
  );

describe.each(EVERYBODY_ELSE)('%s', (_, other) => {
  test('reads no text, mood or topic of the two anywhere, and changes nothing', async () => {
    const before = await stored();
    const answers = await everyAnswer(other);
    expect(answers.filter(tells)).toEqual([]);
    expect(await stored()).toEqual(before);
    const files = await bot.store.db
      .selectFrom('file_links')
      .select('content')
      .where('owner', '=', other)
      .execute();
    expect(files.filter(({ content }) => tells(Buffer.from(content).toString('utf8')))).toEqual([]);
  });
});

test('a stranger, and somebody who was in the roster once, get nothing but a polite word', async () => {
  const stranger = '00000000-0000-4000-8000-00000000dead' as never;
  for (const inbound of [
    { kind: 'message', text: '先月何話したっけ', files: [] },
    { kind: 'action', verb: 'mentoring.summary', data: { pair }, automatic: false },
    { kind: 'dialog-open', data: { verb: 'mentoring.records', pair, page: 0 } },
    {
      kind: 'dialog-submit',
      data: { verb: 'mentoring.history', pair, from: '2026-11-02', number: 1, version: 1 },
    },
  ] as const)
    for (const sender of [stranger, null])
      expect(seen(await bot.turn(sender, inbound))).toContain('職員名簿にあなたの登録が見つからない');
});

test('the attacks can succeed: the two are told by the very same ways', async () => {
  for (const one of [MENTEE, MENTOR]) {
    const dialogs = [await readBack(bot, one, pair), await readBack(bot, one, pair, 1)].join('\n');
    expect(tells(dialogs)).toBe(true);
  }
});

test('nothing that the two wrote gets into a chat, not even theirs', async () => {
  for (const one of [MENTEE, MENTOR]) {
    for (const text of TEXTS) expect(tells(shown(await bot.say(one, text)))).toBe(false);
    for (const verb of BUTTONS)
      expect(tells(shown(await bot.tap(one, `mentoring.${verb}`, { pair })))).toBe(false);
  }
  for (const day of ['2026-11-24', '2026-11-25', '2026-12-01', '2026-12-07']) {
    bot.at(`${day}T00:30:00Z`);
    for (const { card } of await bot.deliver()) expect(tells(textsIn(card))).toBe(false);
  }
  bot.at('2026-11-24T01:00:00Z');
  const waiting = await bot.store.db.selectFrom('deliveries').select('payload').execute();
  expect(tells(JSON.stringify(waiting))).toBe(false);
});

test('neither logs nor the audit log nor improvements hold any of it', async () => {
  const { db } = bot.store;
  expect(tells(lines.join('\n'))).toBe(false);
  expect(tells(JSON.stringify(await db.selectFrom('audit_log').selectAll().execute()))).toBe(false);
  expect(tells(JSON.stringify(await db.selectFrom('feedback_texts').selectAll().execute()))).toBe(false);
  expect(tells(JSON.stringify(await db.selectFrom('mentoring_pair_events').selectAll().execute()))).toBe(
    false,
  );
});

test('where others read along nothing is shown of it', async () => {
  const aad = await bot.aadOf(MENTEE);
  const options = { personal: false };
  for (const text of ['私のメンターは誰？', '先月何話したっけ']) {
    const answer = shown(await bot.turn(aad, { kind: 'message', text, files: [] }, options));
    expect(answer).toContain('1対1のチャット');
  }
  const data = { verb: 'mentoring.records', pair, page: 0 };
  expect(seen(await bot.turn(aad, { kind: 'dialog-open', data }, options))).toContain('1対1のチャット');
});

test('HR’s buttons are refused to everybody else', async () => {
  for (const other of [MENTEE, MENTOR, MANAGER, COLLEAGUE, AUDITOR]) {
    for (const verb of [
      'list',
      'show',
      'suggest',
      'accept',
      'suspend',
      'keep',
      'askEnd',
      'end',
      'import',
      'confirmImport',
      'export',
    ]) {
      const data = { pair, page: 0, pairs: [], upload: pair };
      const answer = shown(await bot.tap(other, `mentoring.${verb}`, data));
      expect(answer).toContain('人事課の担当者だけが扱えます');
    }
    for (const verb of ['newPair', 'pickMentor', 'changePair', 'paste'])
      expect(shown(await openDialog(bot, other, `mentoring.${verb}`, { pair, mentee: MENTEE }))).toContain(
        '人事課の担当者だけが扱えます',
      );
    expect(shown(await bot.say(other, 'メンターの組み合わせ'))).toContain('人事課の担当者だけが扱えます');
  }
});

test('forged and broken data are answered politely', async () => {
  for (const data of [
    {},
    { pair: 'x' },
    { pair: '00000000-0000-4000-8000-000000000000' },
    { pair, from: NOVEMBER },
    null,
  ]) {
    expect(shown(await bot.tap(MENTEE, 'mentoring.show', data))).not.toBe('');
    for (const verb of ['write', 'records', 'goals']) {
      const reply = await openDialog(bot, COLLEAGUE, `mentoring.${verb}`, data ?? {});
      expect(reply.invoke?.kind).toBe('notice');
    }
  }
  const ahead = { pair, from: '2027-01-01', number: 1 };
  expect(shown(await openDialog(bot, MENTEE, 'mentoring.write', ahead))).toContain(
    '今は記録する期間ではありません',
  );
});

test('read for the command line, a text says what it asks, and no more', async () => {
  const scene = {
    person: await bot.bot.directory.byId(bot.store.db, MENTEE as never, '2026-11-24' as never),
    now: new Date('2026-11-24T01:00:00Z'),
    today: '2026-11-24',
    locale: 'ja',
    turn: { activityId: '', conversationId: '', personal: true },
  };
  const read = await bot.bot.chat.read(scene as never, '先月何話したっけ');
  expect(read).toMatchObject({ kind: 'mentoring', request: { kind: 'talked' } });
  expect(tells(JSON.stringify(read))).toBe(false);
});
