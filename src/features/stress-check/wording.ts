/** Words that order somebody to take it, press them, or call them late. */
const ORDERS: readonly RegExp[] = [
  /(?:受検|受診|受け|回答|実施|提出|完了|済ませ|お?答え)(?:を)?(?:して|て)?(?:くだ|下)さい/u,
  /(?:受検|回答|実施|提出)(?:する|の)?こと(?:[。、！!]|$)/u,
  /必ず|かならず|必須|義務|厳守|厳命|命令|命じ|至急|督促|催促/u,
  /(?:し|受け|答え)?(?:なければ|なくては|ねば)(?:なら|なり|いけ)|ないといけ|べきです/u,
  /未受検|未回答|未提出|(?:まだ|いまだ)(?:受け|受検|回答)(?:て|して)?い?(?:ません|ない)/u,
  /全員(?:が)?(?:受検|受け)(?:て|し|する|ます|るこ)/u,
  /\b(?:must|have to|has to|required|mandatory|compulsory|obligat\w*|be sure to|without fail|overdue)\b/iu,
  /\bplease (?:take|complete|submit|answer|finish)\b/iu,
  /\byou have(?: not|n[’']t) (?:yet )?(?:taken|completed|answered)\b/iu,
];

/**
 * The words of a text that order rather than invite; empty where there are none. Whether to take it is the employee's
 * choice: 受検の勧奨 may not force anybody (ストレスチェック指針 7(3)). A denial (「義務ではありません」) is no order.
 */
export function ordersIn(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/(?:必須|義務|必要)(?:で)?は(?:ありません|なく|ない)/gu, '')
    .replaceAll(/必ず(?:しも|受け(?:る|なければならない)もの(?:で)?は)/gu, '')
    .replaceAll(
      /\b(?:not|nor|never|no one is) (?:required|mandatory|compulsory|obliged|obligatory)\b/giu,
      '',
    );
  return ORDERS.flatMap((pattern) => pattern.exec(plain)?.[0] ?? []);
}
