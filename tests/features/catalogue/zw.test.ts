import { mkdirSync, writeFileSync } from 'node:fs';
import { catalogueCards } from '../../../src/features/catalogue';
test('render', () => {
  mkdirSync('/tmp/cards', { recursive: true });
  const out: any = {};
  for (const c of catalogueCards) for (const [n, v] of Object.entries(c.examples)) { const card = c.render(v as never); out[`${c.name.replace('/','-')}-${n}`] = card; process.stdout.write(`${c.name} ${n} ${JSON.stringify(card).length}\n`); }
  writeFileSync('/tmp/cards/cards.json', JSON.stringify(out));
});
