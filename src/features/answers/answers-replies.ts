import { createHash } from 'node:crypto';
import { dayOf } from '../../core/calendar/day';
import { type Log, silentLog } from '../../core/log';
import { type Message, type Reply, replyToInvoke } from '../../core/turn';
import type { Store } from '../../db/open';
import { isHr, type Scene } from '../directory';
import { LEAST_SIGN, type SensitiveTopic, type Suspicion } from '../sensitive';
import type { Knowledge } from './answer-service';
import type { AnswersAction } from './answers-actions';
import {
  answerCard,
  answerView,
  asMessage,
  candidatesCard,
  candidatesView,
  desksCard,
  desksView,
  unknownCard,
  unknownView,
} from './answers-cards';
import { answersTexts } from './answers-texts';
import { createFeedbackCounter } from './feedback-counter';
import { type FeedbackKind, keepFeedbackText } from './feedback-store';
import { createImprovements } from './improvements';
import type { Entry } from './knowledge';

export interface AnswersRepliesOptions {
  readonly store: Store;
  readonly knowledge: () => Promise<Knowledge>;
  readonly recognise: (text: string) => SensitiveTopic | null;
  readonly suspect: (text: string) => Suspicion;
  /** Default: silent. */
  readonly log?: Log;
}

const MOST_CANDIDATES = 3;
const MOST_RELATED = 2;

/** Answers as cards, and what their buttons do. */
export function createAnswersReplies({
  store,
  knowledge,
  recognise,
  suspect,
  log = silentLog,
}: AnswersRepliesOptions) {
  const counter = createFeedbackCounter(store, log);
  const improvements = createImprovements({ store, knowledge, counted: counter.settle });

  /** The least suspicion is enough for a link to the desks under an answer. */
  const mayNeedDesks = (question: string): boolean => suspect(question)(LEAST_SIGN) !== null;

  const answerViewOf = (
    known: Knowledge,
    entry: Entry,
    question: string,
    scene: Scene,
    related: readonly Entry[],
    { rated = false, offersDesks = mayNeedDesks(question) } = {},
  ) =>
    answerView({
      entry,
      question,
      desk: known.desks.find((desk) => desk.id === entry.contact) ?? null,
      related,
      offersDesks,
      initiativeTitles: entry.initiatives.map((id) => known.initiativeTitle(id, scene.locale)),
      rated,
      locale: scene.locale,
    });

  const yearMonth = (scene: Scene): string => dayOf(scene.now).slice(0, 7);
  const count = (scene: Scene, topic: string, kind: FeedbackKind): void =>
    counter.count(yearMonth(scene), topic, kind);

  /** `entries` may answer the text if it is a plain question after all. */
  async function desks(
    scene: Scene,
    topic: SensitiveTopic | 'any',
    entries: readonly Entry[] = [],
  ): Promise<Message> {
    return asMessage(desksCard, desksView(topic, (await knowledge()).desks, scene.locale, entries));
  }

  /** `offersDesks`: a link to the desks under it; by default with the least suspicion. */
  async function answer(
    scene: Scene,
    question: string,
    entries: readonly Entry[],
    offersDesks = mayNeedDesks(question),
  ): Promise<Message> {
    const [first, ...rest] = entries;
    if (first === undefined) return unknown(scene, question, []);
    const related = rest.filter((other) => isRelated(first, other)).slice(0, MOST_RELATED);
    return asMessage(
      answerCard,
      answerViewOf(await knowledge(), first, question, scene, related, { offersDesks }),
    );
  }

  function candidates(
    scene: Scene,
    question: string,
    entries: readonly Entry[],
    offersDesks = mayNeedDesks(question),
  ): Message {
    return asMessage(
      candidatesCard,
      candidatesView(entries.slice(0, MOST_CANDIDATES), question, offersDesks, scene.locale),
    );
  }

  /** Only a count by topic is kept, unless the asker gives the text. */
  function unknown(scene: Scene, question: string, near: readonly Entry[]): Message {
    count(scene, topicOf(near[0]), 'unanswered');
    return asMessage(
      unknownCard,
      unknownView({ kind: 'unanswered', question, contributed: false, locale: scene.locale }),
    );
  }

  async function act(scene: Scene, action: AnswersAction): Promise<Reply> {
    const known = await knowledge();
    const { locale } = scene;
    switch (action.verb) {
      case 'answers.show': {
        const entry = known.entries.get(action.id);
        if (entry === undefined) return replyToInvoke({ kind: 'notice', text: answersTexts(locale).gone });
        return replyToInvoke({
          kind: 'card',
          card: answerCard.render(answerViewOf(known, entry, action.question, scene, [])),
        });
      }
      case 'answers.helpful':
      case 'answers.unhelpful': {
        const entry = known.entries.get(action.id);
        if (entry === undefined) return replyToInvoke({ kind: 'notice', text: answersTexts(locale).gone });
        const helpful = action.verb === 'answers.helpful';
        count(scene, topicOf(entry), helpful ? 'helpful' : 'unhelpful');
        const card = answerCard.render(
          answerViewOf(known, entry, action.question, scene, [], { rated: true }),
        );
        const more = unknownView({
          kind: 'unhelpful',
          question: action.question,
          contributed: false,
          locale,
        });
        return replyToInvoke(
          { kind: 'card', card },
          helpful ? { kind: 'text', text: answersTexts(locale).thanks } : asMessage(unknownCard, more),
        );
      }
      case 'answers.none': {
        count(scene, 'none', 'none-fitted');
        const view = unknownView({
          kind: 'none-fitted',
          question: action.question,
          contributed: false,
          locale,
        });
        return replyToInvoke({ kind: 'card', card: unknownCard.render(view) });
      }
      case 'answers.contribute': {
        const topic = recognise(action.question);
        if (topic !== null) {
          const view = desksView(topic, known.desks, locale);
          return replyToInvoke({ kind: 'card', card: desksCard.render(view) });
        }
        await contribute(scene, action.question, action.kind);
        const view = unknownView({ kind: action.kind, question: action.question, contributed: true, locale });
        return replyToInvoke({ kind: 'card', card: unknownCard.render(view) });
      }
      case 'answers.also': {
        const entry = known.entries.get(action.id);
        if (entry === undefined) return replyToInvoke({ kind: 'notice', text: answersTexts(locale).gone });
        return replyToInvoke(
          { kind: 'notice', text: answersTexts(locale).shownBelow },
          await answer(scene, '', [entry], true),
        );
      }
      case 'answers.desks':
        return replyToInvoke(
          { kind: 'notice', text: answersTexts(locale).shownBelow },
          await desks(scene, 'any'),
        );
      case 'answers.closeText':
        return isHr(scene.person)
          ? improvements.close(scene, action.id)
          : replyToInvoke({ kind: 'notice', text: answersTexts(locale).hrOnly });
      default:
        return action satisfies never;
    }
  }

  /** The id comes from the text alone: a second tap, or a second asker, adds nothing, and nobody can be told by it. */
  async function contribute(scene: Scene, question: string, kind: FeedbackKind): Promise<void> {
    const text = question.trim().slice(0, 500);
    if (text === '') return;
    const id = createHash('sha256').update(text).digest('hex').slice(0, 32);
    await store.write((tx) => keepFeedbackText(tx, { id, month: yearMonth(scene), kind, text }));
  }

  return {
    answer,
    candidates,
    unknown,
    desks,
    act,
    improvements: improvements.show,
    /** Writes the counts that wait. */
    settle: counter.settle,
  };
}

export type AnswersReplies = ReturnType<typeof createAnswersReplies>;

/**
 * What was found beside an answer and belongs to the same: the same part of the plan, or the same desk outside of it. What
 * shares words alone (the form of 年末調整 and that of 自己申告書) leads astray.
 */
function isRelated(first: Entry, other: Entry): boolean {
  if (other.kind === 'initiative') return false;
  const parts = new Set(first.initiatives.map(partOf));
  if (parts.size > 0) return other.initiatives.some((id) => parts.has(partOf(id)));
  return other.initiatives.length === 0 && first.contact !== null && first.contact === other.contact;
}

/** `1.3.2` of `1.3.2.5`. */
const partOf = (id: string): string => id.split('.').slice(0, -1).join('.');

/** Section of the plan (`1.3`), `signpost`, or `none`: coarse enough to tell nothing of a person. */
const topicOf = (entry: Entry | undefined): string =>
  entry === undefined ? 'none' : (entry.initiatives[0]?.split('.').slice(0, 2).join('.') ?? 'signpost');
