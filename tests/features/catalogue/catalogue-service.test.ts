import type { Message, Reply } from '../../../src/core/turn';
import { createCatalogue, lineText, matchBySubstring } from '../../../src/features/catalogue';
import { aCourse, anOffering, aPerson, aRecord, aScene, calendar, onDay } from './builders';

const courses = [
  aCourse({
    id: 'C-1',
    title: 'DX基礎',
    field: 'dx',
    summary: 'デジタル化の考え方を学びます。',
    sample: true,
  }),
  aCourse({
    id: 'C-2',
    title: '係長昇任研修',
    kind: 'level_based',
    levels: ['supervisor'],
    entry: 'nomination',
  }),
  aCourse({ id: 'C-3', title: 'キャリアデザイン研修（30代）', ageFrom: 30, ageTo: 39, entry: 'nomination' }),
  ...Array.from({ length: 8 }, (_, at) => aCourse({ id: `C-${at + 10}`, title: `接遇講座${at + 1}` })),
];
const offerings = [
  anOffering('C-1', '2027-01-12', { title: '第2回' }),
  anOffering('C-2', '2027-01-14', { endsOn: onDay('2027-01-15'), startTime: '09:30', endTime: '16:30' }),
  anOffering('C-3', '2027-02-08'),
  ...courses.slice(3).map(({ id }, at) => anOffering(id, `2026-12-${at + 10}`)),
];
const records = [
  aRecord('C-1', '2026-05-20'),
  aRecord('C-10', '2025-11-19'),
  aRecord('C-99', '2024-04-10'),
  aRecord('C-2', '2026-06-01', '100002'),
];

const catalogue = createCatalogue({
  data: async () => ({ courses, offerings, records }),
  match: matchBySubstring(courses),
  calendar: () => calendar,
  botLink: 'https://teams.microsoft.com/l/chat/0/0?users=28:example',
});

async function ask(text: string, scene = aScene()) {
  const personal = catalogue.readPersonal(text, scene);
  if (personal !== null) return catalogue.personal(scene, personal);
  const reading = catalogue.readCourses(text, scene);
  if (reading === null) throw new Error(`not for the catalogue: ${text}`);
  return catalogue.answer(scene, reading.query);
}

/** Every text that a person reads on the card. */
const textsOf = (message: unknown): string => textsIn(message).join('\n');
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).filter(([key]) => key === 'text' || key === 'title');
  return [
    ...own.map(([, text]) => String(text).replaceAll('\\', '')),
    ...Object.values(value).flatMap(textsIn),
  ];
}
const shown = async (text: string, scene = aScene()): Promise<string> =>
  textsOf(cardOf((await ask(text, scene)).message));
const cardOf = (message: Message): unknown => (message.kind === 'card' ? message.card : null);
const afterTap = async (verb: string, data: unknown): Promise<string> =>
  tapText(await catalogue.handle(aScene(), verb, data));
const tapText = ({ invoke }: Reply): string =>
  invoke?.kind === 'card' ? textsOf(invoke.card) : JSON.stringify(invoke);

test('来月の研修一覧: six a page, soonest first, with the way to the others', async () => {
  const text = await shown('来月の研修一覧');
  expect(text).toContain('来月の研修');
  expect(text).toContain('8件のうち 1〜6件目');
  expect(text).toContain('12/10(木) 13:30–17:00');
  expect(text).toContain('申込受付中（11/30(月)まで）');
  expect(text.indexOf('接遇講座1')).toBeLessThan(text.indexOf('接遇講座6'));
  expect(text).not.toContain('接遇講座7');
  expect(text).toContain('次の6件');
});

test('the next page is reached by the button’s own data', async () => {
  const reading = catalogue.readCourses('来月の研修一覧', aScene());
  const text = await afterTap(
    'catalogue.list',
    JSON.parse(JSON.stringify({ query: reading?.query, page: 1 })),
  );
  expect(text).toContain('8件のうち 7〜8件目');
  expect(text).toContain('接遇講座8');
  expect(text).toContain('前の6件');
});

test('a month without courses says from when others are', async () => {
  const answer = await ask('今月のDX研修はいつ?');
  expect(textsOf(cardOf(answer.message))).toContain(
    '今月には見つからなかったので、12月以降のものを表示しています。',
  );
  expect(answer).toMatchObject({ kind: 'courses', courses: [{ course: { id: 'C-1', title: 'DX基礎' } }] });
});

test('an unknown subject is admitted, and HR can be asked', async () => {
  const answer = await ask('ドローンの講座ある?');
  expect(answer).toMatchObject({ kind: 'nothing', courses: [] });
  const text = textsOf(cardOf(answer.message));
  expect(text).toContain('「ドローン」に関する研修は見つかりませんでした');
  expect(text).toContain('人事課に聞く');
});

test('the command line gets the courses best first, with initiative and date', async () => {
  const answer = await ask('係長向けの研修');
  const found = 'courses' in answer ? answer.courses : [];
  expect(found).toMatchObject([{ course: { id: 'C-2', initiatives: ['1.3.2.5'] } }]);
  expect(found.map((each) => lineText(each, 'ja'))).toEqual(['1/14(木)〜1/15(金) 9:30–16:30　指名があれば']);
});

test('a course in detail, and back to where one was', async () => {
  const text = await afterTap('catalogue.course', {
    id: 'C-1',
    back: { verb: 'catalogue.list', query: {}, page: 1 },
  });
  for (const part of [
    '令和9年1月12日(火) 13:30–17:00',
    '定員20人（空き20人）',
    '公募（申し込んで受講）',
    '見本データ',
    '一覧に戻る',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toContain('出典：裾野市人材育成推進計画 1.3.2.5');
});

test('in English as well', async () => {
  const text = await shown('When is the next DX course?', aScene(aPerson(), 'en'));
  expect(text).toContain('Tue 12 Jan 13:30–17:00');
  expect(text).toContain('Open for application until Mon 30 Nov');
});

test('recommendations say why', async () => {
  const answer = await ask('私におすすめの研修は?');
  expect(answer).toMatchObject({ kind: 'recommendations' });
  const text = textsOf(cardOf(answer.message));
  expect(text.indexOf('キャリアデザイン研修（30代）')).toBeGreaterThan(0);
  expect(text).toContain('30代のキャリアの節目・未受講');
  expect(text).toContain('指名があれば');
  expect(text).not.toContain('DX基礎');
  expect((await catalogue.recommendFor(aScene())).message).toEqual(answer.message);
});

test('recommendations of a subject', async () => {
  const answer = await ask('おすすめの接遇の研修は?');
  expect(answer).toMatchObject({ kind: 'recommendations' });
  expect(textsOf(cardOf(answer.message))).not.toContain('キャリアデザイン');
});

describe('one’s own history', () => {
  test('by 年度, newest first, and nobody else’s', async () => {
    const text = await shown('私の研修履歴');
    expect(text).toContain('3件・合計6時間');
    const order = [
      '令和8年度',
      '5/20(水)',
      'DX基礎',
      '令和7年度',
      '接遇講座1',
      '令和6年度',
      '現在は案内していない研修',
    ];
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
    );
    expect(order.every((part) => text.includes(part))).toBe(true);
    expect(text).not.toContain('係長昇任研修');
  });

  test('of this 年度, of a subject, the last one', async () => {
    expect(await shown('今年度どの研修を受けた?')).toMatch(/DX基礎/);
    expect(await shown('今年度どの研修を受けた?')).not.toMatch(/接遇/);
    expect(await shown('DXの研修、前に私受けたことあったっけ?')).not.toMatch(/接遇/);
    expect(await shown('私が最後に受けた研修って何だった?')).toMatch(/最後に受けた研修[\s\S]*DX基礎/);
  });

  test('is empty for one who is new', async () => {
    const scene = aScene(aPerson({ id: aRecord('C-1', '2026-05-20', '100009').employeeId }));
    expect(await shown('私の研修履歴', scene)).toContain('研修履歴はまだありません');
    expect(await shown('去年受けた研修を教えて', scene)).toContain('当てはまる研修履歴はありません');
  });
});

describe('taps on old or forged cards', () => {
  test('a course that is gone', async () => {
    expect(await afterTap('catalogue.course', { id: 'C-404' })).toContain('今の一覧にはありません');
  });

  test('data that no card carries', async () => {
    expect(await afterTap('catalogue.course', { id: "'; drop table" })).toContain('使えなくなりました');
    expect(await afterTap('catalogue.nonsense', undefined)).toContain('使えなくなりました');
  });

  test('an employee in the data changes nothing: the history is the sender’s', async () => {
    expect(await afterTap('catalogue.history', { employeeId: '100002', query: {} })).not.toContain(
      '係長昇任研修',
    );
  });
});

describe('sharing in a chat', () => {
  const results = async (text: string, skip = 0, count = 25) => {
    const { invoke } = await catalogue.searchForSharing(aScene(), text, skip, count);
    return invoke?.kind === 'search-results' ? invoke.results : [];
  };

  test('without a text all that is to come, in pages', async () => {
    const all = await results('');
    expect(all.map(({ title }) => title)).toHaveLength(11);
    expect((await results('', 2, 3)).map(({ title }) => title)).toEqual(
      all.slice(2, 5).map(({ title }) => title),
    );
  });

  test('words and dates find courses without the word 研修', async () => {
    expect((await results('DX')).map(({ title }) => title)).toEqual(['DX基礎']);
    expect(await results('12月')).toHaveLength(8);
    expect(await results('ドローン')).toEqual([]);
  });

  test('the card holds nothing of the person, and leads to the bot’s own chat', async () => {
    const [first] = await results('DX');
    const card = JSON.stringify(first?.card);
    expect(card).toContain('Action.OpenUrl');
    expect(card).not.toContain('Action.Execute');
    expect(first?.text).toBe('1/12(火) 13:30–17:00　申込受付中（11/30(月)まで）');
  });
});
