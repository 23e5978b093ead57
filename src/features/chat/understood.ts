import type { Answer } from '../answers';
import type { CourseQuery, PersonalQuery } from '../catalogue';
import type { EnrolmentRequest } from '../enrolment';
import type { MentoringRequest } from '../mentoring';

export type ChatAnswer = Answer<CourseQuery, PersonalQuery, EnrolmentRequest>;
/** What a text asks for: of mentoring, or of all the rest. */
export type Understood = ChatAnswer | { readonly kind: 'mentoring'; readonly request: MentoringRequest };

/** Not what asks for something of its own: a question to which an announcement just received may be the answer. */
export const mayBeAbout = ({ kind }: Understood, isHarmless: () => boolean): boolean =>
  kind === 'answer' ||
  kind === 'candidates' ||
  kind === 'unknown' ||
  kind === 'courses' ||
  (kind === 'sensitive' && isHarmless());
/** What the knowledge answers, if at all: a person's own due day says more. */
export const isQuestion = ({ kind }: Understood): boolean =>
  kind === 'answer' || kind === 'candidates' || kind === 'unknown';
export const isKnown = ({ kind }: Understood): boolean => kind !== 'unknown' && kind !== 'candidates';

/** Says something without the rest of the message. */
export const standsAlone = ({ kind }: Understood): boolean =>
  kind === 'answer' ||
  kind === 'course' ||
  kind === 'courses' ||
  kind === 'personal' ||
  kind === 'enrolment' ||
  kind === 'mentoring' ||
  kind === 'action';

/** Shown to its asker alone, even where others read along. */
export const isPrivate = ({ kind }: Understood): boolean =>
  kind === 'mentoring' ||
  kind === 'sensitive' ||
  kind === 'personal' ||
  kind === 'enrolment' ||
  kind === 'action';
