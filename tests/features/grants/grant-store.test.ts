import { randomUUID } from 'node:crypto';
import { aadObjectId, campaignId, employeeId } from '../../../src/core/ids';
import type { Store } from '../../../src/db/open';
import { grantId } from '../../../src/features/grants';
import {
  insertProposal,
  insertSample,
  lockGrant,
  recordEnded,
  recordGranted,
  standingAccounts,
} from '../../../src/features/grants/grant-store';
import {
  insertNotice,
  insertPublication,
  lockPublications,
  publications,
} from '../../../src/features/stress-check/stress-check-store';
import { databaseLocation, openTestStore } from '../../support/databases';

const [person, first, second] = ['100216', '100062', '100064'].map((id) => employeeId.parse(id));
const account = aadObjectId.parse(randomUUID());
const AT = new Date('2026-11-24T01:00:00Z');
if (person === undefined || first === undefined || second === undefined) throw new Error('no people');

let store: Store;
beforeEach(async () => {
  store = await openTestStore(await databaseLocation());
});
afterEach(() => store.close());

const newId = () => grantId.parse(randomUUID());

test('one grant a person is alive; an ended one makes room', async () => {
  const proposal = { id: newId(), person, account, proposedBy: first };
  expect(await store.write((tx) => insertProposal(tx, proposal, AT))).toBe(true);
  expect(await store.write((tx) => insertProposal(tx, { ...proposal, id: newId() }, AT))).toBe(false);
  expect((await standingAccounts(store.db, true)).size).toBe(0);
  await store.write((tx) => recordGranted(tx, proposal.id, second, AT));
  expect([...(await standingAccounts(store.db, false))]).toEqual([[person, account]]);
  await store.write((tx) => recordEnded(tx, proposal.id, { by: 'system', at: AT, ending: 'lapsed' }));
  expect((await standingAccounts(store.db, true)).size).toBe(0);
  expect(await store.write((tx) => lockGrant(tx, proposal.id))).toMatchObject({
    status: { kind: 'ended', ending: 'lapsed' },
  });
  expect(await store.write((tx) => insertProposal(tx, { ...proposal, id: newId() }, AT))).toBe(true);
});

test.each([first, person])('the database refuses %s as the second person', async (by) => {
  const proposal = { id: newId(), person, account, proposedBy: first };
  await store.write((tx) => insertProposal(tx, proposal, AT));
  await expect(store.write((tx) => recordGranted(tx, proposal.id, by, AT))).rejects.toThrow(/check/i);
});

test('a sample counts only where samples do', async () => {
  await store.write((tx) => insertSample(tx, { id: newId(), person, account }, AT));
  expect((await standingAccounts(store.db, true)).size).toBe(1);
  expect((await standingAccounts(store.db, false)).size).toBe(0);
});

test('rates and the message are given once a campaign', async () => {
  const campaign = campaignId.parse(randomUUID());
  await store.write((tx) =>
    tx
      .insertInto('campaigns')
      .values({
        id: campaign,
        template: 'stress_check',
        title: 'x',
        fiscal_year: 2026,
        state: 'ended',
        audience: '{}',
        opens_on: '2026-08-03',
        due_on: '2026-08-31',
        link: null,
        cadence: '{}',
        texts: '{}',
        manager_view: 'nothing',
        escalate_after: null,
        specific: '{}',
        copied_from: null,
        created_by: person,
        created_at: AT.toISOString(),
        started_by: null,
        started_at: null,
        opened_at: null,
        ended_by: null,
        ended_at: null,
      })
      .execute(),
  );
  const given = { campaign, least: 1, groups: [], regions: [['100001']] };
  const publishOnce = () =>
    store.write(async (tx) => {
      await lockPublications(tx);
      return insertPublication(tx, given, person, AT);
    });
  expect([await publishOnce(), await publishOnce()]).toEqual([true, false]);
  expect(await publications(store.db)).toEqual([{ ...given, least: 10, at: AT }]);
  const notify = () => store.write((tx) => insertNotice(tx, campaign, person, AT));
  expect([await notify(), await notify()]).toEqual([true, false]);
});
