import { z } from 'zod';
import { courseId, enrolmentId, offeringId } from '../../core/ids';

const ofOffering = z.object({ offering: offeringId });
const ofEnrolment = z.object({ id: enrolmentId });
const schemas = {
  'enrolment.confirm': ofOffering,
  /** `sure`: the card that was tapped has shown what speaks against it. */
  'enrolment.apply': z.object({ offering: offeringId, sure: z.boolean().default(false) }),
  'enrolment.choose': z.object({ course: courseId }),
  'enrolment.show': ofEnrolment,
  'enrolment.askWithdraw': ofEnrolment,
  'enrolment.withdraw': ofEnrolment,
  'enrolment.undo': ofEnrolment,
  'enrolment.calendar': ofEnrolment,
  'enrolment.mine': z.object({}),
  'enrolment.discard': z.object({}),
} as const;

export type EnrolmentAction = {
  [V in keyof typeof schemas]: { readonly verb: V } & z.infer<(typeof schemas)[V]>;
}[keyof typeof schemas];

/** Null for an unknown verb or data that no card of ours carries. */
export function parseEnrolmentAction(verb: string, data: unknown): EnrolmentAction | null {
  if (!(verb in schemas)) return null;
  const known = verb as keyof typeof schemas;
  const parsed = schemas[known].safeParse(data ?? {});
  return parsed.success ? ({ verb: known, ...parsed.data } as EnrolmentAction) : null;
}
