import type { EmployeeId, FaqId, InquiryId } from '../../core/ids';
import { type Message, type Reply, replyToInvoke } from '../../core/turn';
import type { Reader, Store, Writer } from '../../db/open';
import { type Delivery, type JobId, jobId, type NewDelivery, type Outbox } from '../../delivery';
import type { Audit } from '../audit';
import { isHr, type Person, type Scene } from '../directory';
import { localesOf } from '../reminders';
import type { InquiriesAction } from './inquiries-actions';
import {
  previewCard,
  previewView,
  questionCard,
  questionView,
  statusCard,
  statusView,
} from './inquiries-cards';
import { inquiriesTexts } from './inquiries-texts';
import {
  countOpenInquiries,
  findInquiry,
  type Inquiry,
  insertInquiry,
  linkFaq,
  lockInquiry,
  openInquiries,
  recordAnswer,
  recordWithdrawal,
} from './inquiry-store';

/** What the inquiries need of the rest of the house. */
export interface InquiriesNeeds {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly audit: Audit;
  readonly people: {
    find(reader: Reader, id: EmployeeId): Promise<Person | null>;
    /** Everybody who may answer for 人事課. */
    hrEditors(reader: Reader): Promise<readonly Person[]>;
  };
  /** The card for a sensitive text, or null when it is none: such a text never becomes an inquiry. */
  readonly sensitiveCard: (text: string, scene: Scene) => Promise<Message | null>;
  /** Title of the FAQ that comes nearest, as a hint for HR. */
  readonly nearestFaq: (text: string) => Promise<string | null>;
  readonly faq: {
    add(tx: Writer, entry: { question: string; answer: string }, by: Person, at: Date): Promise<FaqId>;
    remove(tx: Writer, id: FaqId, by: Person, at: Date): Promise<void>;
  };
  readonly newId: () => InquiryId;
}

export const MAX_QUESTION = 1_000;
const MOST_LISTED = 5;

const jobOf = (id: InquiryId) => jobId.parse(`inquiry:${id}`);

/** 人事課に聞く: a question under one's name, answered by whichever HR editor is first. */
export function createInquiries(needs: InquiriesNeeds) {
  const { store, outbox, audit, people } = needs;

  async function preview(scene: Scene, question: string): Promise<Message> {
    const sensitive = await needs.sensitiveCard(question, scene);
    if (sensitive !== null) return sensitive;
    const view = previewView({
      id: needs.newId(),
      question: question.slice(0, MAX_QUESTION),
      person: scene.person,
      locale: scene.locale,
    });
    return { kind: 'card', card: previewCard.render(view), summary: view.fallback };
  }

  async function send(scene: Scene, id: InquiryId, given: string): Promise<Reply> {
    const t = inquiriesTexts(scene.locale);
    const text = given.trim();
    if (text === '') return replyToInvoke({ kind: 'notice', text: t.required });
    if ([...text].length > MAX_QUESTION) return replyToInvoke({ kind: 'notice', text: t.tooLong });
    const sensitive = await needs.sensitiveCard(text, scene);
    if (sensitive?.kind === 'card') return replyToInvoke({ kind: 'card', card: sensitive.card });

    const editors = await people.hrEditors(store.db);
    const hint = await needs.nearestFaq(text);
    await store.write(async (tx) => {
      const { inserted } = await insertInquiry(tx, { id, asker: scene.person.id, text, at: scene.now });
      if (!inserted) return;
      const inquiry = await mustFind(tx, id);
      const view = questionView({
        inquiry,
        asker: scene.person,
        answeredBy: '',
        hint,
        problem: null,
        locale: 'ja',
      });
      await outbox.enqueue(
        tx,
        { id: jobOf(id), kind: 'inquiry', createdBy: scene.person.id },
        editors.flatMap(({ aadObjectId }): NewDelivery[] =>
          aadObjectId === null
            ? []
            : [
                {
                  kind: 'send',
                  recipient: aadObjectId,
                  dedupeKey: `inquiry:${id}:${aadObjectId}`,
                  payload: { kind: 'card', card: questionCard.name, view },
                },
              ],
        ),
      );
    });
    return ownStatus(scene, id);
  }

  /** The asker's own card as it now stands; nothing of anybody else's. */
  async function ownStatus(scene: Scene, id: InquiryId): Promise<Reply> {
    const inquiry = await findInquiry(store.db, id);
    if (inquiry === null || inquiry.asker !== scene.person.id) {
      return replyToInvoke({ kind: 'notice', text: inquiriesTexts(scene.locale).gone });
    }
    const view = statusView(inquiry, await nameOfAnswerer(store.db, inquiry), scene.locale);
    return replyToInvoke({ kind: 'card', card: statusCard.render(view) });
  }

  async function withdraw(scene: Scene, id: InquiryId): Promise<Reply> {
    await store.write(async (tx) => {
      if (await recordWithdrawal(tx, id, scene.person.id)) await updateEditorsCards(tx, id, null);
    });
    return ownStatus(scene, id);
  }

  async function answer(scene: Scene, id: InquiryId, given: string): Promise<Reply> {
    const t = inquiriesTexts(scene.locale);
    const text = given.trim();
    if (text === '') return editorsCard(scene, id, t.hrAnswerLeft);
    const won = await store.write(async (tx) => {
      const first = await recordAnswer(tx, id, { by: scene.person.id, at: scene.now, text });
      if (!first) return false;
      const inquiry = await mustFind(tx, id);
      await updateEditorsCards(tx, id, scene.person.aadObjectId);
      const asker = await people.find(tx, inquiry.asker);
      if (asker?.aadObjectId) {
        const locale = (await localesOf(tx, [asker.aadObjectId])).get(asker.aadObjectId) ?? 'ja';
        await outbox.enqueue(tx, { id: jobOf(id), kind: 'inquiry', createdBy: scene.person.id }, [
          {
            kind: 'send',
            recipient: asker.aadObjectId,
            dedupeKey: `inquiry:${id}:answer`,
            priority: 'high',
            payload: {
              kind: 'card',
              card: statusCard.name,
              view: statusView(inquiry, scene.person.name, locale),
            },
          },
        ]);
      }
      await audit.record(tx, {
        at: scene.now,
        actor: scene.person.id,
        action: 'inquiry-answered',
        subject: id,
        detail: {},
      });
      return true;
    });
    if (won) return editorsCard(scene, id, null);
    const inquiry = await findInquiry(store.db, id);
    const problem = inquiry?.status.kind === 'answered' && inquiry.status.by !== scene.person.id;
    return editorsCard(scene, id, problem ? t.hrAlready(await nameOfAnswerer(store.db, inquiry)) : null);
  }

  /** The other editors' cards show that it is done; the one who did it gets the card by the tap's own answer. */
  async function updateEditorsCards(tx: Writer, id: InquiryId, except: string | null): Promise<void> {
    const inquiry = await mustFind(tx, id);
    const asker = await people.find(tx, inquiry.asker);
    const sent = (await outbox.deliveriesOf(tx, jobOf(id))).filter(isQuestionTo(except));
    const view = questionView({
      inquiry,
      asker: { name: asker?.name ?? '', section: asker?.section ?? '' },
      answeredBy: await nameOfAnswerer(tx, inquiry),
      hint: null,
      problem: null,
      locale: 'ja',
    });
    await outbox.enqueue(
      tx,
      { id: jobOf(id), kind: 'inquiry', createdBy: 'system' },
      sent.map((delivery) => ({
        kind: 'update',
        target: delivery.id,
        dedupeKey: `inquiry:${id}:${delivery.recipient}:${inquiry.status.kind}:${faqOf(inquiry) ?? 'none'}`,
        payload: { kind: 'card', card: questionCard.name, view },
      })),
    );
  }

  const isQuestionTo =
    (except: string | null) =>
    (delivery: Delivery): boolean =>
      delivery.kind === 'send' && delivery.recipient !== except && !delivery.dedupeKey.endsWith(':answer');

  async function editorsCard(scene: Scene, id: InquiryId, problem: string | null): Promise<Reply> {
    const message = await questionMessage(scene, id, problem);
    return message === null
      ? replyToInvoke({ kind: 'notice', text: inquiriesTexts(scene.locale).gone })
      : replyToInvoke({ kind: 'card', card: message.card });
  }

  async function questionMessage(scene: Scene, id: InquiryId, problem: string | null) {
    const inquiry = await findInquiry(store.db, id);
    if (inquiry === null) return null;
    const asker = await people.find(store.db, inquiry.asker);
    const view = questionView({
      inquiry,
      asker: { name: asker?.name ?? '', section: asker?.section ?? '' },
      answeredBy: await nameOfAnswerer(store.db, inquiry),
      hint: inquiry.status.kind === 'open' ? await needs.nearestFaq(inquiry.text) : null,
      problem,
      locale: scene.locale,
    });
    return { kind: 'card', card: questionCard.render(view), summary: view.fallback } as const;
  }

  async function makeFaq(scene: Scene, id: InquiryId): Promise<Reply> {
    await store.write(async (tx) => {
      await lockInquiry(tx, id);
      const inquiry = await mustFind(tx, id);
      if (inquiry.status.kind !== 'answered' || inquiry.status.faq !== null) return;
      const entry = { question: inquiry.text, answer: inquiry.status.answer };
      await linkFaq(tx, id, await needs.faq.add(tx, entry, scene.person, scene.now));
    });
    return editorsCard(scene, id, null);
  }

  async function undoFaq(scene: Scene, id: InquiryId): Promise<Reply> {
    await store.write(async (tx) => {
      await lockInquiry(tx, id);
      const faq = faqOf(await mustFind(tx, id));
      if (faq === null) return;
      await needs.faq.remove(tx, faq, scene.person, scene.now);
      await linkFaq(tx, id, null);
    });
    return editorsCard(scene, id, null);
  }

  async function list(scene: Scene): Promise<readonly Message[]> {
    const t = inquiriesTexts(scene.locale);
    if (!isHr(scene.person)) return [{ kind: 'text', text: t.hrOnly }];
    const open = await openInquiries(store.db, MOST_LISTED);
    const cards = await Promise.all(open.map(({ id }) => questionMessage(scene, id, null)));
    const heading = open.length === 0 ? t.listEmpty : t.listHeading(await countOpenInquiries(store.db));
    return [{ kind: 'text', text: heading }, ...cards.filter((card) => card !== null)];
  }

  async function act(scene: Scene, action: InquiriesAction): Promise<Reply> {
    const t = inquiriesTexts(scene.locale);
    switch (action.verb) {
      case 'inquiries.preview':
        return replyToInvoke({ kind: 'notice', text: t.shownBelow }, await preview(scene, action.question));
      case 'inquiries.send':
        return send(scene, action.id, action.text);
      case 'inquiries.discard':
        return replyToInvoke({ kind: 'card', card: discardedCard(scene) });
      case 'inquiries.withdraw':
        return withdraw(scene, action.id);
      case 'inquiries.answer':
      case 'inquiries.refresh':
      case 'inquiries.makeFaq':
      case 'inquiries.undoFaq':
        return isHr(scene.person)
          ? actAsHr(scene, action)
          : replyToInvoke({ kind: 'notice', text: t.hrOnly });
      default:
        return action satisfies never;
    }
  }

  function actAsHr(
    scene: Scene,
    action: Extract<
      InquiriesAction,
      { verb: 'inquiries.answer' | 'inquiries.refresh' | 'inquiries.makeFaq' | 'inquiries.undoFaq' }
    >,
  ): Promise<Reply> {
    switch (action.verb) {
      case 'inquiries.answer':
        return answer(scene, action.id, action.answer);
      case 'inquiries.refresh':
        return editorsCard(scene, action.id, null);
      case 'inquiries.makeFaq':
        return makeFaq(scene, action.id);
      case 'inquiries.undoFaq':
        return undoFaq(scene, action.id);
      default:
        return action satisfies never;
    }
  }

  async function nameOfAnswerer(reader: Reader, inquiry: Inquiry | null): Promise<string> {
    if (inquiry?.status.kind !== 'answered') return '';
    return (await people.find(reader, inquiry.status.by))?.name ?? '';
  }

  async function mustFind(tx: Writer, id: InquiryId): Promise<Inquiry> {
    const inquiry = await findInquiry(tx, id);
    if (inquiry === null) throw new Error(`inquiry ${id} is gone`);
    return inquiry;
  }

  /** Jobs whose cards change when a question is answered or withdrawn. */
  const jobsInUse = async (reader: Reader): Promise<readonly JobId[]> =>
    (await openInquiries(reader, await countOpenInquiries(reader))).map(({ id }) => jobOf(id));

  return { preview, list, act, jobsInUse };
}

export type Inquiries = ReturnType<typeof createInquiries>;

const faqOf = (inquiry: Inquiry): FaqId | null =>
  inquiry.status.kind === 'answered' ? inquiry.status.faq : null;

function discardedCard(scene: Scene) {
  const t = inquiriesTexts(scene.locale);
  return statusCard.render({
    lang: scene.locale,
    fallback: t.discarded,
    id: '',
    heading: t.discarded,
    question: '',
    hasAnswer: false,
    answer: '',
    note: '',
    canWithdraw: false,
    withdrawLabel: t.withdraw,
  });
}
