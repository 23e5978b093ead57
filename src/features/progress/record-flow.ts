import { asMessage, inPlace, notice } from '../../cards/replies';
import type { CampaignId, EmployeeId } from '../../core/ids';
import type { Message, Reply } from '../../core/turn';
import type { Reader } from '../../db/open';
import {
  lockCampaign,
  type MemberAccess,
  memberAccess,
  membersOf,
  recordedForOthers,
  recordFor,
  withdrawRecordFor,
} from '../campaigns';
import type { Person, Scene } from '../directory';
import { recordCard } from './progress-cards';
import type { ProgressNeeds } from './progress-needs';
import { notSelf, type ProgressReader, type Visible } from './progress-reader';
import { recordTexts } from './record-texts';
import { type RecordView, recordView } from './record-view';
import { placedFrom } from './standing';
import { createNames, readerOf, titleOf } from './view-parts';

export interface Picked {
  readonly id: CampaignId;
  readonly section: string;
  readonly page: number;
}

const NOBODY_UNREACHED = new Set<never>();

/** Recording for others (代理), many at once, and taking it back. What may be recorded is decided by the locked campaign. */
export function createRecordFlow(needs: ProgressNeeds, reader: ProgressReader) {
  const { store, directory, audit } = needs;

  async function viewOf(
    scene: Scene,
    visible: Visible,
    shown: { readonly section: string; readonly page: number; readonly note: string | null },
  ): Promise<RecordView> {
    const { campaign, access } = visible;
    const title = titleOf(campaign, readerOf(visible), scene.locale);
    const people = await directory.everybody(store.db, scene.today);
    const open = placedFrom(await membersOf(store.db, access, people), people, NOBODY_UNREACHED)
      .filter(({ standing }) => standing.kind !== 'done')
      .filter(({ section }) => isWithin(access, section))
      .filter(notSelf(scene.person));
    const recorded = placedFrom(await recordedForOthers(store.db, access, people), people, NOBODY_UNREACHED);
    const nameOf = await createNames(needs, scene);
    return recordView({ campaign, title, open, recorded, nameOf, ...shown }, scene.locale);
  }

  const isLive = ({ campaign: { status } }: Visible): boolean =>
    status.kind === 'running' || status.kind === 'paused';

  const mayRecord = (visible: Visible | null): visible is Visible =>
    visible !== null && isLive(visible) && visible.access.recordsIn.length > 0;

  async function message(scene: Scene, visible: Visible): Promise<Message> {
    return asMessage(recordCard, await viewOf(scene, visible, { section: '', page: 0, note: null }));
  }

  async function show(scene: Scene, picked: Picked, note: string | null = null): Promise<Reply> {
    const visible = await reader.find(store.db, scene.person, picked.id);
    if (!mayRecord(visible)) return notice(recordTexts(scene.locale).refused);
    const { section, page } = picked;
    return inPlace(recordCard, await viewOf(scene, visible, { section, page, note }));
  }

  async function record(scene: Scene, picked: Picked, employees: readonly EmployeeId[]): Promise<Reply> {
    const t = recordTexts(scene.locale);
    if (employees.length === 0) return show(scene, picked, t.none);
    const done = await change(scene, picked.id, employees, 'record');
    return done === null ? notice(t.refused) : show(scene, picked, t.recordedNotice(done));
  }

  async function withdraw(scene: Scene, picked: Picked, employees: readonly EmployeeId[]): Promise<Reply> {
    const t = recordTexts(scene.locale);
    if (employees.length === 0) return show(scene, picked, t.noneWithdrawn);
    const open = await change(scene, picked.id, employees, 'withdraw');
    return open === null ? notice(t.refused) : show(scene, picked, t.withdrawnNotice(open));
  }

  /**
   * Answers how many of those chosen now stand as wanted, so that a tap sent twice is answered alike; null when nothing may be
   * recorded. Whom the actor may not record for is passed over, whatever the card says.
   */
  function change(
    scene: Scene,
    id: CampaignId,
    employees: readonly EmployeeId[],
    step: 'record' | 'withdraw',
  ): Promise<number | null> {
    return store.write(async (tx) => {
      const campaign = await lockCampaign(tx, id);
      const access = campaign === null ? null : memberAccess(scene.person, campaign);
      if (campaign === null || access === null || !mayRecord({ campaign, access })) return null;
      const people = new Map((await directory.everybody(tx, scene.today)).map((one) => [one.id, one]));
      for (const employee of new Set(employees)) {
        const person = people.get(employee);
        if (person === undefined) continue;
        const changed =
          step === 'record'
            ? await recordFor(tx, access, person, scene.now)
            : await withdrawRecordFor(tx, access, person);
        if (!changed) continue;
        const detail = { step, employee };
        await audit.record(tx, {
          at: scene.now,
          actor: scene.person.id,
          action: 'campaign-recorded',
          subject: id,
          detail,
        });
      }
      return standing(tx, access, [...people.values()], employees, step);
    });
  }

  async function standing(
    from: Reader,
    access: MemberAccess,
    people: readonly Person[],
    employees: readonly EmployeeId[],
    wanted: 'record' | 'withdraw',
  ): Promise<number> {
    const members =
      wanted === 'record'
        ? await recordedForOthers(from, access, people)
        : (await membersOf(from, access, people)).filter(({ status }) => status.kind === 'open');
    return members.filter(({ employee }) => employees.includes(employee)).length;
  }

  return { message, show, record, withdraw };
}

const isWithin = ({ recordsIn }: MemberAccess, section: string): boolean =>
  recordsIn === 'everywhere' || recordsIn.includes(section);
