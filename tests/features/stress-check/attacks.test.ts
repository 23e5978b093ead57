import { runDeliveries } from '../../../src/cli/deliveries';
import type { Log } from '../../../src/core/log';
import { openStore } from '../../../src/db/open';
import { createAudit } from '../../../src/features/audit';
import { linkedFile } from '../../../src/features/file-links';
import { employees, saveRecord } from '../../../src/features/records';
import { createTestBot, freshDirectory, shown, type TestBot, textsIn } from '../../support/test-bot';
import { EMPLOYEE, openDialog, submitDialog } from '../campaigns/support';
import { importTaken, listOf, STRESS_ADMIN, seen, startCheck } from './support';

/** Has taken it, by the vendor's list; of 市民課. */
const TAKEN = EMPLOYEE;
/** Of the same section; has not. */
const NOT_TAKEN = '100007';

const ATTACKERS: readonly (readonly [string, string])[] = [
  ['an HR editor', '100066'],
  ['an HR administrator', '100062'],
  ['the second HR administrator', '100064'],
  ['the manager of the person', '100003'],
  ['the manager’s deputy', '100004'],
  ['a colleague', '100006'],
  ['the auditor', '100479'],
  ['an ordinary employee of another section', '100160'],
];

const lines: string[] = [];
const log: Log = {
  info: (event, fields) => lines.push(JSON.stringify([event, fields])),
  error: (event, error, fields) => lines.push(JSON.stringify([event, String(error), fields])),
};

let bot: TestBot;
let id: string;
let taken: string;
let open: string;

beforeAll(async () => {
  bot = await createTestBot({ log });
  await makeDeputy('100004', '100003');
  id = await startCheck(bot, { audience: { f_sections: '市民課' } });
  await bot.deliver();
  await importTaken(bot, id, listOf([TAKEN]));
  bot.at('2026-12-08T01:00:00Z');
  await bot.deliver();
  [taken, open] = [await nameOf(TAKEN), await nameOf(NOT_TAKEN)];
});
afterAll(() => bot.close());

async function nameOf(employee: string): Promise<string> {
  const person = await bot.bot.directory.byId(bot.store.db, employee as never, '2026-12-08' as never);
  return person?.name ?? '';
}

async function makeDeputy(deputy: string, of: string): Promise<void> {
  const row = await bot.store.db
    .selectFrom('records')
    .select('content_hash')
    .where('dataset', '=', 'employees')
    .where('id', '=', deputy)
    .executeTakeFirstOrThrow();
  const by = {
    actor: 'cli',
    source: 'test',
    clock: { now: () => new Date('2026-11-24T01:00:00Z') },
    audit: createAudit(),
  };
  const values = { deputy_of: of, deputy_from: '2026-11-01', deputy_to: '2027-03-31' };
  await bot.store.write((tx) =>
    saveRecord(tx, employees, { id: deputy, basedOn: row.content_hash, values }, by),
  );
}

/** Whether two answers tell apart who has taken it: they name either, or hold a number or word that depends on it. */
const tells = (answer: string): boolean =>
  answer.includes(taken) ||
  answer.includes(open) ||
  answer.includes(TAKEN) ||
  answer.includes(NOT_TAKEN) ||
  /受検済|\d+人中|\d+人が済み/.test(answer);

const TEXTS = [
  '締切の管理',
  'キャンペーン',
  '受検率',
  'ストレスチェックの受検率',
  'ストレスチェック担当者',
  'ストレスチェック未受検者の一覧',
  'ストレスチェックを受けていない人は誰？',
  '私の課で誰がストレスチェックを受けた？',
  '届かなかった人',
  '提出するもの',
  '監査ログ',
  '役割の付与',
  'まだでした',
];

const CAMPAIGN_VERBS = [
  'show',
  'list',
  'preview',
  'test',
  'askStart',
  'start',
  'unschedule',
  'pause',
  'resume',
  'askEnd',
  'end',
  'copy',
  'askDiscard',
  'discard',
  'import',
  'undoImport',
].map((verb) => `campaigns.${verb}`);
const OWN_VERBS = ['manage', 'rates', 'askPublish', 'publish', 'askNotice', 'sendNotice'].map(
  (verb) => `stressCheck.${verb}`,
);
const REMINDER_VERBS = ['refresh', 'page', 'snooze', 'unsnooze', 'choose', 'list', 'unreachable'].map(
  (verb) => `reminders.${verb}`,
);
const DIALOGS = [
  ...['edit', 'editAudience', 'editCard', 'askExtend', 'paste', 'meetings', 'ownDay'].map(
    (verb) => `campaigns.${verb}`,
  ),
  'stressCheck.protocol',
];
const SUBMISSIONS = [
  ...['save', 'extend', 'importPasted', 'saveMeetings', 'saveOwnDay'].map((verb) => `campaigns.${verb}`),
  'stressCheck.saveProtocol',
];

async function forged(): Promise<Record<string, unknown>> {
  const digest = await bot.store.db
    .selectFrom('reminder_digests')
    .select('id')
    .where('person', '=', NOT_TAKEN)
    .executeTakeFirstOrThrow();
  const done = await bot.store.db.selectFrom('campaign_imports').select('id').executeTakeFirstOrThrow();
  return {
    id,
    campaign: id,
    digest: digest.id,
    thing: `stress-check:${id}`,
    choice: 'done',
    import: done.id,
    employee: TAKEN,
    member: TAKEN,
    person: TAKEN,
    actor: STRESS_ADMIN,
    roles: ['stress_admin'],
    page: 0,
    least: 1,
    template: 'stress_check',
    f_text: NOT_TAKEN,
    f_dueOn: '2027-01-29',
    turn: 'close',
    shown: [TAKEN],
  };
}

/** Everything that a person gets to see when they try it all. */
async function everyAnswer(as: string): Promise<readonly string[]> {
  const data = await forged();
  const answers: string[] = [];
  const note = (what: string, answer: string) => answers.push(`${what}\n${answer}`);
  for (const text of TEXTS) note(text, shown(await bot.say(as, text)));
  for (const verb of [...CAMPAIGN_VERBS, ...OWN_VERBS, ...REMINDER_VERBS])
    note(verb, shown(await bot.tap(as, verb, data)));
  for (const verb of DIALOGS) note(verb, seen(await openDialog(bot, as, verb, data)));
  for (const verb of SUBMISSIONS) note(verb, seen(await submitDialog(bot, as, verb, data)));
  for (const [index, text] of ['ストレスチェック', taken, TAKEN].entries()) {
    const found = await bot.turn(await bot.aadOf(as), { kind: 'search', text, skip: 0, count: 10 });
    note(`search ${index}`, JSON.stringify(found.invoke).replaceAll(text, ''));
  }
  return answers;
}

const members = () =>
  bot.store.db
    .selectFrom('campaign_members')
    .selectAll()
    .where('campaign_id', '=', id)
    .orderBy('employee')
    .execute();
const campaign = () =>
  bot.store.db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe.each(ATTACKERS)('%s', (_, attacker) => {
  test('learns from no text, button, dialog or search who has taken it, and changes nothing', async () => {
    const before = [await members(), await campaign()];
    const answers = await everyAnswer(attacker);
    const telling = answers.filter(tells).filter((answer) => !isOwnAuditOrRoster(answer));
    expect(telling).toEqual([]);
    expect([await members(), await campaign()]).toEqual(before);
    const files = await bot.store.db
      .selectFrom('file_links')
      .selectAll()
      .where('owner', '=', attacker)
      .execute();
    expect(files.filter(({ content }) => tells(Buffer.from(content).toString('utf8')))).toEqual([]);
  });

  test('sees the same whether or not the person has taken it', async () => {
    const before = await everyAnswer(attacker);
    const was = await members();
    await bot.store.db
      .updateTable('campaign_members')
      .set({ state: 'open', done_by: null, done_at: null, recorded_by: null, import_id: null })
      .where('campaign_id', '=', id)
      .where('employee', '=', TAKEN)
      .execute();
    const after = await everyAnswer(attacker);
    const back = was.find(({ employee }) => employee === TAKEN);
    if (back !== undefined)
      await bot.store.db
        .updateTable('campaign_members')
        .set(back)
        .where('campaign_id', '=', id)
        .where('employee', '=', TAKEN)
        .execute();
    expect(after.map(withoutLog)).toEqual(before.map(withoutLog));
  });
});

/** The deputy was made in the roster, which the audit log tells by its number of changes, not by status. */
const isOwnAuditOrRoster = (answer: string): boolean =>
  answer.startsWith('監査ログ') && !/受検/.test(answer.slice(4));
/** The audit log grows by the look itself. */
const withoutLog = (answer: string): string => (answer.startsWith('監査ログ') ? '監査ログ' : answer);

test('the attacks can succeed: one with the role is told by the very same ways', async () => {
  const answers = await everyAnswerOfRunner();
  expect(answers.filter(tells).length).toBeGreaterThan(0);
});

/** The looking ones of the attacks only: the others would end the check. */
async function everyAnswerOfRunner(): Promise<readonly string[]> {
  const data = await forged();
  return [
    shown(await bot.tap(STRESS_ADMIN, 'campaigns.show', data)),
    shown(await bot.tap(STRESS_ADMIN, 'campaigns.list', data)),
    shown(await bot.say(STRESS_ADMIN, '締切の管理')),
  ];
}

describe('the gate opened', () => {
  test('with the role, an attacker would learn it: the role is what keeps them out', async () => {
    const attacker = '100160';
    const closed = shown(await bot.tap(attacker, 'campaigns.show', { id }));
    expect(tells(closed)).toBe(false);
    const row = await bot.store.db
      .selectFrom('records')
      .select('content_hash')
      .where('dataset', '=', 'employees')
      .where('id', '=', '100219')
      .executeTakeFirstOrThrow();
    const by = {
      actor: 'cli',
      source: 'test',
      clock: { now: () => new Date('2026-12-08T01:00:00Z') },
      audit: createAudit(),
    };
    await bot.store.write((tx) =>
      saveRecord(
        tx,
        employees,
        { id: '100219', basedOn: row.content_hash, values: { roles: 'stress_admin' } },
        by,
      ),
    );
    expect(tells(shown(await bot.tap('100219', 'campaigns.show', { id })))).toBe(false);
    await bot.tap('100062', 'grants.propose', { person: '100219' });
    const grant = await bot.store.db
      .selectFrom('role_grants')
      .select('id')
      .where('person', '=', '100219')
      .executeTakeFirstOrThrow();
    expect(tells(shown(await bot.tap('100219', 'campaigns.show', { id })))).toBe(false);
    await bot.tap('100064', 'grants.grant', { id: grant.id });
    expect(tells(shown(await bot.tap('100219', 'campaigns.show', { id })))).toBe(true);
    await bot.tap('100062', 'grants.end', { id: grant.id });
    expect(tells(shown(await bot.tap('100219', 'campaigns.show', { id })))).toBe(false);
  });
});

/** All pages of the audit log, as one reads them. */
async function wholeLog(reader: string): Promise<string> {
  const pages = [await bot.say(reader, '監査ログ')];
  for (;;) {
    const [older] = [...buttonsOf(pages.at(-1), 'audit.page')].filter(({ before }) => before !== '');
    if (older === undefined || pages.length > 60) return pages.map(shown).join('\n');
    pages.push(await bot.tap(reader, 'audit.page', older));
  }
}

function* buttonsOf(value: unknown, verb: string): Generator<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return;
  if ('verb' in value && value.verb === verb && 'data' in value) yield value.data as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* buttonsOf(inner, verb);
}

describe('other ways', () => {
  test('the audit log says that something was done, not by whom or to what; a stress_admin sees it', async () => {
    for (const reader of ['100479', '100062']) {
      const text = await wholeLog(reader);
      expect(text).toContain('ストレスチェックの操作');
      expect(text).not.toContain(id);
      expect(text).not.toMatch(new RegExp(`${STRESS_ADMIN}.*ストレスチェックの操作`));
    }
    expect(shown(await bot.say(STRESS_ADMIN, '監査ログ'))).toContain(id);
  });

  test('the audit log holds no one who has taken it, and no number of them', async () => {
    const rows = await bot.store.db
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'stress-check-changed')
      .execute();
    expect(rows.length).toBeGreaterThan(3);
    for (const { subject, detail } of rows) {
      expect(subject).toBe(id);
      expect(Object.keys(JSON.parse(detail)).filter((key) => key !== 'step' && key !== 'template')).toEqual(
        [],
      );
    }
  });

  test('the application log names nobody and holds no status', () => {
    const text = lines.join('\n');
    expect(text).not.toContain(taken);
    expect(text).not.toContain(TAKEN);
    expect(text).not.toContain(id);
  });

  test('deliveries of the stress check are told apart from no other reminder', async () => {
    const rows = await bot.store.db
      .selectFrom('deliveries')
      .innerJoin('delivery_jobs', 'delivery_jobs.id', 'deliveries.job_id')
      .select(['deliveries.dedupe_key', 'delivery_jobs.kind', 'delivery_jobs.id', 'delivery_jobs.created_by'])
      .execute();
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      expect(row.kind).toBe('reminders');
      expect(row.created_by).toBe('system');
      expect(row.id).toMatch(/^reminders:\d{4}-\d\d-\d\d$/);
      expect(row.dedupe_key).toMatch(/^reminders:[0-9a-f-]{36}$/);
      expect(row.dedupe_key).not.toContain(id);
    }
  });

  test('nor by the deliveries command', async () => {
    const file = `${freshDirectory()}/deliveries.db`;
    const copy = await openStore(file);
    const [jobs, sent] = [
      await bot.store.db.selectFrom('delivery_jobs').selectAll().execute(),
      await bot.store.db.selectFrom('deliveries').selectAll().execute(),
    ];
    await copy.write(async (tx) => {
      await tx.insertInto('delivery_jobs').values(jobs).execute();
      for (const row of sent) await tx.insertInto('deliveries').values(row).execute();
    });
    await copy.close();
    const said: string[] = [];
    const around = {
      databaseFile: file,
      say: (line: string) => said.push(line),
      complain: (line: string) => said.push(line),
    };
    expect(await runDeliveries(['--json'], around)).toBe(0);
    expect(await runDeliveries([], around)).toBe(0);
    expect(said.length).toBeGreaterThan(10);
    expect(said.join('\n')).not.toMatch(/stress|ストレス/i);
    expect(said.join('\n')).not.toContain(id);
  });

  test('a file made for the stress_admin is found by its own random address alone', async () => {
    await importTaken(bot, id, listOf(['999999']));
    const rows = await bot.store.db.selectFrom('file_links').selectAll().execute();
    const own = rows.filter(({ owner }) => owner === STRESS_ADMIN);
    expect(own.length).toBeGreaterThan(0);
    // Neither the stored hash, nor an id, nor a guess opens it.
    for (const guess of [own[0]?.token_hash ?? '', id, STRESS_ADMIN, ''])
      expect(await linkedFile(bot.store.db, guess, new Date('2026-12-08T01:00:00Z'))).toBeNull();
    expect(rows.filter(({ owner }) => owner !== STRESS_ADMIN)).toEqual([]);
  });

  test('people are told the same text, whoever they are; only their own record differs', async () => {
    const received = await bot.deliver();
    const texts = received
      .filter(({ card }) => textsIn(card).includes('ストレスチェック'))
      .map(({ card }) => textsIn(card));
    expect(new Set(texts.map((text) => text.replaceAll(/期限：.*|あと\d+開庁日|.*まで/g, ''))).size).toBe(1);
  });
});
