import { dayOf } from './core/calendar/day';
import { campaignId, courseId, faqId } from './core/ids';
import type { Reader, Store } from './db/open';
import type { AnnouncementsNeeds, Target } from './features/announcements';
import { type AnswersReplies, CONFIDENCE, type Knowledge } from './features/answers';
import { listCampaigns } from './features/campaigns';
import {
  type Catalogue,
  type CatalogueData,
  canApply,
  courseTitle,
  offeringNow,
  type SeatsTaken,
  whenText,
} from './features/catalogue';
import type { Reminders } from './features/reminders';

export interface PortNeeds {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly data: (reader: Reader) => Promise<CatalogueData>;
  readonly seatsTaken: () => Promise<SeatsTaken>;
  readonly knowledge: () => Promise<Knowledge>;
  readonly answers: AnswersReplies;
  readonly reminders: () => Pick<Reminders, 'listOpen'>;
}

/** Where the buttons of an announcement lead, and what one can apply for: the other features as announcements see them. */
export function announcementPorts(
  needs: PortNeeds,
): Pick<AnnouncementsNeeds, 'courses' | 'faqs' | 'campaigns' | 'openOfferings'> {
  const { store, catalogue } = needs;
  return {
    courses: {
      async find(scene, words) {
        const all = (await needs.data(store.db)).courses.map(({ id, title }) => ({ id, title }));
        const named = theNamed(all, words);
        if (named.length > 0) return named;
        return (await catalogue.find(scene, words)).map(({ course: { id, title } }) => ({ id, title }));
      },
      show: (scene, id) => catalogue.course(scene, courseId.parse(id)),
    },
    faqs: {
      async find(_, words) {
        const known = await needs.knowledge();
        const all = [...known.entries.values()].flatMap(({ id, title }) => {
          const read = faqId.safeParse(id);
          return read.success ? [{ id: read.data, title }] : [];
        });
        const named = theNamed(all, words);
        if (named.length > 0) return named;
        const { hits, confidence } = await known.search(words, { limit: 3, private: false });
        const found = hits.flatMap(({ id }) => all.filter((entry) => entry.id === id));
        return confidence >= CONFIDENCE.answer ? found.slice(0, 1) : found;
      },
      async show(scene, id) {
        const entry = (await needs.knowledge()).entries.get(id);
        return entry === undefined ? null : needs.answers.answer(scene, entry.title, [entry]);
      },
    },
    campaigns: {
      async find(_, words) {
        const all = await listCampaigns(store.db, ['scheduled', 'running', 'paused']);
        return theNamed(
          all.filter(({ specific }) => specific.template !== 'stress_check'),
          words,
        ).map(({ id, title }) => ({ id, title }));
      },
      async show(scene, id) {
        const running = await listCampaigns(store.db, ['running', 'paused']);
        return running.some((campaign) => campaign.id === campaignId.parse(id))
          ? needs.reminders().listOpen(scene)
          : null;
      },
    },
    async openOfferings(reader, now) {
      const { courses, offerings } = await needs.data(reader);
      const byId = new Map(courses.map((course) => [course.id, course]));
      const seatsTaken = await needs.seatsTaken();
      return offerings
        .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
        .flatMap((offering) => {
          const course = byId.get(offering.courseId);
          if (course === undefined) return [];
          if (!canApply(course, offeringNow(offering, dayOf(now), seatsTaken))) return [];
          return [{ id: offering.id, line: `${courseTitle(course, 'ja')}　${whenText(offering, 'ja')}` }];
        });
    },
  };
}

/** By id or the whole title; else by a part of the title. */
function theNamed<Id extends string>(all: readonly Target<Id>[], words: string): readonly Target<Id>[] {
  const exact = all.filter(({ id, title }) => id === words || title === words);
  return exact.length > 0 ? exact : all.filter(({ title }) => title.includes(words));
}
