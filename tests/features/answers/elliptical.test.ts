import { isElliptical } from '../../../src/features/answers/elliptical';

test.each([
  '上限は？',
  '費用は出る？',
  '断れますか',
  '様式はどこにある？',
  '給料はどうなりますか',
  '手続きは？',
  '申請書は？',
  '試験はある？',
  '希望は通りますか',
  '持ち物は？',
  '誰でも使える？',
  '申請の期限は？',
  '申請方法は？',
  '誰に出せばいいですか',
  'どこに言えばいい',
  '何人必要？',
  '週何回まで？',
  'いつ募集？',
  'どう申し込む',
  '謝礼は出る？',
  '無料ですか',
  '次の機会は？',
])('«%s» leaves out what it is about', (text) => {
  expect(isElliptical(text)).toBe(true);
});

test.each([
  '通勤手当の上限は？',
  '有給は何日？',
  '資格',
  'お金の相談',
  '健康診断の結果はいつ出ますか',
  '面談はいつ',
  '異動の希望は通りますか',
  '研修の持ち物',
  '60歳以降の給料は',
  'メンターは断れますか',
])('«%s» names it', (text) => {
  expect(isElliptical(text)).toBe(false);
});
