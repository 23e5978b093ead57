import { employeeId } from '../../../src/core/ids';
import { createAudit } from '../../../src/features/audit';
import { createStandingGrants } from '../../../src/features/grants';
import { employees, removeRecord, saveRecord } from '../../../src/features/records';
import { buttonData, createTestBot, shown, type TestBot } from '../../support/test-bot';

const CHIEF = '100062';
const ADMIN = '100064';
const EDITOR = '100066';
const HOLDER = '100216';
const AUDITOR = '100479';
const EMPLOYEE = '100001';
/** Works in the health section, without any role. */
const CANDIDATE = '100218';
const NOW = new Date('2026-11-24T01:00:00Z');

let office: TestBot;
beforeEach(async () => {
  office = await createTestBot();
});
afterEach(() => office.close());

const by = { actor: 'cli', source: 'test', clock: { now: () => NOW }, audit: createAudit() };

/** Writes into the roster, as an import or HR does. */
async function roster(id: string, values: Record<string, string>): Promise<void> {
  const row = await office.store.db
    .selectFrom('records')
    .select('content_hash')
    .where('dataset', '=', 'employees')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const saved = await office.store.write((tx) =>
    saveRecord(tx, employees, { id, basedOn: row.content_hash, values }, by),
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
}

const nominate = (id = CANDIDATE) => roster(id, { roles: 'stress_admin' });

async function hasRole(id: string): Promise<boolean> {
  const holders = await office.bot.directory.withRole(office.store.db, 'stress_admin', '2026-11-24' as never);
  return holders.some((one) => one.id === id);
}

/** The id of the only grant of that person that has not ended. */
async function grantOf(person: string): Promise<string> {
  const row = await office.store.db
    .selectFrom('role_grants')
    .select('id')
    .where('person', '=', person)
    .where('state', '<>', 'ended')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function grantedCandidate(): Promise<string> {
  await nominate();
  await office.tap(CHIEF, 'grants.propose', { person: CANDIDATE });
  const id = await grantOf(CANDIDATE);
  await office.tap(ADMIN, 'grants.grant', { id });
  return id;
}

const steps = async (): Promise<readonly string[]> =>
  (await office.store.db.selectFrom('audit_log').selectAll().orderBy('seq').execute())
    .filter(({ action }) => action.startsWith('role-'))
    .map(({ actor, action, subject, detail }) =>
      `${actor} ${action} ${subject} ${JSON.parse(detail).ending ?? ''}`.trim(),
    );

describe('the way to the role', () => {
  test('a nomination in the roster alone gives nothing', async () => {
    await nominate();
    expect(await hasRole(CANDIDATE)).toBe(false);
  });

  test('one proposes, another grants; both are in the audit log', async () => {
    await nominate();
    const card = await office.say(CHIEF, '役割の付与');
    expect(shown(card)).toContain('まだ提案されていません');
    const proposed = await office.tap(CHIEF, 'grants.propose', buttonData(card, 'grants.propose'));
    expect(shown(proposed)).toContain('提案しました');
    expect(() => buttonData(proposed, 'grants.grant')).toThrow();
    expect(await hasRole(CANDIDATE)).toBe(false);
    const other = await office.say(ADMIN, 'ストレスチェック担当者');
    const granted = await office.tap(ADMIN, 'grants.grant', buttonData(other, 'grants.grant'));
    expect(shown(granted)).toContain('付与しました');
    expect(await hasRole(CANDIDATE)).toBe(true);
    expect(await steps()).toEqual([
      `${CHIEF} role-proposed ${CANDIDATE}`,
      `${ADMIN} role-granted ${CANDIDATE}`,
    ]);
  });

  test('a double tap grants once', async () => {
    await nominate();
    await Promise.all([1, 2].map(() => office.tap(CHIEF, 'grants.propose', { person: CANDIDATE })));
    const id = await grantOf(CANDIDATE);
    await Promise.all([1, 2].map(() => office.tap(ADMIN, 'grants.grant', { id })));
    expect(await steps()).toHaveLength(2);
  });

  test.each([
    ['an editor of HR', EDITOR],
    ['the auditor', AUDITOR],
    ['an employee', EMPLOYEE],
    ['a holder of the role', HOLDER],
    ['the candidate', CANDIDATE],
  ])('%s can neither propose nor grant', async (_, actor) => {
    await nominate();
    expect(shown(await office.tap(actor, 'grants.propose', { person: CANDIDATE }))).toContain('管理者だけ');
    expect(await steps()).toEqual([]);
    await office.tap(CHIEF, 'grants.propose', { person: CANDIDATE });
    const id = await grantOf(CANDIDATE);
    expect(shown(await office.tap(actor, 'grants.grant', { id }))).toContain('管理者だけ');
    expect(await hasRole(CANDIDATE)).toBe(false);
    expect(await steps()).toHaveLength(1);
  });

  test('who proposed cannot grant', async () => {
    await nominate();
    await office.tap(CHIEF, 'grants.propose', { person: CANDIDATE });
    const answer = await office.tap(CHIEF, 'grants.grant', { id: await grantOf(CANDIDATE) });
    expect(shown(answer)).toContain('提案した人は付与できません');
    expect(await hasRole(CANDIDATE)).toBe(false);
  });

  test('nobody proposes or grants themself, even with a nomination that the roster should refuse', async () => {
    const answer = await office.tap(ADMIN, 'grants.propose', { person: ADMIN });
    expect(shown(answer)).toContain('自分に役割を付与することはできません');
  });

  test('nobody whom the roster does not name can be proposed', async () => {
    const answer = await office.tap(CHIEF, 'grants.propose', { person: EMPLOYEE });
    expect(shown(answer)).toContain('名簿の候補ではない');
    expect(await steps()).toEqual([]);
  });

  test.each(['', 'x', '00000000-0000-4000-8000-000000000000', '100216'])(
    'a made-up grant %p is none',
    async (id) => {
      for (const actor of [ADMIN, EMPLOYEE]) {
        for (const verb of ['grants.grant', 'grants.end'])
          await office.tap(actor, verb, { id, person: CANDIDATE });
      }
      expect(await hasRole(HOLDER)).toBe(true);
      expect(await steps()).toEqual([]);
    },
  );

  test('the database itself refuses a grant by the proposer or the person', async () => {
    await nominate();
    await office.tap(CHIEF, 'grants.propose', { person: CANDIDATE });
    for (const granted_by of [CHIEF, CANDIDATE]) {
      const cheat = office.store.db
        .updateTable('role_grants')
        .set({ state: 'standing', granted_by })
        .where('person', '=', CANDIDATE)
        .execute();
      await expect(cheat).rejects.toThrow(/CHECK/);
    }
  });
});

describe('the end', () => {
  test.each([
    ['the proposer', CHIEF, 'revoked'],
    ['the other administrator', ADMIN, 'revoked'],
    ['the person', CANDIDATE, 'resigned'],
  ])('%s alone can end it, and it ends at once', async (_, actor, ending) => {
    const id = await grantedCandidate();
    await office.tap(actor, 'grants.end', { id });
    expect(await hasRole(CANDIDATE)).toBe(false);
    expect((await steps()).at(-1)).toBe(`${actor} role-ended ${CANDIDATE} ${ending}`);
    expect(shown(await office.tap(actor, 'grants.end', { id }))).not.toBe('');
    expect(await steps()).toHaveLength(3);
  });

  test.each([EDITOR, AUDITOR, EMPLOYEE, HOLDER])('%s cannot end it', async (actor) => {
    const id = await grantedCandidate();
    await office.tap(actor, 'grants.end', { id });
    expect(await hasRole(CANDIDATE)).toBe(true);
  });

  test('a holder sees only their own grant', async () => {
    await grantedCandidate();
    const own = shown(await office.say(CANDIDATE, '役割の付与'));
    expect(own).toContain('役割を返す');
    expect(own).not.toContain('例田 真由美');
    expect(shown(await office.say(EMPLOYEE, '役割の付与'))).toContain('管理者だけ');
    expect(shown(await office.say(EDITOR, '役割の付与'))).toContain('管理者だけ');
  });
});

describe('人事権', () => {
  const AUTHORITY: readonly (readonly [string, () => Promise<void>])[] = [
    ['evaluates somebody', () => roster(EMPLOYEE, { first_evaluator: CANDIDATE })],
    ['is the second evaluator of somebody', () => roster(EMPLOYEE, { second_evaluator: CANDIDATE })],
  ];

  test.each(AUTHORITY)('who %s can be neither proposed nor granted', async (_, change) => {
    await nominate();
    await office.tap(CHIEF, 'grants.propose', { person: CANDIDATE });
    const id = await grantOf(CANDIDATE);
    await change();
    expect(shown(await office.tap(ADMIN, 'grants.grant', { id }))).toContain('人事権を持つ人');
    await office.tap(ADMIN, 'grants.end', { id });
    expect(shown(await office.tap(CHIEF, 'grants.propose', { person: CANDIDATE }))).toContain(
      '人事権を持つ人',
    );
    expect(await hasRole(CANDIDATE)).toBe(false);
  });

  test.each(AUTHORITY)('who %s after the grant loses the role at once, and for good', async (_, change) => {
    await grantedCandidate();
    await change();
    expect(await hasRole(CANDIDATE)).toBe(false);
    await office.bot.sweep();
    expect((await steps()).at(-1)).toBe(`system role-ended ${CANDIDATE} lapsed`);
    await roster(EMPLOYEE, { first_evaluator: '', second_evaluator: '' });
    expect(await hasRole(CANDIDATE)).toBe(false);
  });

  test.each([
    ['manages a section', { manages: '健康推進課' }],
    ['stands in for a manager', { deputy_of: CHIEF }],
    ['edits for HR', { roles: 'stress_admin|hr_editor' }],
    ['moves to the HR section', { section: '人事課' }],
    ['works for the HR section as well', { concurrent_section: '総務部人事課' }],
  ])(
    'who %s is refused by the roster, and by the directory when a roster slips through',
    async (_, values) => {
      await grantedCandidate();
      await expect(roster(CANDIDATE, values)).rejects.toThrow('ストレスチェック実施事務従事者は');
      // As an older program, or a hand in the database, could have left it.
      const row = await office.store.db
        .selectFrom('records')
        .select('cells')
        .where('dataset', '=', 'employees')
        .where('id', '=', CANDIDATE)
        .executeTakeFirstOrThrow();
      await office.store.write(async (tx) => {
        await tx
          .updateTable('records')
          .set({ cells: JSON.stringify({ ...JSON.parse(row.cells), ...values }) })
          .where('dataset', '=', 'employees')
          .where('id', '=', CANDIDATE)
          .execute();
        await tx
          .updateTable('dataset_revisions')
          .set((eb) => ({ revision: eb('revision', '+', 1) }))
          .where('dataset', '=', 'employees')
          .execute();
      });
      expect(await hasRole(CANDIDATE)).toBe(false);
    },
  );

  test('whoever shows none of that keeps it: the checks above can fail', async () => {
    await grantedCandidate();
    await roster(EMPLOYEE, { first_evaluator: ADMIN });
    expect(await hasRole(CANDIDATE)).toBe(true);
  });
});

describe('the account', () => {
  test('whoever gets the holder’s row of the roster by another account has no role', async () => {
    await grantedCandidate();
    await roster(CANDIDATE, { aad_object_id: '11111111-1111-4111-8111-111111111111' });
    expect(await hasRole(CANDIDATE)).toBe(false);
  });

  test('nor does one whose nomination was taken back', async () => {
    await grantedCandidate();
    await roster(CANDIDATE, { roles: '' });
    expect(await hasRole(CANDIDATE)).toBe(false);
    await office.bot.sweep();
    await nominate();
    expect(await hasRole(CANDIDATE)).toBe(false);
  });

  test('nor one who has left', async () => {
    await grantedCandidate();
    await office.store.write((tx) => removeRecord(tx, employees, CANDIDATE, by));
    expect(await hasRole(CANDIDATE)).toBe(false);
  });
});

describe('the sample', () => {
  test('has a person with the role on the local page', async () => {
    expect(await hasRole(HOLDER)).toBe(true);
    expect(shown(await office.say(CHIEF, '役割の付与'))).toContain('見本。本番では');
  });

  test('counts for nothing with an app id, until two have granted it', async () => {
    const live = createStandingGrants(office.store, { countSamples: false });
    expect((await live(office.store.db)).has(employeeId.parse(HOLDER))).toBe(false);
    const real = await createTestBot({ live: false });
    const grants = createStandingGrants(real.store, { countSamples: false });
    expect(shown(await real.say(CHIEF, '役割の付与'))).toContain('まだ提案されていません');
    await real.tap(CHIEF, 'grants.propose', { person: HOLDER });
    expect((await grants(real.store.db)).size).toBe(0);
    const card = await real.say(ADMIN, '役割の付与');
    await real.tap(ADMIN, 'grants.grant', buttonData(card, 'grants.grant'));
    expect([...(await grants(real.store.db)).keys()]).toEqual([HOLDER]);
    await real.close();
  });
});
