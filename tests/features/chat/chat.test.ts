import { sql } from 'kysely';
import { aadObjectId } from '../../../src/core/ids';
import type { Reply } from '../../../src/core/turn';
import { createAudit } from '../../../src/features/audit';
import { chatTexts } from '../../../src/features/chat';
import { confirmRecords, courses, loadDataset, offerings } from '../../../src/features/records';
import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';

const EMPLOYEE = '100001';
const STRANGER = aadObjectId.parse('99999999-9999-4999-8999-999999999999');

let test1: TestBot;
beforeAll(async () => {
  test1 = await createTestBot();
});
afterAll(() => test1.close());

const everyRow = async (): Promise<string> => {
  await test1.bot.settle();
  const tables = [
    'inquiries',
    'feedback_counts',
    'feedback_texts',
    'audit_log',
    'deliveries',
    'conversations',
    'settings',
    'uploads',
  ] as const;
  const rows = await Promise.all(
    tables.map((table) => test1.store.db.selectFrom(table).selectAll().execute()),
  );
  return JSON.stringify(rows);
};

it('answers a question in everyday words with its source', async () => {
  const text = shown(await test1.say(EMPLOYEE, '資格の勉強のお金って出る？'));
  expect(text).toContain('助成');
  expect(text).toContain('1.1.2');
  expect(text).toContain('見本データ');
});

it('answers in all-hiragana and with a typing error', async () => {
  expect(shown(await test1.say(EMPLOYEE, 'めんたーせいどってなんですか'))).toContain('1.2.2');
  expect(shown(await test1.say(EMPLOYEE, 'ストレスチッェクは受けないとだめ？'))).toContain('2.6.1');
});

it('lists courses by date', async () => {
  const text = shown(await test1.say(EMPLOYEE, '来月の研修は？'));
  expect(text).toMatch(/12\/\d+\([月火水木金]\)/);
});

it('shows one’s own training record, and nobody else’s', async () => {
  const own = shown(await test1.say(EMPLOYEE, '私の研修履歴'));
  expect(own).toContain('研修履歴');
  expect(own).not.toBe(shown(await test1.say('100003', '私の研修履歴')));
});

it('does not know the weather, offers HR and the desks, and counts the topic only', async () => {
  const reply = await test1.say(EMPLOYEE, '量子コンピューターの仕組みを教えて');
  const text = shown(reply);
  expect(text).toContain('わかりませんでした');
  expect(text).toContain('人事課に聞く');
  expect(text).toContain('相談窓口を見る');
  expect(await everyRow()).not.toContain('量子');
});

it('keeps a question for improvement only after its asker gives it, and without a name', async () => {
  await test1.tap(EMPLOYEE, 'answers.contribute', {
    question: '給湯室のポットは誰のもの',
    kind: 'unanswered',
  });
  await test1.tap(EMPLOYEE, 'answers.contribute', {
    question: '給湯室のポットは誰のもの',
    kind: 'unanswered',
  });
  const rows = await test1.store.db
    .selectFrom('feedback_texts')
    .selectAll()
    .where('text', 'like', '%ポット%')
    .execute();
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(EMPLOYEE);
  expect(shown(await test1.say('100066', '改善一覧'))).toContain('給湯室のポットは誰のもの');
  expect(shown(await test1.say(EMPLOYEE, '改善一覧'))).not.toContain('ポット');
});

it('a question that HR has dealt with goes from the list, and only HR may say so', async () => {
  const question = '体育館の鍵はどこですか';
  await test1.tap(EMPLOYEE, 'answers.contribute', { question, kind: 'unanswered' });
  const list = await test1.say('100066', '改善一覧');
  expect(shown(list)).toContain('令和8年11月');
  const data = buttonOf(list, question);
  expect(shown(await test1.tap(EMPLOYEE, 'answers.closeText', data))).toContain('人事課の担当者だけ');
  expect(shown(await test1.say('100066', '改善一覧'))).toContain(question);
  expect(shown(await test1.tap('100066', 'answers.closeText', data))).not.toContain(question);
  expect(shown(await test1.tap('100066', 'answers.closeText', data))).not.toContain(question);
});

it('HR’s counts hold what could not be answered a moment ago', async () => {
  await test1.say(EMPLOYEE, '量子コンピューターの仕組みを教えて');
  expect(shown(await test1.say('100066', '改善一覧'))).toContain('答えが見つからなかった');
});

/** What the button beside a text of the improvements carries. */
function buttonOf(reply: Reply, question: string): unknown {
  const [message] = reply.messages;
  const body = message?.kind === 'card' && Array.isArray(message.card.body) ? message.card.body : [];
  const row = body.find((item) => JSON.stringify(item).includes(question));
  return JSON.parse(/"data":(\{[^}]*\})/.exec(JSON.stringify(row))?.[1] ?? '{}');
}

it('leads from an answer only to what belongs to it', async () => {
  const text = shown(await test1.say(EMPLOYEE, '年末調整の書類はどこに出せばいい？'));
  expect(text).toContain('給与担当');
  expect(text).not.toContain('自己申告書');
  expect(shown(await test1.say(EMPLOYEE, 'メンター制度って何？'))).toMatch(/メンター(の指導|やメンティ)/);
});

it('says that it does not know even where the question cannot be counted (as on a full disk)', async () => {
  const full = await createTestBot();
  await sql`drop table feedback_counts`.execute(full.store.db);
  expect(shown(await full.say(EMPLOYEE, '量子コンピューターの仕組みを教えて'))).toContain(
    'わかりませんでした',
  );
  const helpful = { id: 'F-1.1.2-01', question: '助成' };
  expect(shown(await full.tap(EMPLOYEE, 'answers.helpful', helpful))).toContain('ありがとうございます');
  await full.close();
});

describe('the words on a button of the menu, written by hand', () => {
  const labels = (['ja', 'en'] as const).flatMap((locale) =>
    Object.values(chatTexts(locale).prompts).map(({ label, say }) => [label, say] as const),
  );
  it.each(labels)('%s means %s', async (label, say) => {
    for (const employee of [EMPLOYEE, '100062']) {
      const [written, tapped] = [await test1.say(employee, ` ${label}`), await test1.say(employee, say)];
      expect(withoutIds(shown(written))).toBe(withoutIds(shown(tapped)));
    }
  });
});

const withoutIds = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');

describe('sensitive matters', () => {
  it.each([
    ['死にたい', '0120-279-338'],
    ['課長に毎日怒鳴られて会社に行けない', '相談'],
    ['I want to die', '0120-279-338'],
  ])('%s is answered with desks at once', async (text, expected) => {
    const reply = shown(await test1.say(EMPLOYEE, text));
    expect(reply).toContain(expected);
    expect(reply).not.toContain('人事課に聞く');
    expect(reply).toMatch(/Teams/);
  });

  it('an answer to what may be asked in need links the desks; another answer does not', async () => {
    const link = 'お困りのことがあれば、相談窓口も';
    const answered = shown(await test1.say(EMPLOYEE, '管理職になる自信がない'));
    expect(answered).toContain('3.4.1');
    expect(answered).toContain(link);
    expect(shown(await test1.say(EMPLOYEE, '資格の勉強のお金って出る？'))).not.toContain(link);
  });

  it('a plain question that sounds like one is a tap away from its answer, and the desks stay', async () => {
    const asked = await test1.say(EMPLOYEE, 'メンタル不調の同僚にどう接すればいい');
    expect(shown(asked)).toContain('0120-279-338');
    expect(shown(asked)).toContain('制度についてのお尋ねでしたら');
    const answered = await test1.tap(EMPLOYEE, 'answers.also', buttonData(asked, 'answers.also'));
    expect(answered.invoke).toEqual({ kind: 'notice', text: '下に表示しました。' });
    expect(shown(answered)).toContain('2.6.2');
    expect(shown(answered)).toContain('お困りのことがあれば、相談窓口も');
  });

  it.each(['なんでもない', 'やっぱり何でもないです'])('%s is taken at its word', async (text) => {
    expect(shown(await test1.say(EMPLOYEE, text))).toBe('わかりました。またいつでも聞いてください。');
  });

  it('what is surely one has no such way out', async () => {
    const reply = await test1.say(EMPLOYEE, '人事評価のことで課長に毎日怒鳴られて会社に行けない');
    expect(shown(reply)).not.toContain('制度についてのお尋ねでしたら');
  });

  it('leaves no trace in the database', async () => {
    const before = await everyRow();
    await test1.say(EMPLOYEE, '借金が返せなくて消えてしまいたい');
    expect(await everyRow()).toBe(before);
  });

  it('is not shown to a whole channel', async () => {
    const reply = await test1.turn(
      await test1.aadOf(EMPLOYEE),
      { kind: 'message', text: '死にたい', files: [] },
      { personal: false },
    );
    expect(shown(reply)).toContain('1対1');
  });

  it('cannot be given away as an improvement by a forged tap', async () => {
    const before = await everyRow();
    expect(shown(await test1.tap(EMPLOYEE, 'answers.contribute', { question: '死にたい' }))).toContain(
      '0120-279-338',
    );
    expect(await everyRow()).toBe(before);
  });
});

it('tells a stranger nothing', async () => {
  for (const inbound of [
    { kind: 'message', text: '来月の研修は？', files: [] },
    { kind: 'action', verb: 'answers.show', data: { id: 'F-1.1.2-01', question: '' }, automatic: false },
    { kind: 'dialog-open', data: {} },
  ] as const) {
    expect(shown(await test1.turn(STRANGER, inbound))).toContain('職員名簿');
  }
  const found = await test1.turn(STRANGER, { kind: 'search', text: '', skip: 0, count: 5 });
  expect(found.invoke).toEqual({ kind: 'search-results', results: [] });
  expect(shown(await test1.turn(null, { kind: 'message', text: '研修', files: [] }))).toContain('職員名簿');
});

it('shows English where the client is English', async () => {
  expect(shown(await test1.say(EMPLOYEE, 'help', 'en'))).toContain('What Ikusei Navi can do');
});

it('finds courses to share', async () => {
  const reply = await test1.turn(await test1.aadOf(EMPLOYEE), {
    kind: 'search',
    text: 'ハラスメント',
    skip: 0,
    count: 5,
  });
  expect(reply.invoke?.kind === 'search-results' && reply.invoke.results[0]?.title).toContain('ハラスメント');
});

describe('HR’s own commands', () => {
  it.each(['質問一覧', '改善一覧', '公開の準備'])(
    '%s is refused to an employee and to a manager',
    async (command) => {
      for (const person of [EMPLOYEE, '100003'])
        expect(shown(await test1.say(person, command))).toContain('人事課の担当者だけ');
    },
  );

  it('the audit log is for auditors and HR administrators', async () => {
    expect(shown(await test1.say(EMPLOYEE, '監査ログ'))).toContain('監査担当');
    expect(shown(await test1.say('100066', '監査ログ'))).toContain('監査担当');
    expect(shown(await test1.say('100479', '監査ログ'))).toContain('データの変更');
  });

  it('the menu shows each role its own', async () => {
    expect(shown(await test1.say(EMPLOYEE, 'ヘルプ'))).not.toContain('職員からの質問');
    expect(shown(await test1.say('100062', 'ヘルプ'))).toContain('公開の準備');
  });
});

describe('rough input', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['signs only', '？？？！！'],
    ['huge', '研修'.repeat(50_000)],
    ['binary', '\u0000\u0001\u0002\uFFFD\uD800'],
    ['HTML', '<script>alert(1)</script>研修'],
    ['Markdown', '[x](javascript:alert(1)) **研修** # | `'],
    ['a template', `$\{title} {{DATE(1)}} $\{$root}`],
    ['emoji', '🙂🙂🙂'],
    ['SQL', "'; drop table records; --"],
  ])('%s gets a clear reply', async (_, text) => {
    const reply = await test1.say(EMPLOYEE, text);
    expect(reply.messages.length).toBeGreaterThan(0);
    expect(shown(reply)).not.toMatch(/Error|at \w+ \(/);
  });

  it.each([
    ['an unknown verb', 'nothing.like.this', {}],
    ['no verb', '', null],
    ['an old card', 'answers.show', { id: 'F-9.9.9-99', question: 'x' }],
    ['data of the wrong shape', 'answers.show', 'text'],
    ['a prototype name', 'constructor', {}],
    ['a catalogue card of old', 'catalogue.course', { id: 'C-999' }],
    ['an inquiry that never was', 'inquiries.withdraw', { id: '00000000-0000-4000-8000-000000000000' }],
  ])('%s gets a polite note', async (_, verb, data) => {
    const reply = await test1.tap(EMPLOYEE, verb, data);
    expect(reply.invoke?.kind).toBe('notice');
    expect(shown(reply)).not.toBe('');
  });
});

describe('before the launch', () => {
  let closed: TestBot;
  beforeAll(async () => {
    closed = await createTestBot({ live: false });
  });
  afterAll(() => closed.close());

  it('answers employees nothing, and HR only from what is confirmed', async () => {
    expect(shown(await closed.say(EMPLOYEE, '資格の助成はある？'))).toContain('準備中');
    expect(shown(await closed.say('100066', '資格の助成はある？'))).toContain('わかりませんでした');
  });

  it('shows courses once HR has confirmed both the course and its dates', async () => {
    const asked = async () => shown(await closed.say('100066', '来月の研修は？'));
    expect(await asked()).not.toContain('12/4(金)');
    const course = (await loadDataset(closed.store.db, courses)).find(
      ({ title }) => title === '窓口で使える手話入門',
    );
    const dates = (await loadDataset(closed.store.db, offerings)).filter(
      ({ courseId }) => courseId === course?.id,
    );
    const by = { actor: '100066', source: 'form', clock: { now: () => new Date() }, audit: createAudit() };
    await closed.store.write((tx) => confirmRecords(tx, courses, [course?.id ?? ''], by));
    expect(await asked()).not.toContain('12/4(金)');
    await closed.store.write((tx) =>
      confirmRecords(
        tx,
        offerings,
        dates.map(({ id }) => id),
        by,
      ),
    );
    expect(await asked()).toContain('12/4(金)');
  });

  it('cannot go live while the desks are not confirmed, by whatever tap', async () => {
    expect(shown(await closed.tap('100062', 'launch.publish', {}))).toContain('まだ公開できません');
    expect(shown(await closed.tap('100066', 'launch.publish', {}))).toContain('管理者だけ');
    expect(shown(await closed.say(EMPLOYEE, 'こんにちは'))).toContain('準備中');
  });
});

describe('what an employee asks about people', () => {
  it('names one’s own manager and evaluators', async () => {
    const text = shown(await test1.say('100006', '私の所属長は誰？'));
    expect(text).toContain('所属長：試橋 正樹さん（市民課　課長）');
    expect(text).not.toContain('メンター');
    expect(shown(await test1.say('100006', 'Who is my manager?', 'en'))).toContain('Manager: 試橋 正樹');
  });

  it.each(['例木さんの研修履歴', '部下の研修履歴を見たい', '係長の受講履歴'])(
    '«%s» shows nobody’s record, and not the asker’s instead',
    async (text) => {
      const reply = shown(await test1.say('100003', text));
      expect(reply).toContain('ほかの方の研修履歴や申込みは、ここではお見せできません');
      expect(reply).not.toContain('課長マネジメント研修');
    },
  );
});

it.each(['例木さんの研修履歴', '職員の受講履歴を見たい'])('«%s» of HR leads to the records', async (text) => {
  expect(shown(await test1.say('100066', text))).toContain('データの編集');
});

it('whoever tells a story first gets recommendations all the same', async () => {
  const text = shown(
    await test1.say(EMPLOYEE, 'はじめまして、4月に入ったばかりです。何から始めればいいですか'),
  );
  expect(text).toContain('あなたへのおすすめ');
  expect(text).not.toContain('見つかりませんでした');
});

it('answers several questions of one message one by one', async () => {
  const reply = await test1.say(EMPLOYEE, '来月の研修は？あと、有給の残りはどこで見られますか？');
  expect(reply.messages).toHaveLength(2);
  expect(shown(reply)).toContain('来月の研修');
  expect(shown(reply)).toContain('年次有給休暇');
});

it('tells whoever is in danger whom to call, also somebody who is not in the directory', async () => {
  const said = (text: string) => test1.turn(STRANGER, { kind: 'message', text, files: [] });
  expect(shown(await said('死にたい'))).toContain('119');
  expect(shown(await said('来月の研修は？'))).not.toContain('119');
});

it('an empty part of one’s record leads to all of it', async () => {
  const reply = await test1.say('100006', '去年受けた研修');
  expect(shown(reply)).toContain('当てはまる研修履歴はありません');
  expect(shown(reply)).toContain('すべての履歴を見る');
});

it('a course whose name sounds like a rule can be applied for in English', async () => {
  const text = shown(await test1.say(EMPLOYEE, 'I want to apply for the policy law training', 'en'));
  expect(text).toContain('Policy law training');
  expect(text).not.toContain('I want to apply');
});

it('two years of one’s record at once', async () => {
  const text = shown(await test1.say('100003', '去年と今年受けた研修を見たい'));
  expect(text).toContain('去年・今年');
  expect(text).toContain('8/28(金)');
  expect(text).toContain('12/3(水)');
});

it('a word that only courses are called by lists them; an everyday matter is answered', async () => {
  expect(shown(await test1.say(EMPLOYEE, '手話'))).toContain('窓口で使える手話入門');
  expect(shown(await test1.say(EMPLOYEE, '簿記'))).toContain('簿記3級講座');
  expect(shown(await test1.say(EMPLOYEE, '残業'))).toContain('時間外勤務');
  expect(shown(await test1.say(EMPLOYEE, '健康診断'))).toContain('健康診断');
});
