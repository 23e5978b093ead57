import { z } from 'zod';

/**
 * Branded ids: a course id cannot be passed where an employee id is wanted.
 * Each is made by its schema only, at the edge (a card's data, a row, a command line).
 */
const id = <Brand extends string>(pattern: RegExp) => z.string().regex(pattern).brand<Brand>();

/** Employee number as the personnel system writes it. */
export const employeeId = id<'EmployeeId'>(/^[A-Za-z0-9-]{1,20}$/);
export type EmployeeId = z.infer<typeof employeeId>;

/** Object id of a user in Microsoft Entra ID, lower case. */
export const aadObjectId = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(id<'AadObjectId'>(/^[0-9a-f-]{36}$/));
export type AadObjectId = z.infer<typeof aadObjectId>;

/** Id of an initiative (取組項目) of the plan, for example `1.3.2.5`. */
export const initiativeId = id<'InitiativeId'>(/^\d(\.\d+){1,3}$/);
export type InitiativeId = z.infer<typeof initiativeId>;

export const courseId = id<'CourseId'>(/^C-[A-Za-z0-9-]{1,20}$/);
export type CourseId = z.infer<typeof courseId>;

export const offeringId = id<'OfferingId'>(/^O-[A-Za-z0-9-]{1,20}$/);
export type OfferingId = z.infer<typeof offeringId>;

export const faqId = id<'FaqId'>(/^[FS]-[A-Za-z0-9.-]{1,30}$/);
export type FaqId = z.infer<typeof faqId>;

export const contactId = id<'ContactId'>(/^C-[A-Za-z0-9-]{1,30}$/);
export type ContactId = z.infer<typeof contactId>;

/** Id of an inquiry to HR (人事課への質問). */
export const inquiryId = id<'InquiryId'>(/^[0-9a-f-]{36}$/);
export type InquiryId = z.infer<typeof inquiryId>;

/** Id of an enrolment (申込み): one person's, for one offering. */
export const enrolmentId = id<'EnrolmentId'>(/^[0-9a-f-]{36}$/);
export type EnrolmentId = z.infer<typeof enrolmentId>;

/** Id of a campaign: something that HR asks of people by a day. */
export const campaignId = id<'CampaignId'>(/^[0-9a-f-]{36}$/);
export type CampaignId = z.infer<typeof campaignId>;

/** Id of a mentor and mentee as a pair. */
export const pairId = id<'PairId'>(/^[0-9a-f-]{36}$/);
export type PairId = z.infer<typeof pairId>;

/** Id of an announcement (お知らせ). */
export const announcementId = id<'AnnouncementId'>(/^[0-9a-f-]{36}$/);
export type AnnouncementId = z.infer<typeof announcementId>;

/** Id of a team's channel in which the bot is installed: ours, not Teams'. */
export const channelId = id<'ChannelId'>(/^[0-9a-f-]{36}$/);
export type ChannelId = z.infer<typeof channelId>;

/** Id of a poll (安否・参集の確認 and the like), answered under one's name. */
export const pollId = id<'PollId'>(/^[0-9a-f-]{36}$/);
export type PollId = z.infer<typeof pollId>;

/** Id of an anonymous survey (匿名アンケート). */
export const surveyId = id<'SurveyId'>(/^[0-9a-f-]{36}$/);
export type SurveyId = z.infer<typeof surveyId>;

/** Id of a 「ありがとう」 card. */
export const thanksId = id<'ThanksId'>(/^[0-9a-f-]{36}$/);
export type ThanksId = z.infer<typeof thanksId>;
