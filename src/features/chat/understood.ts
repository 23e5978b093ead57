import type { Answer } from '../answers';
import type { CourseQuery, PersonalQuery } from '../catalogue';
import type { EnrolmentRequest } from '../enrolment';
import type { MentoringRequest } from '../mentoring';

export type ChatAnswer = Answer<CourseQuery, PersonalQuery, EnrolmentRequest>;
/** What a text asks for: of mentoring, or of all the rest. */
export type Understood = ChatAnswer | { readonly kind: 'mentoring'; readonly request: MentoringRequest };
