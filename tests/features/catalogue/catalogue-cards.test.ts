import fc from 'fast-check';
import { catalogueCards } from '../../../src/features/catalogue';
import { offeringNow } from '../../../src/features/catalogue/application';
import { parseCatalogueAction } from '../../../src/features/catalogue/catalogue-actions';
import { courseCard, coursesCard, historyCard } from '../../../src/features/catalogue/catalogue-cards';
import { courseQuery, everything } from '../../../src/features/catalogue/course-query';
import { courseView } from '../../../src/features/catalogue/course-view';
import { coursesView } from '../../../src/features/catalogue/courses-view';
import { historyView } from '../../../src/features/catalogue/history-view';
import { personalQuery } from '../../../src/features/catalogue/personal-query';
import { parseEnrolmentAction } from '../../../src/features/enrolment/enrolment-actions';
import { rendererProblems } from '../../support/card-schema';
import { aCourse, anOffering, aRecord, onDay, TODAY } from './builders';

const examples = catalogueCards.flatMap((card) =>
  Object.entries(card.examples).map(([name, view]) => [`${card.name}: ${name}`, card.render(view)] as const),
);

/** The buttons of a card, wherever they are. */
function actionsOf(value: unknown): { verb?: unknown; data?: unknown; type?: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(actionsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value && typeof value.type === 'string' && value.type.startsWith('Action.') ? [value] : [];
  return [...own, ...Object.values(value).flatMap(actionsOf)];
}

describe.each(examples)('%s', (name, card) => {
  test('is a card that clients can draw', () => {
    expect(rendererProblems(card)).toEqual([]);
  });

  test('says something where it cannot be drawn', () => {
    expect(card.fallbackText).toMatch(/\S/);
  });

  test('has buttons that the catalogue, the enrolment or the inquiries understand', () => {
    for (const { type, verb, data } of actionsOf(card)) {
      if (type === 'Action.OpenUrl' || verb === 'inquiries.preview') continue;
      if (String(verb).startsWith('enrolment.')) {
        expect(parseEnrolmentAction(String(verb), data)).toMatchObject({ verb });
        continue;
      }
      expect(parseCatalogueAction(String(verb), data)).toMatchObject({ verb });
    }
    if (name.includes('shared'))
      expect(actionsOf(card).every(({ type }) => type === 'Action.OpenUrl')).toBe(true);
  });
});

describe('the largest data that the records allow', () => {
  const long = (length: number): string => '研'.repeat(length);
  const course = aCourse({
    id: `C-${'9'.repeat(20)}`,
    title: long(100),
    summary: long(400),
    provider: long(60),
    levels: [
      'new',
      'staff',
      'senior',
      'supervisor',
      'deputy_manager',
      'manager',
      'director',
      'reappointed',
      'fiscal_year_staff',
    ],
    entry: 'recommendation',
    reportDueDays: 14,
    sample: true,
  });
  const offerings = Array.from({ length: 12 }, (_, at) =>
    offeringNow(
      anOffering('C-1', '2026-12-10', {
        id: `O-${at}`,
        endsOn: onDay('2026-12-11'),
        title: long(60),
        place: long(80),
        note: long(300),
      }),
      TODAY,
      () => 0,
    ),
  );
  const query = courseQuery.parse({
    words: long(200),
    dates: { from: '2026-12-01', to: '2026-12-31', label: long(40), of: 'deadline' },
    audience: { levels: course.levels, jobTypes: ['clerical'], only: true },
  });

  test('fits into each card', () => {
    const found = Array.from({ length: 20 }, () => ({ course, offerings }));
    for (const locale of ['ja', 'en'] as const) {
      const page = coursesView(query, { found, dropped: ['open', 'dates', 'audience'] }, 1, locale);
      expect(page.items).toHaveLength(6);
      expect(() => coursesCard.render(page)).not.toThrow();
      expect(() =>
        courseCard.render(
          courseView(
            { course, offerings },
            { verb: 'catalogue.list', query, page: 1 },
            () => ({ kind: 'may-apply' }),
            locale,
          ),
        ),
      ).not.toThrow();
      const history = Array.from({ length: 60 }, () => ({ record: aRecord('C-1', '2026-10-01'), course }));
      expect(() =>
        historyCard.render(historyView(personalQuery.parse({ words: long(200) }), history, 1, locale)),
      ).not.toThrow();
    }
  });
});

test('pages hold every course once, in order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), (count) => {
      const found = Array.from({ length: count }, (_, at) => ({
        course: aCourse({ id: `C-${at}` }),
        offerings: [],
      }));
      const seen: string[] = [];
      for (let page = 0, more = true; more; page += 1) {
        const view = coursesView(everything, { found, dropped: [] }, page, 'ja');
        seen.push(...view.items.map(({ id }) => id));
        more = view.hasNext;
        expect(view.hasPrevious).toBe(page > 0);
      }
      expect(seen).toEqual(found.map(({ course }) => course.id));
    }),
  );
});

test('a page that is no more shows the last one', () => {
  const found = [{ course: aCourse({ id: 'C-1' }), offerings: [] }];
  expect(coursesView(everything, { found, dropped: [] }, 9, 'ja').items).toHaveLength(1);
});

describe('what a tap carries', () => {
  test.each([
    ['catalogue.unknown', {}],
    ['catalogue.course', { id: 'X-1' }],
    ['catalogue.course', null],
    [
      'catalogue.list',
      { query: { dates: { from: '2026-13-01', to: '2026-12-31', label: '', of: 'event' } } },
    ],
    ['catalogue.list', { query: { audience: { levels: ['king'] } } }],
    ['catalogue.list', { page: -1 }],
    ['catalogue.list', { query: { words: 'あ'.repeat(201) } }],
    ['catalogue.history', { query: 'all' }],
    ['catalogue.recommend', { page: '1' }],
  ])('%s %j is refused', (verb, data) => {
    expect(parseCatalogueAction(verb, data)).toBeNull();
  });

  test('a verb in the data does not outweigh the button’s', () => {
    expect(parseCatalogueAction('catalogue.list', { verb: 'catalogue.history' })).toMatchObject({
      verb: 'catalogue.list',
    });
  });

  test('a broken way back is left out', () => {
    expect(parseCatalogueAction('catalogue.course', { id: 'C-1', back: { verb: 'editing.remove' } })).toEqual(
      {
        verb: 'catalogue.course',
        id: 'C-1',
        back: null,
      },
    );
  });
});
