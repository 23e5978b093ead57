import { day } from '../../../src/core/calendar/day';
import { offeringNow } from '../../../src/features/catalogue/application';
import { stateText } from '../../../src/features/catalogue/catalogue-phrases';
import { aCourse, anOffering } from './builders';

it('on its first day, hours before it begins, an offering is not said to have begun', () => {
  const now = offeringNow(anOffering('C-1', '2026-12-10'), day.parse('2026-12-10'), () => 0);
  expect(stateText(aCourse({ id: 'C-1' }), now, 'ja').text).toBe('当日・開始後');
  expect(stateText(aCourse({ id: 'C-1' }), now, 'en').text).toBe('Today or under way');
});
