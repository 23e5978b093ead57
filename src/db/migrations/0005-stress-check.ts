import { createTables, run } from './ddl';
import type { Migration } from './migration';

/**
 * What the stress check needs beside its campaign (労働安全衛生法 第66条の10). No column can hold an answer, a result or a
 * wish. Kept for:
 *
 * - role_grants: five years after the end (who could see who has taken it, and by whose decision).
 * - stress_check_publications: rates of groups, and who was in which group, so that no later publication about the same
 *   check reveals a smaller one; until the end of the 年度 after, as the campaign's members.
 * - stress_check_notices: when everybody was told how to ask for an interview with a physician; as the campaign.
 */
const tables = [
  `role_grants (
    id text primary key, role text not null check (role in ('stress_admin')), person text not null, account text not null,
    state text not null check (state in ('proposed', 'standing', 'ended')), sample integer not null check (sample in (0, 1)),
    proposed_by text not null, proposed_at text not null, granted_by text, granted_at text, ended_by text, ended_at text,
    ending text check (ending in ('declined', 'revoked', 'resigned', 'lapsed')),
    check (granted_by is null or (granted_by <> proposed_by and granted_by <> person) or sample = 1),
    check (proposed_by <> person or sample = 1), check ((state = 'ended') = (ending is not null)),
    check (state <> 'standing' or granted_by is not null))`,
  `stress_check_publications (
    campaign_id text primary key references campaigns (id), at text not null, published_by text not null,
    least integer not null check (least >= 10), groups text not null, regions text not null)`,
  `stress_check_notices (
    campaign_id text primary key references campaigns (id), at text not null, sent_by text not null)`,
];

/** The role of 実施事務従事者 by the decision of two, published rates, and the message after the results. */
export const stressCheck: Migration = {
  version: 5,
  name: 'stress-check',
  async up(db) {
    await createTables(db, tables);
    await run(db, [
      `create unique index role_grants_live on role_grants (role, person) where state <> 'ended'`,
      `create index role_grants_state on role_grants (state)`,
    ]);
  },
};
