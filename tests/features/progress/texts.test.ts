import { readRequest } from '../../../src/features/answers/requests';

it.each([
  ['進捗', 'campaign_progress'],
  ['進捗は？', 'campaign_progress'],
  ['提出状況', 'campaign_progress'],
  ['提出状況を見たい', 'campaign_progress'],
  ['提出物の進み具合はどうなってる？', 'campaign_progress'],
  ['progress', 'campaign_progress'],
  ['うちの課で出してない人は？', 'section_progress'],
  ['うちの課でまだ出していない人は誰ですか', 'section_progress'],
  ['誰がまだ出してない？', 'section_progress'],
  ['だれがまだ提出していないの？', 'section_progress'],
  ['未提出者一覧', 'section_progress'],
  ['未提出の人を教えて', 'section_progress'],
  ['who has not submitted yet', 'section_progress'],
  ['ストレスチェックの進捗', 'stress_check_progress'],
  ['ストレスチェックの未受検者一覧', 'stress_check_progress'],
  ['誰がストレスチェックを受けてない？', 'stress_check_progress'],
  ['代理で記録したい', 'record_for_others'],
  ['部下の代わりに記録したい', 'record_for_others'],
  ['record for others', 'record_for_others'],
  ['未提出者一覧をCSVで', 'progress_csv'],
  ['未提出者のリストをエクセルで出して', 'progress_csv'],
  ['提出状況をCSVでください', 'progress_csv'],
])('«%s» asks for %s', (text, action) => expect(readRequest(text)).toBe(action));

it.each([
  ['まだ出してないもの', 'list_due'],
  ['未提出', 'list_due'],
  ['ストレスチェックは受けたっけ', 'own_stress_check'],
  ['受検率', 'stress_check_rates'],
  ['復命書の提出方法', null],
  ['キャリア形成の進め方', null],
  ['代理で研修を受けられる？', null],
  ['課長が代理で決裁する方法は？', null],
])('«%s» stays what it was: %s', (text, action) => expect(readRequest(text)).toBe(action));
