import { z } from 'zod';
import { inquiryId } from '../../core/ids';

const ofInquiry = z.object({ id: inquiryId });
const schemas = {
  'inquiries.preview': z.object({ question: z.string().max(2_000).default('') }),
  'inquiries.send': z.object({ id: inquiryId, text: z.string().max(4_000).default('') }),
  'inquiries.discard': z.object({}),
  'inquiries.withdraw': ofInquiry,
  'inquiries.answer': z.object({ id: inquiryId, answer: z.string().max(4_000).default('') }),
  'inquiries.refresh': ofInquiry,
  'inquiries.makeFaq': ofInquiry,
  'inquiries.undoFaq': ofInquiry,
} as const;

export type InquiriesAction = {
  [V in keyof typeof schemas]: { readonly verb: V } & z.infer<(typeof schemas)[V]>;
}[keyof typeof schemas];

/** Null for an unknown verb or data that no card of ours carries. */
export function parseInquiriesAction(verb: string, data: unknown): InquiriesAction | null {
  if (!(verb in schemas)) return null;
  const known = verb as keyof typeof schemas;
  const parsed = schemas[known].safeParse(data ?? {});
  return parsed.success ? ({ verb: known, ...parsed.data } as InquiriesAction) : null;
}
