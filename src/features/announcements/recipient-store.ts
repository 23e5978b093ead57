import { z } from 'zod';
import { type Day, day } from '../../core/calendar/day';
import {
  type AnnouncementId,
  announcementId,
  type ChannelId,
  channelId,
  type EmployeeId,
  employeeId,
} from '../../core/ids';
import type { Reader, Writer } from '../../db/open';
import type { AnnouncementRecipientRow, DeliveryState } from '../../db/schema';
import { type AbsenceReason, type DeliveryId, deliveryId } from '../../delivery';
import type { Recipient, RecipientState } from './recipient';

/** Parameters of one statement stay far below the limits of both databases. */
const CHUNK = 400;

export type NewRecipient = { readonly employee: EmployeeId; readonly section: string } & (
  | { readonly delivery: DeliveryId; readonly skipped: null }
  | { readonly delivery: null; readonly skipped: NonNullable<AnnouncementRecipientRow['skipped']> }
);

export async function insertRecipients(
  tx: Writer,
  announcement: AnnouncementId,
  recipients: readonly NewRecipient[],
): Promise<void> {
  for (let from = 0; from < recipients.length; from += CHUNK) {
    const rows = recipients.slice(from, from + CHUNK).map(({ employee, section, delivery, skipped }) => ({
      announcement_id: announcement,
      employee,
      section,
      delivery_id: delivery,
      skipped,
      left_on: null,
      confirmed_at: null,
    }));
    await tx.insertInto('announcement_recipients').values(rows).execute();
  }
}

const withDeliveries = (reader: Reader) =>
  reader
    .selectFrom('announcement_recipients as recipient')
    .leftJoin('deliveries as delivery', 'delivery.id', 'recipient.delivery_id')
    .select([
      'recipient.announcement_id',
      'recipient.employee',
      'recipient.section',
      'recipient.delivery_id',
      'recipient.skipped',
      'recipient.left_on',
      'recipient.confirmed_at',
      'recipient.reacted_at',
      'delivery.state',
      'delivery.error',
      'delivery.possibly_doubled',
      'delivery.ended_at',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof withDeliveries>['execute']>>[number];

/** Everybody of the audience, by employee number. */
export async function recipientsOf(reader: Reader, id: AnnouncementId): Promise<readonly Recipient[]> {
  const rows = await withDeliveries(reader)
    .where('recipient.announcement_id', '=', id)
    .orderBy('recipient.employee')
    .execute();
  return rows.map(recipientFrom);
}

/** Whom it has reached, and who has not confirmed it. */
export async function unconfirmedOf(reader: Reader, id: AnnouncementId): Promise<readonly Recipient[]> {
  const rows = await withDeliveries(reader)
    .where('recipient.announcement_id', '=', id)
    .where('recipient.confirmed_at', 'is', null)
    .where('delivery.state', '=', 'sent')
    .orderBy('recipient.employee')
    .execute();
  return rows.map(recipientFrom);
}

export async function findRecipient(
  reader: Reader,
  id: AnnouncementId,
  employee: EmployeeId,
): Promise<Recipient | null> {
  const row = await withDeliveries(reader)
    .where('recipient.announcement_id', '=', id)
    .where('recipient.employee', '=', employee)
    .executeTakeFirst();
  return row === undefined ? null : recipientFrom(row);
}

/** What has reached a person, the newest first. */
export async function receivedBy(
  reader: Reader,
  employee: EmployeeId,
  limit: number,
): Promise<readonly { readonly announcement: AnnouncementId; readonly recipient: Recipient }[]> {
  const rows = await withDeliveries(reader)
    .where('recipient.employee', '=', employee)
    .where('delivery.state', '=', 'sent')
    .orderBy('delivery.ended_at', 'desc')
    .orderBy('delivery.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    announcement: announcementId.parse(row.announcement_id),
    recipient: recipientFrom(row),
  }));
}

/** The announcement that a message in a person's chat is; null for another message. */
export async function announcementOfMessage(
  reader: Reader,
  employee: EmployeeId,
  activityId: string,
): Promise<AnnouncementId | null> {
  const row = await withDeliveries(reader)
    .where('recipient.employee', '=', employee)
    .where('delivery.activity_id', '=', activityId)
    .executeTakeFirst();
  return row === undefined ? null : announcementId.parse(row.announcement_id);
}

/** The announcement that a message in a channel is; null for another message. */
export async function announcementOfPost(
  reader: Reader,
  conversationId: string,
  activityId: string,
): Promise<AnnouncementId | null> {
  const row = await reader
    .selectFrom('announcement_posts as post')
    .innerJoin('deliveries as delivery', 'delivery.id', 'post.delivery_id')
    .select('post.announcement_id')
    .where('delivery.activity_id', '=', activityId)
    .where('delivery.conversation_id', '=', conversationId)
    .executeTakeFirst();
  return row === undefined ? null : announcementId.parse(row.announcement_id);
}

/** Who was found to be gone. Only those who have not got it are to be noted. */
export async function noteLeft(
  tx: Writer,
  id: AnnouncementId,
  employees: readonly EmployeeId[],
  on: Day,
): Promise<void> {
  for (let from = 0; from < employees.length; from += CHUNK) {
    await tx
      .updateTable('announcement_recipients')
      .set({ left_on: on })
      .where('announcement_id', '=', id)
      .where('employee', 'in', employees.slice(from, from + CHUNK))
      .where('left_on', 'is', null)
      .execute();
  }
}

/** The first time counts. False for who is not in the audience or has done it already. */
const noteOnce =
  (column: 'confirmed_at' | 'reacted_at') =>
  async (tx: Writer, id: AnnouncementId, employee: EmployeeId, at: Date): Promise<boolean> => {
    const { numUpdatedRows } = await tx
      .updateTable('announcement_recipients')
      .set({ [column]: at.toISOString() })
      .where('announcement_id', '=', id)
      .where('employee', '=', employee)
      .where(column, 'is', null)
      .executeTakeFirst();
    return Number(numUpdatedRows) === 1;
  };
export const noteConfirmed = noteOnce('confirmed_at');
export const noteReacted = noteOnce('reacted_at');

export interface Post {
  readonly channel: ChannelId;
  readonly delivery: DeliveryId;
  readonly state: DeliveryState;
}

export async function insertPosts(
  tx: Writer,
  id: AnnouncementId,
  posts: readonly Pick<Post, 'channel' | 'delivery'>[],
): Promise<void> {
  if (posts.length === 0) return;
  await tx
    .insertInto('announcement_posts')
    .values(
      posts.map(({ channel, delivery }) => ({
        announcement_id: id,
        channel_id: channel,
        delivery_id: delivery,
      })),
    )
    .execute();
}

export async function postsOf(reader: Reader, id: AnnouncementId): Promise<readonly Post[]> {
  const rows = await reader
    .selectFrom('announcement_posts as post')
    .innerJoin('deliveries as delivery', 'delivery.id', 'post.delivery_id')
    .select(['post.channel_id', 'delivery.id', 'delivery.state'])
    .where('post.announcement_id', '=', id)
    .orderBy('delivery.id')
    .execute();
  return rows.map((row) => ({
    channel: channelId.parse(row.channel_id),
    delivery: deliveryId.parse(row.id),
    state: row.state,
  }));
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

function recipientFrom(row: Row): Recipient {
  return {
    employee: employeeId.parse(row.employee),
    section: row.section,
    state: row.skipped ?? stateFrom(row),
    delivery: deliveryId.nullable().parse(row.delivery_id),
    error: row.error,
    possiblyDoubled: (row.possibly_doubled ?? 0) > 0,
    endedAt: instant(row.ended_at),
    confirmedAt: instant(row.confirmed_at),
    reactedAt: instant(row.reacted_at),
    leftOn: day.nullable().parse(row.left_on),
  };
}

const deliveryState = z.enum(['pending', 'sending', 'sent', 'failed', 'cancelled', 'unreachable']);

function stateFrom(row: Row): RecipientState {
  const state = deliveryState.parse(row.state);
  switch (state) {
    case 'pending':
      return 'waiting';
    case 'cancelled':
      if (row.left_on !== null || row.error === ('left' satisfies AbsenceReason)) return 'left';
      return row.error === ('on-leave' satisfies AbsenceReason) ? 'on-leave' : 'cancelled';
    case 'sending':
    case 'sent':
    case 'failed':
    case 'unreachable':
      return state;
    default:
      return state satisfies never;
  }
}
