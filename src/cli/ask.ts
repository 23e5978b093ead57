import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { deskName, desksFor, type Entry, textOf, titleOf } from '../features/answers';
import { courseTitle, type FoundCourse, lineText } from '../features/catalogue';
import type { Understood } from '../features/chat';
import type { Scene } from '../features/directory';
import { PROGRAMMES_OF, type SensitiveTopic } from '../features/sensitive';
import { endWithReader } from './closed-pipe';
import { openLocalBot } from './local-bot';

/** One answer a line, as scripts read it. `answers` best first, at most five, each with at most two initiatives. */
interface AnswerLine {
  readonly question: string;
  readonly kind:
    | 'answer'
    | 'candidates'
    | 'courses'
    | 'personal'
    | 'action'
    | 'sensitive'
    | 'smalltalk'
    | 'unknown';
  readonly confidence: number;
  readonly answers: readonly { id: string; title: string; initiatives: readonly string[]; text: string }[];
  readonly action: string | null;
  readonly ms: number;
}

const MOST_ANSWERS = 5;

const entryLine = (entry: Entry, { locale }: Scene): AnswerLine['answers'][number] => ({
  id: entry.id,
  title: titleOf(entry, locale),
  initiatives: entry.initiatives.slice(0, 2),
  text: textOf(entry, locale),
});

const courseLine = (found: FoundCourse, { locale }: Scene): AnswerLine['answers'][number] => ({
  id: found.course.id,
  title: courseTitle(found.course, locale),
  initiatives: found.course.initiatives.slice(0, 2),
  text: lineText(found, locale),
});

/** The initiative that what is said about mentors belongs to. */
const MENTORING = '1.2.2';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, as: { type: 'string' }, locale: { type: 'string' } },
  });
  const { bot, sceneOf, close } = await openLocalBot();
  try {
    const scene = await sceneOf(values.as ?? null, values.locale === 'en' ? 'en' : 'ja');
    if (scene === null) {
      process.stderr.write(`職員番号 ${values.as} は名簿にありません\n`);
      process.exitCode = 1;
      return;
    }
    const known = await bot.knowledge();
    for await (const question of createInterface({
      input: process.stdin,
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      if (question.trim() === '') continue;
      const startedAt = performance.now();
      const answer = await bot.chat.read(scene, question);
      const line = await write(question, answer, scene, performance.now() - startedAt);
      process.stdout.write(values.json ? `${JSON.stringify(line)}\n` : readable(line));
    }

    function desks(topic: SensitiveTopic | 'any', most: number, asker: Scene): AnswerLine['answers'] {
      return desksFor(topic, known.desks)
        .slice(0, most)
        .map((desk) => ({
          id: desk.id,
          title: deskName(desk, asker.locale),
          initiatives: PROGRAMMES_OF[topic === 'any' ? 'mental_health' : topic],
          text: desk.phone ?? '',
        }));
    }

    function programme(initiative: string, asker: Scene): AnswerLine['answers'] {
      return [...known.entries.values()]
        .filter(({ kind, initiatives: [id] }) => kind === 'initiative' && id === initiative)
        .map((entry) => entryLine(entry, asker));
    }

    /** Courses that somebody who wants to apply is offered. */
    async function meant(asker: Scene, about: string): Promise<AnswerLine['answers']> {
      const named = await bot.catalogue.findNamed(asker, about);
      const found = named.length > 0 ? named : await bot.catalogue.find(asker, about);
      return found.slice(0, MOST_ANSWERS).map((course) => courseLine(course, asker));
    }

    async function write(
      question: string,
      answer: Understood,
      asker: Scene,
      ms: number,
    ): Promise<AnswerLine> {
      const line = { question, confidence: 1, answers: [], action: null, ms: Math.round(ms * 100) / 100 };
      switch (answer.kind) {
        case 'answer':
        case 'candidates':
        case 'unknown':
          return {
            ...line,
            kind: answer.kind,
            confidence: Math.round(answer.confidence * 1000) / 1000,
            answers: answer.entries.slice(0, MOST_ANSWERS).map((entry) => entryLine(entry, asker)),
          };
        case 'courses': {
          const { courses } = await bot.catalogue.answer(asker, answer.query);
          return {
            ...line,
            kind: 'courses',
            answers: courses.slice(0, MOST_ANSWERS).map((found) => courseLine(found, asker)),
          };
        }
        case 'course': {
          const title = await bot.catalogue.titleOf(answer.id);
          const courses = (await bot.catalogue.findNamed(asker, title ?? '')).filter(
            ({ course }) => course.id === answer.id,
          );
          return {
            ...line,
            kind: 'courses',
            answers: courses.map(({ course }) => ({
              id: course.id,
              title: course.title,
              initiatives: course.initiatives.slice(0, 2),
              text: course.summary ?? '',
            })),
          };
        }
        case 'personal': {
          const { message } = await bot.catalogue.personal(asker, answer.query);
          return {
            ...line,
            kind: 'personal',
            answers: [{ id: 'history', title: '研修履歴', initiatives: [], text: message.summary }],
          };
        }
        case 'enrolment': {
          const { request } = answer;
          if (request.kind === 'apply')
            return { ...line, kind: 'action', action: 'apply', answers: await meant(asker, request.about) };
          if (request.kind !== 'status') return { ...line, kind: 'action', action: request.kind };
          const { summary } = await bot.enrolments.answer(asker, request);
          return {
            ...line,
            kind: 'personal',
            answers: [{ id: 'enrolments', title: '申込みの状況', initiatives: [], text: summary }],
          };
        }
        case 'mentoring':
          return {
            ...line,
            kind: 'action',
            action: `mentoring_${answer.request.kind}`,
            answers: programme(MENTORING, asker),
          };
        case 'sensitive':
          return {
            ...line,
            kind: 'sensitive',
            answers: [
              ...desks(answer.topic, MOST_ANSWERS - answer.entries.length, asker),
              ...answer.entries.map((entry) => entryLine(entry, asker)),
            ],
          };
        case 'action':
          // The same card as for a sensitive matter that names no topic.
          if (answer.action === 'show_desks')
            return {
              ...line,
              kind: 'sensitive',
              action: answer.action,
              answers: desks('any', MOST_ANSWERS, asker),
            };
          return { ...line, kind: 'action', action: answer.action };
        case 'help':
        case 'empty':
          return { ...line, kind: 'smalltalk', action: answer.kind === 'help' ? 'help' : null };
        case 'smalltalk':
        // Of a single line there is nothing before it to point at.
        case 'follow-up':
          return { ...line, kind: 'smalltalk' };
        default:
          return answer satisfies never;
      }
    }
  } finally {
    await close();
  }
}

const readable = (line: AnswerLine): string =>
  [
    `？ ${line.question}`,
    `  ${line.kind}${line.action === null ? '' : `: ${line.action}`} (${line.confidence}, ${line.ms} ms)`,
    ...line.answers.map(({ title, initiatives }) => `  ・${title} ${initiatives.join(' ')}`),
    '',
  ].join('\n');

endWithReader();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
