// Imports the organisation's own data: npm run import -- <kind> FILE [--dry-run] [--replace] [--mapping column=heading]
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { systemClock } from '../core/clock';
import { err, ok, type Result } from '../core/result';
import { openStore, type Store } from '../db/open';
import { createAudit } from '../features/audit';
import { grantToSamples } from '../features/grants';
import { seedSamplePairs } from '../features/mentoring';
import {
  allDatasets,
  applyImport,
  type Dataset,
  datasetNamed,
  differenceLines,
  type EntraJoin,
  type ImportPlan,
  importDirectory,
  type Mapping,
  mappingFor,
  planEntraImport,
  planImport,
  problemLine,
  readTableFile,
  recordsTexts,
  rememberMapping,
  type Table,
  withChoices,
} from '../features/records';

const DATA = path.join(__dirname, '../../data');
const ENTRA_USERS = 'entra-users';
const texts = recordsTexts('ja');

interface Command {
  /** Null for the list of Entra users, which is joined to the employees. */
  readonly dataset: Dataset | null;
  readonly file: string;
  readonly dryRun: boolean;
  readonly replace: boolean;
  /** As given: a column by its name or label, and a heading. */
  readonly mapping: readonly { readonly column: string; readonly heading: string }[];
}

export interface Surroundings {
  readonly databaseFile: string;
  /** What an empty database is filled from first, as the server would. */
  readonly dataDirectory: string;
  say(line: string): void;
  complain(line: string): void;
}

/** Runs the command; the exit code is 1 when the file or the options have any problem, and then nothing was changed. */
export async function runImport(args: readonly string[], around: Surroundings): Promise<0 | 1> {
  const command = readCommand(args);
  if (!command.ok) {
    around.complain(`${command.error}\n${usage()}`);
    return 1;
  }
  const table = await readTable(command.value.file);
  if (!table.ok) {
    around.complain(table.error);
    return 1;
  }
  const store = await openStore(around.databaseFile);
  try {
    const done =
      (await prepared(store, around)) && (await importTable(store, command.value, table.value, around));
    return done ? 0 : 1;
  } finally {
    await store.close();
  }
}

const usage = (): string =>
  texts.command.usage([...allDatasets.map(({ name }) => name), ENTRA_USERS].join(' / '));

function readCommand(args: readonly string[]): Result<Command, string> {
  const t = texts.command;
  const given = parseOptions(args);
  if (!given.ok) return given;
  const { values, positionals } = given.value;
  const [kind, file, ...rest] = positionals;
  if (kind === undefined || file === undefined || rest.length > 0) return err(t.noKindOrFile);
  const dataset = kind === ENTRA_USERS ? null : datasetNamed(kind);
  if (dataset === null && kind !== ENTRA_USERS) return err(t.unknownKind(kind));
  const mapping: { column: string; heading: string }[] = [];
  for (const choice of values.mapping ?? []) {
    const at = choice.indexOf('=');
    if (at < 1 || at === choice.length - 1) return err(t.badMapping(choice));
    mapping.push({ column: choice.slice(0, at), heading: choice.slice(at + 1) });
  }
  const { replace = false, 'dry-run': dryRun = false } = values;
  if (dataset === null && replace) return err(t.notHere('--replace'));
  if (dataset === null && mapping.length > 0) return err(t.notHere('--mapping'));
  return ok({ dataset, file, dryRun, replace, mapping });
}

function parseOptions(args: readonly string[]) {
  try {
    return ok(
      parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          'dry-run': { type: 'boolean' },
          replace: { type: 'boolean' },
          mapping: { type: 'string', multiple: true },
        },
      }),
    );
  } catch (error) {
    return err(texts.command.unknownOption(error instanceof Error ? error.message : String(error)));
  }
}

async function readTable(file: string): Promise<Result<Table, string>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return err(texts.command.noFile(file));
  }
  const table = await readTableFile(bytes);
  return table.ok ? table : err(`${file}: ${table.error.ja}`);
}

/** A first import before the first start must find the database that the start would have made. */
async function prepared(store: Store, { dataDirectory, complain }: Surroundings): Promise<boolean> {
  const seeded = await importDirectory(store, dataDirectory, {
    actor: 'cli',
    clock: systemClock,
    audit: createAudit(),
    async alsoSeed(tx) {
      await grantToSamples(tx, systemClock.now());
      await seedSamplePairs(tx, path.join(dataDirectory, 'mentor-pairs.csv'), systemClock.now());
    },
  });
  if (seeded.ok) return true;
  complain(texts.command.seedProblems(dataDirectory));
  for (const { file, dataset, problem } of seeded.error)
    complain(`${file} ${problemLine(dataset, problem, 'ja')}`);
  return false;
}

async function importTable(
  store: Store,
  command: Command,
  table: Table,
  around: Surroundings,
): Promise<boolean> {
  const { say, complain } = around;
  const planned = await planOf(store, command, table);
  if (!planned.ok) {
    complain(planned.error);
    return false;
  }
  const { plan, remember, notes } = planned.value;
  if (plan.problems.length > 0) {
    for (const problem of plan.problems) complain(problemLine(plan.dataset, problem, 'ja'));
    complain(texts.report.problems(plan.problems.length));
    return false;
  }
  for (const line of [...differenceLines(plan, 'ja'), ...notes]) say(line);
  if (command.dryRun) {
    say(texts.command.dryRun);
    return true;
  }
  const by = { actor: 'cli', source: path.basename(command.file), clock: systemClock, audit: createAudit() };
  const done = await store.write(async (tx) => {
    if (remember !== null) await rememberMapping(tx, plan.dataset, table.headings, remember, by);
    return applyImport(tx, plan, by);
  });
  if (!done.ok) {
    complain(done.error.ja);
    return false;
  }
  const { changeSet, confirmed, withdrawn } = done.value;
  if (changeSet !== null) say(texts.command.done(changeSet));
  if (confirmed + withdrawn > 0) say(texts.command.doneReviews);
  if (changeSet === null && confirmed + withdrawn === 0) say(texts.command.nothing);
  return true;
}

interface Planned {
  readonly plan: ImportPlan;
  /** A mapping that somebody chose, for the next file with these headings. */
  readonly remember: Mapping | null;
  readonly notes: readonly string[];
}

async function planOf(store: Store, command: Command, table: Table): Promise<Result<Planned, string>> {
  const { dataset } = command;
  if (dataset === null) {
    const { plan, join } = await planEntraImport(store.db, table);
    return ok({ plan, remember: null, notes: joinNotes(join) });
  }
  const choices: Record<string, string> = {};
  for (const { column, heading } of command.mapping) {
    const found = dataset.columns.find(({ name, label }) => [name, label.ja, label.en].includes(column));
    if (found === undefined) return err(texts.command.unknownColumn(column));
    if (!table.headings.includes(heading)) return err(texts.command.unknownHeading(heading));
    choices[found.name] = heading;
  }
  const usual = await mappingFor(store.db, dataset, table.headings);
  const { mapping, unused } = withChoices(dataset, table.headings, usual, choices);
  const plan = await planImport(store.db, {
    dataset,
    table,
    mapping,
    mode: command.replace ? 'replace' : 'merge',
  });
  return ok({
    plan,
    remember: command.mapping.length > 0 ? mapping : null,
    notes: unused.length > 0 ? [texts.report.unused(unused.join('、'))] : [],
  });
}

const joinNotes = ({ unmatchedUsers, unmatchedEmployees }: EntraJoin): readonly string[] => [
  texts.report.unmatchedUsers(unmatchedUsers.length),
  ...unmatchedUsers.map(({ line, name, upn }) => `  ${texts.report.line(line)} ${name} ${upn}`),
  texts.report.unmatchedEmployees(unmatchedEmployees.length),
  ...unmatchedEmployees.map(({ id, name }) => `  ${id} ${name}`),
];

if (require.main === module) {
  runImport(process.argv.slice(2), {
    // Only where the database is matters here; the rest of the server's settings may be absent.
    databaseFile: readConfig({ DATABASE_FILE: process.env.DATABASE_FILE }).databaseFile,
    dataDirectory: DATA,
    say: console.log,
    complain: console.error,
  }).then((code) => {
    process.exitCode = code;
  });
}
