import { inPlace, notice } from '../../cards/replies';
import type { EmployeeId } from '../../core/ids';
import type { Reply } from '../../core/turn';
import type { Scene } from '../directory';
import { linkFile } from '../file-links';
import { tableFileOf } from '../records';
import { type Announcement, hasStarted } from './announcement';
import { peopleCard, reportCard } from './announcements-cards';
import type { AnnouncementsNeeds } from './announcements-needs';
import { announcementsTexts } from './announcements-texts';
import { titleOf } from './hr-views';
import { recipientsOf } from './recipient-store';
import { reportTexts } from './report-texts';
import { csvRow, type Filter, peopleView, reportView } from './report-view';

/** Who has it and who has confirmed: for HR in full, for managers by name in their own sections where HR says so. */
export function createReportFlow(needs: AnnouncementsNeeds) {
  const { store, directory, audit } = needs;

  async function report(scene: Scene, announcement: Announcement, page: number): Promise<Reply> {
    if (!hasStarted(announcement)) return notice(announcementsTexts(scene.locale).notNow);
    const recipients = await recipientsOf(store.db, announcement.id);
    return inPlace(reportCard, reportView(announcement, recipients, { page, fileUrl: null }, scene.locale));
  }

  async function people(
    scene: Scene,
    announcement: Announcement,
    { filter, page }: { readonly filter: Filter | null; readonly page: number },
  ): Promise<Reply> {
    if (!hasStarted(announcement)) return notice(announcementsTexts(scene.locale).notNow);
    const recipients = await recipientsOf(store.db, announcement.id);
    const first = announcement.content.asksConfirmation ? 'unconfirmed' : 'sent';
    await noteRead(scene, announcement, 'list', recipients.length);
    const nameOf = await namesOf(scene);
    const view = peopleView(
      announcement,
      recipients,
      { filter: filter ?? first, page, nameOf },
      scene.locale,
    );
    return inPlace(peopleCard, view);
  }

  async function csv(scene: Scene, announcement: Announcement): Promise<Reply> {
    const t = reportTexts(scene.locale);
    if (!hasStarted(announcement)) return notice(announcementsTexts(scene.locale).notNow);
    const recipients = await recipientsOf(store.db, announcement.id);
    const nameOf = await namesOf(scene);
    const name = titleOf(announcement, scene.locale)
      .replace(/[\\/:*?"<>|\s]+/gu, '_')
      .slice(0, 40);
    const file = await tableFileOf(
      t.csvName(name, scene.today),
      'csv',
      Object.values(t.columns),
      recipients.map((recipient) => csvRow(recipient, nameOf, scene.locale)),
    );
    const token = await store.write(async (tx) => {
      const { bytes, ...described } = file;
      await audit.record(tx, readEntry(scene, announcement, 'csv', recipients.length));
      return linkFile(tx, { ...described, content: bytes, owner: scene.person.id }, scene.now);
    });
    const fileUrl = `${needs.publicUrl()}/files/${token}`;
    return inPlace(reportCard, reportView(announcement, recipients, { page: 0, fileUrl }, scene.locale));
  }

  const noteRead = (scene: Scene, announcement: Announcement, how: string, count: number): Promise<void> =>
    store.write((tx) => audit.record(tx, readEntry(scene, announcement, how, count)));

  const readEntry = ({ now, person }: Scene, { id }: Announcement, how: string, count: number) =>
    ({
      at: now,
      actor: person.id,
      action: 'announcement-recipients-read',
      subject: id,
      detail: { how, count },
    }) as const;

  async function namesOf({ today }: Scene): Promise<(person: EmployeeId) => string | null> {
    const names = new Map((await directory.everybody(store.db, today)).map(({ id, name }) => [id, name]));
    return (person) => names.get(person) ?? null;
  }

  return { report, people, csv };
}
