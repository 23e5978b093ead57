import { MAX_CARD_LENGTH } from '../../../src/cards/define-card';
import { formCard, formView } from '../../../src/features/editing/form-cards';
import { allDatasets } from '../../../src/features/records';
import { type Desk, inputOf, inputsOf, officeWith, sampleStore } from './desk';

test('times', async () => {
  let t = performance.now();
  const office = officeWith(await sampleStore());
  const out: string[] = [`seed ${performance.now() - t}`];
  const admin = office.as('100062', 'hr_admin');
  for (const d of allDatasets) {
    const rows = await office.store.db
      .selectFrom('records')
      .select(['id'])
      .where('dataset', '=', d.name)
      .execute();
    for (const id of [null, rows[0]?.id ?? null]) {
      t = performance.now();
      await admin.openDialog({ verb: 'editing.form', dataset: d.name, id });
      const open = performance.now() - t;
      t = performance.now();
      await admin.submit(
        '保存する',
        Object.fromEntries(
          Object.entries(inputsOf(admin.dialog)).map(([i, v]) => {
            const input = inputOf(admin.dialog, i);
            return [i, input.type === 'Input.Text' ? '長'.repeat(Number(input.maxLength)) : v];
          }),
        ),
      );
      out.push(
        `${d.name} open ${Math.round(open)} save ${Math.round(performance.now() - t)} full ${JSON.stringify(admin.dialog).length}`,
      );
    }
  }
  t = performance.now();
  await admin.act('editing.list', { dataset: 'faq' });
  out.push(`list ${Math.round(performance.now() - t)} ${JSON.stringify(admin.card).length}`);
  for (let n = 0; n < 3; n++) {
    t = performance.now();
    await admin.act('editing.review', { dataset: 'faq' });
    out.push(`review ${Math.round(performance.now() - t)} ${JSON.stringify(admin.card).length}`);
    t = performance.now();
    await admin.tap('確認した');
    out.push(`confirm ${Math.round(performance.now() - t)} ${JSON.stringify(admin.card).length}`);
  }
  console.log(out.join('\n'));
});
