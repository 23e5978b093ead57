import { appendOnly, createTables, run, type Words, wordsOf } from './ddl';
import type { Migration } from './migration';

const tables = ({ key, bigint, bytes }: Words): string[] => [
  `audit_log (
    seq ${key}, at text not null, actor text not null, action text not null,
    subject text not null, detail text not null)`,
  `conversations (
    aad_object_id text primary key, conversation_id text not null, service_url text not null, reference text not null,
    locale text not null, updated_at text not null)`,
  `delivery_jobs (id text primary key, kind text not null, created_at text not null, created_by text not null)`,
  `deliveries (
    id ${key}, job_id text not null references delivery_jobs (id), dedupe_key text not null unique,
    kind text not null check (kind in ('send', 'update', 'delete')), recipient text not null,
    target ${bigint} references deliveries (id), payload text not null, not_before text not null, priority integer not null default 0,
    state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'failed', 'cancelled', 'unreachable')),
    attempts integer not null default 0, possibly_doubled integer not null default 0,
    backoff_ms integer not null default 0, cancel_requested integer not null default 0, claim_token text, lease_until_ms ${bigint},
    retry_at_ms ${bigint} not null default 0, activity_id text, conversation_id text, error text, created_at text not null, ended_at text,
    check ((kind = 'send') = (target is null)))`,
  `records (
    dataset text not null, id text not null, position integer not null, cells text not null, content_hash text not null,
    primary key (dataset, id))`,
  `employees (id text primary key, aad_object_id text unique, mail text not null, section text not null)`,
  `change_sets (
    id text primary key, at text not null, actor text not null, dataset text not null, source text not null,
    undone_at text, undone_by text)`,
  `changes (
    seq ${key}, change_set_id text not null references change_sets (id), record_id text not null,
    before text, after text)`,
  `confirmations (
    dataset text not null, record_id text not null, content_hash text not null, confirmed_by text not null, confirmed_at text not null,
    primary key (dataset, record_id))`,
  `dataset_revisions (dataset text primary key, revision integer not null)`,
  `column_mappings (
    dataset text not null, headings_hash text not null, mapping text not null, updated_by text not null, updated_at text not null,
    primary key (dataset, headings_hash))`,
  `uploads (
    id text primary key, owner text not null, name text not null, dataset text, content text not null, created_at text not null)`,
  `inquiries (
    id text primary key, asker text not null, text text not null, state text not null check (state in ('open', 'answered', 'withdrawn')),
    asked_at text not null, answered_by text, answered_at text, answer text, faq_id text)`,
  `feedback_counts (
    month text not null, topic text not null, kind text not null, count integer not null, primary key (month, topic, kind))`,
  `feedback_texts (id text primary key, month text not null, kind text not null, text text not null, done integer not null default 0)`,
  `file_links (
    token_hash text primary key, owner text not null, name text not null, media_type text not null, content ${bytes} not null,
    expires_at text not null)`,
  `settings (key text primary key, value text not null)`,
];

const indexes = [
  `create index deliveries_due on deliveries (priority, not_before, id) where state = 'pending'`,
  `create index deliveries_leased on deliveries (lease_until_ms) where state = 'sending'`,
  `create index deliveries_job on deliveries (job_id, state)`,
  `create index deliveries_target on deliveries (target) where target is not null`,
  `create index changes_set on changes (change_set_id)`,
  `create index changes_record on changes (record_id)`,
  `create index employees_section on employees (section)`,
  `create index inquiries_state on inquiries (state, asked_at)`,
];

/** The first tables: outbox, audit, datasets with history, inquiries, feedback, links. */
export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  async up(db) {
    await createTables(db, tables(wordsOf(db)));
    await run(db, indexes);
    await appendOnly(db, 'audit_log', 'seq');
  },
};
