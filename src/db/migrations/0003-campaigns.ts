import { createTables, run } from './ddl';
import type { Migration } from './migration';

/**
 * What HR asks of people by a day. No column can hold what anybody answered, a result or a wish. Kept for:
 *
 * - campaigns: three years after their 年度 (what was asked, of whom, when; no person but the ones who ran it).
 * - campaign_members: whether a person has handed in, so that nobody is reminded in vain; until the end of the 年度 after.
 * - campaign_meetings: the day on which two people met, as each says; as long as the members.
 * - campaign_imports: how many a file matched, so that it can be undone; as long as the members.
 * - campaign_awaited_files: for which campaign a person's next file is meant; ten minutes.
 */
const tables = [
  `campaigns (
    id text primary key, template text not null, title text not null, fiscal_year integer not null,
    state text not null check (state in ('draft', 'scheduled', 'running', 'paused', 'ended')),
    audience text not null, opens_on text not null, due_on text not null, link text, cadence text not null, texts text not null,
    manager_view text not null check (manager_view in ('nothing', 'names')), escalate_after integer, specific text not null,
    copied_from text, created_by text not null, created_at text not null, started_by text, started_at text,
    opened_at text, ended_by text, ended_at text)`,
  `campaign_members (
    campaign_id text not null references campaigns (id), employee text not null, joined_on text not null,
    state text not null check (state in ('open', 'done', 'left')),
    done_by text check (done_by in ('self', 'import', 'proxy', 'meeting')), done_at text, recorded_by text, import_id text,
    primary key (campaign_id, employee), check ((state = 'done') = (done_by is not null)))`,
  `campaign_meetings (
    campaign_id text not null references campaigns (id), employee text not null, evaluator text,
    employee_day text, employee_at text, evaluator_day text, evaluator_at text,
    primary key (campaign_id, employee))`,
  `campaign_imports (
    id text primary key, campaign_id text not null references campaigns (id), at text not null, imported_by text not null,
    recorded integer not null, undone_at text)`,
  `campaign_awaited_files (
    person text primary key, campaign_id text not null references campaigns (id), until text not null)`,
];

const indexes = [
  `create index campaigns_state on campaigns (state)`,
  `create index campaign_members_employee on campaign_members (employee)`,
  `create index campaign_members_import on campaign_members (import_id) where import_id is not null`,
];

/** Campaigns, who is in them and how far they are. */
export const campaigns: Migration = {
  version: 3,
  name: 'campaigns',
  async up(db) {
    await createTables(db, tables);
    await run(db, indexes);
  },
};
