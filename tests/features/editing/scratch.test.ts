import { formCard } from '../../../src/features/editing/form-cards';
import { uploadCard } from '../../../src/features/editing/upload-card';
test('x', () => {
  for (const [n, v] of Object.entries(formCard.examples)) {
    const c = JSON.stringify(formCard.render(v));
    console.log(n, c.length, n === 'newCourseNext' ? JSON.stringify(formCard.render(v), null, 1).slice(-2500) : '');
  }
  console.log(JSON.stringify(uploadCard.render(uploadCard.examples.guessed!), null, 1).slice(0, 1500));
});
