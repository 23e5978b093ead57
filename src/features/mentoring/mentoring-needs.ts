import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import type { Day } from '../../core/calendar/day';
import type { EmployeeId } from '../../core/ids';
import type { Reader, Store, Writer } from '../../db/open';
import type { Desk } from '../answers';
import type { Audit, AuditDetail } from '../audit';
import type { Catalogue } from '../catalogue';
import type { Directory, Person, Scene } from '../directory';
import type { SensitiveTopic } from '../sensitive';

/** An appraisal interview as a line to read, with the dialogs in which its day is recorded. */
export interface Interview {
  readonly line: string;
  readonly dialogs: readonly {
    readonly data: { readonly verb: string; readonly [key: string]: string | number };
  }[];
}

/** What mentoring needs of the rest of the house. */
export interface MentoringNeeds {
  readonly store: Store;
  readonly directory: Pick<Directory, 'everybody'>;
  readonly audit: Audit;
  readonly calendar: () => BusinessCalendar;
  /** Courses for what a mentee wants to learn are found by the catalogue's own index. */
  readonly catalogue: Pick<Catalogue, 'find'>;
  /** Whether a text sounds like distress, harassment and the like. */
  readonly recognise: (text: string) => SensitiveTopic | null;
  readonly desks: (topic: SensitiveTopic) => Promise<readonly Desk[]>;
  /** The appraisal interviews (人事評価の面談) that wait for somebody. */
  readonly interviews: (scene: Scene) => Promise<readonly Interview[]>;
  /** Address that people's browsers reach, without a trailing slash. */
  readonly publicUrl: () => string;
  /** A new UUID. */
  readonly newId: () => string;
}

/** The roster of a day, by id. */
export interface People {
  readonly all: readonly Person[];
  find(id: EmployeeId): Person | null;
  /** The name, or the number of one who is gone. */
  nameOf(id: EmployeeId): string;
}

export async function peopleOn(
  { directory }: Pick<MentoringNeeds, 'directory'>,
  reader: Reader,
  today: Day,
): Promise<People> {
  const all = await directory.everybody(reader, today);
  const byId = new Map(all.map((person) => [person.id, person]));
  return {
    all,
    find: (id) => byId.get(id) ?? null,
    nameOf: (id) => byId.get(id)?.name ?? id,
  };
}

export type AuditStep = 'made' | 'changed' | 'suspended' | 'resumed' | 'ended' | 'known' | 'import';

/** What HR decided about a pair, by ids alone. */
export const noteChange = (
  { audit }: Pick<MentoringNeeds, 'audit'>,
  tx: Writer,
  scene: Scene,
  subject: string,
  step: AuditStep,
  numbers: AuditDetail = {},
): Promise<void> =>
  audit.record(tx, {
    at: scene.now,
    actor: scene.person.id,
    action: 'mentoring-changed',
    subject,
    detail: { step, ...numbers },
  });

export const noteRead = (
  { audit, store }: Pick<MentoringNeeds, 'audit' | 'store'>,
  scene: Scene,
  what: 'list' | 'pair' | 'file',
  subject: string,
): Promise<void> =>
  store.write((tx) =>
    audit.record(tx, {
      at: scene.now,
      actor: scene.person.id,
      action: 'mentoring-read',
      subject,
      detail: { what },
    }),
  );
