import { day } from '../../../src/core/calendar/day';
import { offeringNow } from '../../../src/features/catalogue/application';
import { queryHeading, stateText } from '../../../src/features/catalogue/catalogue-phrases';
import { courseQuery } from '../../../src/features/catalogue/course-query';
import { aCourse, anOffering } from './builders';

it('on its first day, hours before it begins, an offering is not said to have begun', () => {
  const now = offeringNow(anOffering('C-1', '2026-12-10'), day.parse('2026-12-10'), () => 0);
  expect(stateText(aCourse({ id: 'C-1' }), now, 'ja').text).toBe('当日・開始後');
  expect(stateText(aCourse({ id: 'C-1' }), now, 'en').text).toBe('Today or under way');
});

it('what was held in an earlier month is over', () => {
  const now = offeringNow(anOffering('C-1', '2026-10-10'), day.parse('2026-12-10'), () => 0);
  expect(stateText(aCourse({ id: 'C-1' }), now, 'ja').text).toBe('終了しました');
});

it('headings read as people write', () => {
  const heading = (wish: Record<string, unknown>) => queryHeading(courseQuery.parse(wish), 'ja');
  expect(heading({ weekdays: [1, 2, 3, 4, 5] })).toBe('平日の研修');
  expect(heading({ weekdays: [0, 6] })).toBe('土日の研修');
  expect(heading({ audience: { levels: ['staff'], jobTypes: [], only: false } })).toBe(
    '主事級の方が受けられる研修',
  );
  expect(heading({ place: '三島' })).toBe('三島で開催の研修');
});
