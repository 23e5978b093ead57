import { defineCard } from '../../cards/define-card';
import { dayOf } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import { employeeId, inquiryId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import type { Person } from '../directory';
import { inquiriesTexts } from './inquiries-texts';
import type { Inquiry } from './inquiry-store';

type Base = { lang: Locale; fallback: string };

export type PreviewView = Base & {
  id: string;
  heading: string;
  question: string;
  textLabel: string;
  required: string;
  notice: string;
  advice: string;
  sendLabel: string;
  cancelLabel: string;
  desksLabel: string;
};

export type StatusView = Base & {
  id: string;
  heading: string;
  question: string;
  hasAnswer: boolean;
  answer: string;
  note: string;
  canWithdraw: boolean;
  withdrawLabel: string;
};

export type QuestionView = Base & {
  id: string;
  heading: string;
  asker: string;
  question: string;
  hasHint: boolean;
  hint: string;
  hasProblem: boolean;
  problem: string;
  open: boolean;
  answerLabel: string;
  required: string;
  sendLabel: string;
  hasAnswer: boolean;
  answer: string;
  hasNote: boolean;
  note: string;
  canMakeFaq: boolean;
  makeFaqLabel: string;
  canUndoFaq: boolean;
  undoFaqLabel: string;
  refreshLabel: string;
};

/** The last look before a question goes to HR under one's own name. */
export function previewView(options: {
  id: string;
  question: string;
  person: Pick<Person, 'name'>;
  locale: Locale;
}): PreviewView {
  const t = inquiriesTexts(options.locale);
  return {
    lang: options.locale,
    fallback: t.previewHeading,
    id: options.id,
    heading: t.previewHeading,
    question: options.question,
    textLabel: t.textLabel,
    required: t.required,
    notice: t.nameShown(options.person.name),
    advice: t.advice,
    sendLabel: t.send,
    cancelLabel: t.cancel,
    desksLabel: t.desks,
  };
}

/** What the asker sees of a question that went to HR. */
export function statusView(inquiry: Inquiry, answeredBy: string, locale: Locale): StatusView {
  const t = inquiriesTexts(locale);
  const base = { lang: locale, id: inquiry.id, question: inquiry.text, withdrawLabel: t.withdraw };
  const { status } = inquiry;
  switch (status.kind) {
    case 'open':
      return {
        ...base,
        fallback: t.sentHeading,
        heading: t.sentHeading,
        hasAnswer: false,
        answer: '',
        note: t.sentNote,
        canWithdraw: true,
      };
    case 'withdrawn':
      return {
        ...base,
        fallback: t.withdrawnHeading,
        heading: t.withdrawnHeading,
        hasAnswer: false,
        answer: '',
        note: t.withdrawnNote,
        canWithdraw: false,
      };
    case 'answered':
      return {
        ...base,
        fallback: `${t.answeredHeading}\n${status.answer}`.slice(0, 500),
        heading: t.answeredHeading,
        hasAnswer: true,
        answer: status.answer,
        note: t.answeredNote(answeredBy, shortDay(dayOf(status.at), locale)),
        canWithdraw: false,
      };
    default:
      return status satisfies never;
  }
}

/** What an HR editor sees: to answer while it is open, as done afterwards. */
export function questionView(options: {
  inquiry: Inquiry;
  asker: { readonly name: string; readonly section: string };
  answeredBy: string;
  hint: string | null;
  problem: string | null;
  locale: Locale;
}): QuestionView {
  const { inquiry, asker, locale, hint, problem } = options;
  const { status } = inquiry;
  const t = inquiriesTexts(locale);
  const open = status.kind === 'open';
  const answered = status.kind === 'answered' ? status : null;
  const faq = answered?.faq ?? null;
  const note =
    status.kind === 'withdrawn'
      ? t.hrWithdrawn
      : answered === null
        ? ''
        : [
            t.hrDone(options.answeredBy, shortDay(dayOf(answered.at), locale)),
            faq === null ? '' : t.hrFaqMade(faq),
          ]
            .filter(Boolean)
            .join('\n');
  return {
    lang: locale,
    fallback: `${t.notifyQuestion}: ${inquiry.text}`.slice(0, 300),
    id: inquiry.id,
    heading: t.hrHeading,
    asker: t.hrAsker(asker.name, asker.section, shortDay(dayOf(inquiry.askedAt), locale)),
    question: inquiry.text,
    hasHint: open && hint !== null,
    hint: hint === null ? '' : t.hrHint(hint),
    hasProblem: problem !== null,
    problem: problem ?? '',
    open,
    answerLabel: t.hrAnswerLabel,
    required: t.required,
    sendLabel: t.hrSend,
    hasAnswer: answered !== null,
    answer: answered?.answer ?? '',
    hasNote: note !== '',
    note,
    canMakeFaq: answered !== null && faq === null,
    makeFaqLabel: t.hrMakeFaq,
    canUndoFaq: faq !== null,
    undoFaqLabel: t.hrUndoFaq,
    refreshLabel: t.refresh,
  };
}

const exampleInquiry = (status: Inquiry['status']): Inquiry => ({
  id: inquiryId.parse('00000000-0000-4000-8000-000000000001'),
  asker: employeeId.parse('100001'),
  text: '通信教育の助成は、年度の途中で始めた講座でも受けられますか。',
  askedAt: new Date('2026-11-24T01:00:00Z'),
  status,
});
const exampleAnswered = exampleInquiry({
  kind: 'answered',
  by: employeeId.parse('100066'),
  at: new Date('2026-11-24T02:00:00Z'),
  answer: 'はい、年度内に修了する講座が対象です。（見本の回答です）',
  faq: null,
});
const exampleAsker = { name: '見本田 さくら', section: '市民課' };
const exampleQuestion = (inquiry: Inquiry): QuestionView =>
  questionView({
    inquiry,
    asker: exampleAsker,
    answeredBy: '例山 健太',
    hint: '資格取得の助成',
    problem: null,
    locale: 'ja',
  });

const examplePreview = previewView({
  id: 'draft',
  question: exampleAnswered.text,
  person: exampleAsker,
  locale: 'ja',
});

export const previewCard = defineCard<PreviewView>({
  name: 'inquiries/preview',
  examples: { filled: examplePreview },
});
export const statusCard = defineCard<StatusView>({
  name: 'inquiries/status',
  examples: {
    open: statusView(exampleInquiry({ kind: 'open' }), '', 'ja'),
    withdrawn: statusView(exampleInquiry({ kind: 'withdrawn' }), '', 'en'),
    answered: statusView(exampleAnswered, '例山 健太', 'ja'),
    english: statusView(exampleAnswered, 'Reiyama Kenta', 'en'),
  },
});
export const questionCard = defineCard<QuestionView>({
  name: 'inquiries/question',
  examples: {
    open: exampleQuestion(exampleInquiry({ kind: 'open' })),
    answered: exampleQuestion(exampleAnswered),
    withdrawn: exampleQuestion(exampleInquiry({ kind: 'withdrawn' })),
  },
});
