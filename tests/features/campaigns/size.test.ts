import { createBusinessCalendar } from '../../../src/core/calendar/business-calendar';
import { defaultSettings } from '../../../src/features/campaigns/default-settings';
import { fieldsOf, typedFrom } from '../../../src/features/campaigns/form-fields';
import { campaignFormView } from '../../../src/features/campaigns/form-view';
import { formCard } from '../../../src/features/forms';

it.each([20, 48, 100, 400])('the page of the audience fits into a message with %i sections', (count) => {
  const settings = defaultSettings('submission', 2026, createBusinessCalendar([]));
  const people = Array.from({ length: count }, (_, index) => ({
    department: `健康福祉こども部${index % 12}`,
    section: `子ども家庭支援センター第${index}係`,
  }));
  const fields = fieldsOf('audience', settings, people, 'ja');
  const typed = { ...typedFrom(settings), only: '100001\n'.repeat(200), except: '100001\n'.repeat(100) };
  const view = campaignFormView(
    {
      id: '0',
      template: 'submission',
      page: 'audience',
      alone: false,
      fields,
      typed,
      problems: [],
      notes: [],
    },
    'ja',
  );
  const length = JSON.stringify(formCard.render(view)).length;
  expect(length).toBeLessThan(14_000);
});
