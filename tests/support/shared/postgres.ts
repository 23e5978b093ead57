import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openStore } from '../../../src/db/open';
import { seedSample } from './sample';
import type { Content, Filled } from './sqlite-images';

/**
 * Databases on the PostgreSQL server of the tests: schemas which go from test to test, since it takes 0.6 s to make the
 * tables of one, and 20 ms to put into them again what they held at first.
 */
const free: string[] = [];
const templates = new Map<Filled, Promise<string>>();
let ownDatabase: Promise<string> | null = null;

/** The address of a database for one test, which gives it back afterwards. */
export async function takeDatabase(server: string, content: Content): Promise<string> {
  // Writes are told to all of a database, so that one of another process would be heard by the tests of this one.
  ownDatabase ??= newDatabase(server);
  return takeSchema(await ownDatabase, content);
}

async function takeSchema(database: string, content: Content): Promise<string> {
  if (content === 'nothing') return addressOf(database, await newSchema(database));
  const template = await templateOf(database, content);
  const schema = (await firstUnused(database, template)) ?? (await newSchema(database, 'tables'));
  await connected(database, (client) => client.query(fillLike(template, schema)));
  return addressOf(database, schema);
}

export const giveBack = (address: string): void => {
  free.push(new URL(address).searchParams.get('application_name') ?? '');
};

async function newDatabase(server: string): Promise<string> {
  const url = new URL(server);
  url.pathname = uniqueName();
  await connected(server, (client) => client.query(`create database ${url.pathname.slice(1)}`));
  return url.href;
}

const uniqueName = (): string => `test_${randomUUID().replaceAll('-', '')}`;

function templateOf(database: string, content: Filled): Promise<string> {
  const template = templates.get(content) ?? newSchema(database, content);
  templates.set(content, template);
  return template;
}

async function newSchema(database: string, content: Content = 'nothing'): Promise<string> {
  const schema = uniqueName();
  await connected(database, (client) => client.query(`create schema ${schema}`));
  if (content === 'nothing') return schema;
  const store = await openStore(addressOf(database, schema));
  if (content === 'sample') await seedSample(store);
  await store.close();
  return schema;
}

/** Sessions are told by their application's name. */
function addressOf(database: string, schema: string): string {
  const url = new URL(database);
  url.searchParams.set('options', `-c search_path=${schema}`);
  url.searchParams.set('application_name', schema);
  return url.href;
}

/** Of those given back: one that no session has open any more, and whose tables and triggers no test has changed. */
async function firstUnused(database: string, template: string): Promise<string | null> {
  const candidates = free.splice(0);
  const { rows } = await connected(database, (client) =>
    client.query<{ schema: string }>(
      `select schema from unnest($1::text[]) as schema
       where not exists (select from pg_stat_activity where application_name = schema)
         and ${partsOf('schema')} = ${partsOf('$2')} limit 1`,
      [candidates, template],
    ),
  );
  const found = rows[0]?.schema ?? null;
  free.push(...candidates.filter((schema) => schema !== found));
  return found;
}

/** How many columns, triggers and functions there are. */
const partsOf = (schema: string): string => `(
  select array[
    (select count(*) from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = namespace.oid),
    (select count(*) from pg_trigger join pg_class on pg_class.oid = tgrelid where relnamespace = namespace.oid),
    (select count(*) from pg_proc where pronamespace = namespace.oid)
  ] from pg_namespace as namespace where nspname = ${schema})`;

/** Triggers and references are off meanwhile, so that neither what may only be added to nor an order stands in the way. */
const fillLike = (template: string, schema: string): string => `
  do $$
  declare
    name text;
  begin
    set local session_replication_role = replica;
    for name in select tablename from pg_tables where schemaname = '${schema}' loop
      if pg_relation_size(format('${schema}.%I', name)) > 0 then
        execute format('truncate ${schema}.%I cascade', name);
      end if;
    end loop;
    for name in select tablename from pg_tables where schemaname = '${template}' loop
      if pg_relation_size(format('${template}.%I', name)) > 0 then
        execute format('insert into ${schema}.%1$I select * from ${template}.%1$I', name);
      end if;
    end loop;
    for name in select distinct sequencename from pg_sequences
      where schemaname in ('${schema}', '${template}') and last_value is not null
    loop
      execute format('select setval(''${schema}.%1$I'', last_value, is_called) from ${template}.%1$I', name);
    end loop;
  end $$`;

async function connected<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(database);
  await client.connect();
  return work(client).finally(() => client.end());
}
