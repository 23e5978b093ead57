import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dayOf } from '../../../src/core/calendar/day';
import { employeeId } from '../../../src/core/ids';
import type { AttachedFile, CardJson, Locale, Message, Reply } from '../../../src/core/turn';
import { openStore, type Store } from '../../../src/db/open';
import { createAudit } from '../../../src/features/audit';
import type { Person, Role, Scene } from '../../../src/features/directory';
import { createEditing, type Editing, type EditingRequest } from '../../../src/features/editing';
import { linkedFile } from '../../../src/features/file-links';
import { type Dataset, importDirectory } from '../../../src/features/records';

const DATA = path.join(__dirname, '../../../data');
/** Most of the sample data; the thousands of training records would only take time. */
const SEEDED = ['plan', 'contacts', 'courses', 'employees', 'faq', 'offerings', 'synonyms', 'holidays'];

const SEED_FOLDER = mkdtempSync(path.join(tmpdir(), 'editing-'));
const SEED = path.join(SEED_FOLDER, 'seeded.db');
afterAll(() => rmSync(SEED_FOLDER, { recursive: true }));
const open: Store[] = [];
let copies = 0;

async function seed(): Promise<void> {
  for (const name of SEEDED) cpSync(path.join(DATA, `${name}.csv`), path.join(SEED_FOLDER, `${name}.csv`));
  const store = await openStore(SEED);
  const clock = { now: () => new Date('2026-11-01T00:00:00Z') };
  const done = await importDirectory(store, SEED_FOLDER, { actor: 'system', clock, audit: createAudit() });
  if (!done.ok) throw new Error(JSON.stringify(done.error[0]));
  await store.close();
  if (existsSync(`${SEED}-wal`)) throw new Error('the seeded database is not in one file');
}

/** A store of its own for each test, filled with the sample data. */
export async function sampleStore(): Promise<Store> {
  if (!existsSync(SEED)) await seed();
  const copy = path.join(SEED_FOLDER, `${++copies}.db`);
  copyFileSync(SEED, copy);
  return keep(await openStore(copy));
}

export const emptyStore = async (): Promise<Store> => keep(await openStore(':memory:'));

function keep(store: Store): Store {
  open.push(store);
  return store;
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

export interface Office {
  readonly store: Store;
  readonly editing: Editing;
  /** Moves the clock on; it stands still otherwise. */
  later(minutes: number): void;
  /** The chat of an employee with these roles. */
  as(employee: string, ...roles: Role[]): Desk;
  cells(dataset: Dataset, id: string): Promise<Readonly<Record<string, string>> | null>;
  isConfirmed(dataset: Dataset, id: string): Promise<boolean>;
  count(dataset: Dataset): Promise<number>;
  audited(): Promise<readonly { action: string; subject: string; actor: string; detail: string }[]>;
}

export function officeWith(store: Store): Office {
  let now = new Date('2026-11-24T01:00:00Z');
  const clock = { now: () => now };
  const publicUrl = () => 'https://navi.example.jp';
  const editing = createEditing({ store, clock, audit: createAudit(), publicUrl });
  return {
    store,
    editing,
    later: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    as: (employee, ...roles) => new Desk(editing, store, () => now, personWith(employee, roles)),
    async cells(dataset, id) {
      const row = await store.db
        .selectFrom('records')
        .select('cells')
        .where('dataset', '=', dataset.name)
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : JSON.parse(row.cells);
    },
    async isConfirmed(dataset, id) {
      const row = await store.db
        .selectFrom('records')
        .innerJoin('confirmations', (join) =>
          join
            .onRef('confirmations.dataset', '=', 'records.dataset')
            .onRef('confirmations.record_id', '=', 'records.id')
            .onRef('confirmations.content_hash', '=', 'records.content_hash'),
        )
        .select('records.id')
        .where('records.dataset', '=', dataset.name)
        .where('records.id', '=', id)
        .executeTakeFirst();
      return row !== undefined;
    },
    async count(dataset) {
      const rows = await store.db
        .selectFrom('records')
        .select('id')
        .where('dataset', '=', dataset.name)
        .execute();
      return rows.length;
    },
    audited: () =>
      store.db
        .selectFrom('audit_log')
        .select(['action', 'subject', 'actor', 'detail'])
        .where('actor', '!=', 'system')
        .orderBy('seq')
        .execute(),
  };
}

const personWith = (id: string, roles: readonly Role[]): Person => ({
  id: employeeId.parse(id),
  aadObjectId: null,
  name: `職員${id}`,
  kana: '',
  department: '総務部',
  section: roles.includes('hr_editor') || roles.includes('hr_admin') ? '人事課' : '市民課',
  position: '主事',
  level: 'staff',
  jobType: 'clerical',
  birthDate: null,
  hiredOn: null,
  leads: roles.includes('manager') ? ['市民課'] : [],
  roles: new Set(roles),
  employment: 'regular',
  weeklyHours: 38.75,
  concurrentSection: null,
  firstEvaluator: null,
  secondEvaluator: null,
  leave: null,
});

type Values = Readonly<Record<string, unknown>>;
type Json = Readonly<Record<string, unknown>>;

/** One person's chat, as a client shows it: cards with inputs and buttons, and a dialog that may be open. */
export class Desk {
  locale: Locale = 'ja';
  personal = true;
  /** The card that one looks at: the last one that came, or what took its place. */
  card: CardJson | null = null;
  dialog: CardJson | null = null;
  dialogTitle = '';
  /** What the last turn said beside its card. */
  told = '';
  /** The messages of the last turn. */
  messages: readonly Message[] = [];

  constructor(
    private readonly editing: Editing,
    private readonly store: Store,
    private readonly now: () => Date,
    readonly person: Person,
  ) {}

  private get scene(): Scene {
    const turn = { activityId: 'a', conversationId: 'c', personal: this.personal };
    return { person: this.person, now: this.now(), today: dayOf(this.now()), locale: this.locale, turn };
  }

  async start(request: EditingRequest): Promise<void> {
    this.show({ messages: await this.editing.start(this.scene, request), invoke: null });
  }

  async send(...files: AttachedFile[]): Promise<void> {
    this.show(await this.editing.receiveFiles(this.scene, files));
  }

  /** Taps a button of the card one looks at, having filled in some of its inputs. */
  tap(title: string, typed: Values = {}): Promise<void> {
    return this.tapOn(this.card, title, typed);
  }

  async tapOn(card: CardJson | null, title: string, typed: Values = {}): Promise<void> {
    const action = actionOf(card, title);
    const data = {
      ...Object(action.data),
      ...(action.associatedInputs === 'none' ? {} : inputsOf(card)),
      ...typed,
    };
    if (action.type === 'Action.Execute') await this.act(String(action.verb), data);
    else await this.openDialog(data);
  }

  async act(verb: string, data: unknown): Promise<void> {
    this.show(await this.editing.act(this.scene, verb, data));
  }

  async openDialog(data: unknown): Promise<void> {
    this.show(await this.editing.openDialog(this.scene, data));
  }

  /** Presses a button of the open dialog. */
  submit(title: string, typed: Values = {}): Promise<void> {
    return this.submitOn(this.dialog, title, typed);
  }

  async submitOn(dialog: CardJson | null, title: string, typed: Values = {}): Promise<void> {
    const action = actionOf(dialog, title);
    const inputs = action.associatedInputs === 'none' ? {} : inputsOf(dialog);
    await this.submitData({ ...Object(action.data), ...inputs, ...typed });
  }

  async submitData(data: unknown): Promise<void> {
    this.show(await this.editing.submitDialog(this.scene, data));
  }

  private show({ messages, invoke }: Reply): void {
    this.messages = messages;
    this.told = messages.flatMap((message) => (message.kind === 'text' ? [message.text] : [])).join('\n');
    for (const message of messages) if (message.kind === 'card') this.card = message.card;
    if (invoke === null) return;
    switch (invoke.kind) {
      case 'card':
        this.card = invoke.card;
        return;
      case 'notice':
        this.told = invoke.text;
        return;
      case 'dialog':
        this.dialog = invoke.card;
        this.dialogTitle = invoke.title;
        return;
      case 'dialog-closed':
        this.dialog = null;
        this.told = invoke.text ?? this.told;
        return;
      case 'search-results':
        throw new Error('no search was made');
    }
  }

  /** All that can be read on the card. */
  get reads(): string {
    return textsOf(this.card).join('\n');
  }

  get dialogReads(): string {
    return textsOf(this.dialog).join('\n');
  }

  get buttons(): readonly string[] {
    return actionsIn(this.card).map(({ title }) => String(title));
  }

  /** Follows the link of the card, as a browser would. */
  async download(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const link = actionsIn(this.card).find(({ type }) => type === 'Action.OpenUrl');
    const token = /^https:\/\/navi\.example\.jp\/files\/([\w-]{40,})$/.exec(String(link?.url))?.[1] ?? '';
    const file = await linkedFile(this.store.db, token, this.now());
    if (file === null) throw new Error(`nothing behind ${String(link?.url)}`);
    return { name: file.name, bytes: file.content };
  }
}

export const file = (name: string, content: string | Uint8Array): AttachedFile => ({
  name,
  read: async (most) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    if (bytes.length > most) throw new Error('too large');
    return bytes;
  },
});

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function* objectsIn(value: unknown): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
  else if (isObject(value)) {
    yield value;
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') yield* objectsIn(inner);
  }
}

const actionsIn = (card: CardJson | null): readonly Json[] =>
  [...objectsIn(card)].filter(({ type }) => String(type).startsWith('Action.'));

function actionOf(card: CardJson | null, title: string): Json {
  const actions = actionsIn(card);
  const found = actions.find((action) => action.title === title);
  if (found === undefined)
    throw new Error(`no button ${title}, but ${actions.map((action) => action.title).join(', ')}`);
  return found;
}

/** What the inputs of a card hold before anybody types. */
export const inputsOf = (card: CardJson | null): Record<string, unknown> =>
  Object.fromEntries(
    [...objectsIn(card)]
      .filter(({ type }) => String(type).startsWith('Input.'))
      .map(({ id, value }) => [String(id), value === undefined ? '' : String(value)]),
  );

export const inputOf = (card: CardJson | null, id: string): Json => {
  const found = [...objectsIn(card)].find((each) => each.id === id);
  if (found === undefined) throw new Error(`no input ${id}`);
  return found;
};

const textsOf = (card: CardJson | null): readonly string[] =>
  [...objectsIn(card)].flatMap(({ type, text, title, label, value }) => [
    ...(type === 'TextBlock' ? [plain(String(text))] : []),
    ...(type === undefined || String(type).startsWith('Input.')
      ? [label, title, value].filter((each) => typeof each === 'string')
      : []),
  ]);

/** Without the escapes that keep a client from reading Markdown. */
const plain = (text: string): string =>
  text.replaceAll(/\\([\\`*_[\]<>~|#+\-.)&{])/g, '$1').replaceAll('\n\n', '\n');
