import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { dayOf } from '../../../src/core/calendar/day';
import { employeeId } from '../../../src/core/ids';
import { openStore, type Store } from '../../../src/db/open';
import { APPROVALS } from '../../../src/features/announcements/approval';
import { type AuditEntry, createAudit, createAuditReading, readAudit } from '../../../src/features/audit';
import { detailTexts } from '../../../src/features/audit/detail-texts';
import { TEMPLATES } from '../../../src/features/campaigns/templates';
import type { Person, Role, Scene } from '../../../src/features/directory';
import { allDatasets } from '../../../src/features/records';

const AT = new Date('2026-11-24T01:05:00.000Z');

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
});
afterEach(() => store.close());

const audit = createAudit();
const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: AT,
  actor: '000123',
  action: 'records-changed',
  subject: 'courses',
  detail: { changeSet: '3f0e5c7a-1d1b-4a57-9d27-0a4a6a3b1c11', added: 3 },
  ...more,
});
const record = (...entries: AuditEntry[]) =>
  store.write(async (tx) => {
    for (const one of entries) await audit.record(tx, one);
  });
const having = (...roles: Role[]) => ({ roles: new Set(roles) });

describe('the log', () => {
  test('keeps who did what to which, as it was recorded', async () => {
    await record(entry());
    const page = await readAudit(store.db, having('auditor'), null, 10);
    expect(page).toEqual({ ok: true, value: { entries: [{ seq: 1, ...entry() }], before: null } });
  });

  test('is read by auditors and HR administrators, and by nobody else', async () => {
    await record(entry());
    for (const role of ['auditor', 'hr_admin'] as const) {
      expect(await readAudit(store.db, having(role), null, 10)).toMatchObject({ ok: true });
    }
    for (const role of ['hr_editor', 'manager', 'mentor'] as const) {
      expect(await readAudit(store.db, having(role), null, 10)).toEqual({ ok: false, error: 'forbidden' });
    }
    expect(await readAudit(store.db, having(), null, 10)).toEqual({ ok: false, error: 'forbidden' });
  });

  test('of the stress check is read by a stress_admin alone; others see that something was done', async () => {
    const secret = { action: 'stress-check-changed', actor: '100216', subject: 'a-campaign' } as const;
    await record(entry(), entry({ ...secret, detail: { step: 'import' } }));
    const read = async (...roles: Role[]) => {
      const page = await readAudit(store.db, having(...roles), null, 10);
      return page.ok ? page.value.entries : [];
    };
    expect(await read('stress_admin')).toEqual([
      { seq: 2, ...entry({ ...secret, detail: { step: 'import' } }) },
    ]);
    for (const roles of [
      ['auditor'],
      ['hr_admin'],
      ['stress_admin', 'auditor'],
      ['stress_admin', 'hr_admin'],
    ]) {
      const entries = await read(...(roles as Role[]));
      expect(entries.map(({ action }) => action)).toEqual(['stress-check-changed', 'records-changed']);
      expect(JSON.stringify(entries)).not.toMatch(/100216|a-campaign|import/);
    }
  });

  test('is read page by page, the newest first, without gap or repetition', async () => {
    await record(...Array.from({ length: 7 }, (_, n) => entry({ subject: `subject-${n}` })));
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let before: number | null = null, more = true; more; ) {
      const page = await readAudit(store.db, having('auditor'), before, 3);
      if (!page.ok) throw new Error(page.error);
      seen.push(...page.value.entries.map((one) => one.subject));
      sizes.push(page.value.entries.length);
      before = page.value.before;
      more = before !== null;
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `subject-${n}`));
    expect(sizes).toEqual([3, 3, 1]);
  });

  test('is gone with the transaction of what it tells of', async () => {
    const failed = store.write(async (tx) => {
      await audit.record(tx, entry());
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await readAudit(store.db, having('auditor'), null, 10)).toMatchObject({ value: { entries: [] } });
  });

  test.each([
    ['a sentence', { detail: { count: '上司に相談したいことがあります' } }],
    ['English words', { detail: { count: 'I want to talk' } }],
    ['a name', { subject: '裾野 花子' }],
    ['a mail address', { subject: 'hanako.1@example.jp' }],
  ])('takes no text: %s is refused', async (_, more: Partial<AuditEntry>) => {
    await expect(record(entry(more))).rejects.toThrow();
    expect(await readAudit(store.db, having('auditor'), null, 10)).toMatchObject({ value: { entries: [] } });
  });
});

describe('the database refuses', () => {
  test.each([
    ['a change', "update audit_log set actor = '000999'"],
    ['a removal', 'delete from audit_log'],
    [
      'a replacement',
      `insert or replace into audit_log (seq, at, actor, action, subject, detail)
       values (1, '2026-11-24T00:00:00.000Z', '000999', 'launched', 'bot', '{}')`,
    ],
    [
      'a change by way of a conflict',
      `insert into audit_log (seq, at, actor, action, subject, detail) values (1, '', '000999', 'launched', 'bot', '{}')
       on conflict (seq) do update set actor = excluded.actor`,
    ],
  ])('%s', async (_, statement) => {
    await record(entry());
    await expect(sql.raw(statement).execute(store.db)).rejects.toThrow('append-only');
    expect(await readAudit(store.db, having('auditor'), null, 10)).toMatchObject({
      value: { entries: [{ actor: '000123', action: 'records-changed' }] },
    });
  });
});

describe('in chat', () => {
  const person = (id: string, name: string, ...roles: Role[]): Person => ({
    id: employeeId.parse(id),
    aadObjectId: null,
    name,
    kana: '',
    department: '',
    section: '',
    position: '',
    level: 'staff',
    jobType: '',
    birthDate: null,
    hiredOn: null,
    leads: [],
    roles: new Set(roles),
    employment: 'regular',
    weeklyHours: 38.75,
    concurrentSection: null,
    firstEvaluator: null,
    secondEvaluator: null,
    leave: null,
  });
  const scene = (who: Person): Scene => ({
    person: who,
    now: AT,
    today: dayOf(AT),
    locale: 'ja',
    turn: { activityId: 'a', conversationId: 'c', personal: true },
  });
  const hanako = person('000123', '裾野 花子', 'hr_admin');
  const auditor = scene(person('000001', '監査 太郎', 'auditor'));
  const reading = () =>
    createAuditReading({ store, directory: { byId: async (_, id) => (id === hanako.id ? hanako : null) } });

  test('an auditor sees who did what and when, by Tokyo time', async () => {
    await record(entry(), entry({ actor: 'cli', action: 'launched', subject: 'bot', detail: {} }));
    const shown = JSON.stringify(await reading().show(auditor));
    expect(shown).toContain('11/24(火) 10:05');
    expect(shown).toContain('裾野 花子 (000123)：データの変更');
    expect(shown).toContain('管理コマンド：公開');
    expect(shown).not.toContain('audit.page');
  });

  test('older entries are a tap away', async () => {
    await record(...Array.from({ length: 20 }, (_, n) => entry({ subject: `subject-${n}-` })));
    const first = JSON.stringify(await reading().show(auditor));
    expect(first).toContain('subject-5-');
    expect(first).not.toContain('subject-4-');
    expect(first).toContain('"before":"6"');
    const { invoke } = await reading().act(auditor, 'audit.page', { before: '6' });
    const older = JSON.stringify(invoke);
    expect(older).toContain('subject-4-');
    expect(older).not.toContain('subject-5-');
  });

  test.each([[null], ['text'], [{ before: 'x' }], [{ before: -1 }], [{}]])(
    'a card with other data (%j) shows the newest',
    async (data) => {
      await record(entry());
      expect((await reading().act(auditor, 'audit.page', data)).invoke).toMatchObject({ kind: 'card' });
    },
  );

  test('who may not read it gets no entry, whatever the card says', async () => {
    await record(entry());
    const employee = scene(person('000002', '職員', 'hr_editor'));
    const replies = [
      await reading().show(employee),
      await reading().act(employee, 'audit.page', { before: 99 }),
    ];
    for (const reply of replies) {
      expect(JSON.stringify(reply)).toContain('監査担当と人事課の管理者だけ');
      expect(JSON.stringify(reply)).not.toContain('courses');
    }
  });
});

describe('what HR reads', () => {
  const sceneIn = (locale: 'ja' | 'en') =>
    ({
      person: having('auditor'),
      now: AT,
      today: dayOf(AT),
      locale,
      turn: { activityId: 'a', conversationId: 'c', personal: true },
    }) as unknown as Scene;
  const read = async (locale: 'ja' | 'en'): Promise<string> =>
    JSON.stringify(
      await createAuditReading({ store, directory: { byId: async () => null } }).show(sceneIn(locale)),
    );

  test('is words in both languages, not codes', async () => {
    await record(
      entry({ detail: { added: 3 } }),
      entry({
        action: 'announcement-changed',
        subject: 'a1',
        detail: { step: 'correct', changed: 'ja+buttons' },
      }),
      entry({
        action: 'announcement-changed',
        subject: 'a1',
        detail: { step: 'schedule', startsAt: AT.toISOString() },
      }),
      entry({ action: 'launched', subject: 'bot', detail: { on: '2026-12-01' } }),
    );
    const ja = await read('ja');
    for (const words of [
      '研修 / 追加（件） 3',
      'a1 / 訂正 / 変更 日本語の文・ボタン',
      'a1 / 送信の予約 / 送り始め 11/24(火) 10:05',
      '育成ナビ / 公開日 12/1(火)',
    ])
      expect(ja).toContain(words);
    const en = await read('en');
    expect(en).toContain('courses / added 3');
    expect(en).toContain('a1 / correct / changed Japanese text・buttons');
  });

  test('kinds of data are called as HR knows them, and only what happened is counted', async () => {
    await record(entry({ subject: 'faq', detail: { added: 0, changed: 2, removed: 0 } }));
    expect(await read('ja')).toContain('質問と回答 / 変更 2');
    expect(await read('ja')).not.toContain('削除');
    const { subject } = detailTexts('ja');
    for (const { name, label } of allDatasets)
      expect(`${name}: ${Object.entries(subject).find(([key]) => key === name)?.[1]}`).toContain(label.ja);
  });

  test('a word for each code of a step, template, dataset and setting', () => {
    const { code, subject } = detailTexts('ja');
    const steps = readdirSync('src/features', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('-needs.ts') || file.endsWith('-access.ts'))
      .flatMap((file) => {
        const text = readFileSync(`src/features/${file}`, 'utf8');
        const union = /type AuditStep =([^;]+);|step: ((?:'[a-z-]+'(?: \| )?)+)/u.exec(text);
        return [...(union?.[1] ?? union?.[2] ?? '').matchAll(/'([a-z-]+)'/gu)].map(([, step]) => step ?? '');
      });
    expect(steps.length).toBeGreaterThan(30);
    const codes = [...steps, ...Object.keys(TEMPLATES), ...APPROVALS];
    expect(codes.filter((one) => !(one in code))).toEqual([]);
    expect(allDatasets.map(({ name }) => name).filter((name) => !(name in subject))).toEqual([]);
  });
});
