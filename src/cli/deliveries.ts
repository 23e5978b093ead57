// Shows who was sent what, and how it ended: npm run -s deliveries -- [--json] [--job ID]
import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { DatabaseMissing, nameOfDatabase, openForReading } from '../db/open';
import { type Delivery, deliveryTexts, findDeliveries, type JobId, jobId } from '../delivery';
import { endWithReader } from './closed-pipe';

const texts = deliveryTexts('ja');

export interface Surroundings {
  readonly databaseFile: string;
  say(line: string): void;
  complain(line: string): void;
}

/**
 * Lists the messages in the outbox, one for each recipient, without changing the database; changes of messages are left
 * out. The exit code is 1 when there is no database that can be read, or the options are wrong.
 */
export async function runDeliveries(args: readonly string[], around: Surroundings): Promise<0 | 1> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    around.complain(options);
    return 1;
  }
  try {
    const deliveries = await readDeliveries(around.databaseFile, options.job);
    for (const line of options.json ? deliveries.map(jsonLine) : table(deliveries)) around.say(line);
    return 0;
  } catch (error) {
    around.complain(whyUnreadable(error, nameOfDatabase(around.databaseFile)));
    return 1;
  }
}

/** What is wrong, or the options. */
function readOptions(
  args: readonly string[],
): string | { readonly json: boolean; readonly job: JobId | null } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, job: { type: 'string' } },
    });
    const job = jobId.optional().safeParse(values.job);
    if (!job.success) return texts.list.badJob(values.job ?? '');
    return { json: values.json, job: job.data ?? null };
  } catch {
    return texts.list.usage;
  }
}

async function readDeliveries(file: string, job: JobId | null): Promise<Delivery[]> {
  const database = await openForReading(file);
  try {
    return (await findDeliveries(database.db, job)).filter((delivery) => delivery.kind === 'send');
  } finally {
    await database.close();
  }
}

function whyUnreadable(error: unknown, file: string): string {
  if (error instanceof DatabaseMissing) return texts.list.noDatabase(file);
  return texts.list.unreadable(file, error instanceof Error ? error.message : String(error));
}

const jsonLine = ({ job, recipient, state, attempts, activityId }: Delivery): string =>
  JSON.stringify({ job, recipient, state, attempts, activityId });

function table(deliveries: readonly Delivery[]): string[] {
  if (deliveries.length === 0) return [texts.list.none];
  const { job, recipient, state, attempts, error } = texts.list.headings;
  const rows = deliveries.map((delivery) => [
    delivery.job,
    delivery.recipient,
    texts.state[delivery.state],
    String(delivery.attempts),
    [delivery.error, delivery.possiblyDoubled ? texts.list.possiblyDoubled : null].filter(Boolean).join('、'),
  ]);
  return [...aligned([[job, recipient, state, attempts, error], ...rows]), '', totals(deliveries)];
}

function totals(deliveries: readonly Delivery[]): string {
  const counts = Map.groupBy(deliveries, (delivery) => delivery.state);
  const parts = [...counts].map(([state, of]) => `${texts.state[state]} ${of.length}`);
  return texts.list.total(parts.join('、'), deliveries.length);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Columns in a terminal: Japanese characters take two. */
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2E7F' ? 2 : 1), 0);

if (require.main === module) {
  endWithReader();
  runDeliveries(process.argv.slice(2), {
    // Only where the database is matters here; the rest of the server's settings may be absent.
    databaseFile: readConfig({ DATABASE_FILE: process.env.DATABASE_FILE }).databaseFile,
    say: console.log,
    complain: console.error,
  }).then((code) => {
    process.exitCode = code;
  });
}
