export const SELF = '(?:(?:私|わたし|僕|ぼく|俺|自分|うち)(?:の|って|は)?)?';
export const MENTOR = '(?:メンター|メンタ|めんたー|メンティー?|めんてぃー?)';
export const MEETING = '(?:面談|めんだん|1on1|ワンオンワン)';
export const PERIOD = '(?:先月|先週|前月|前回|この前|こないだ|この間|最近|前|今月|今週|昨日|先日)';
/** What is left of a question when all has been said. */
export const END =
  '(?:だっけ|でしたっけ|だったっけ|ですっけ|ですか|でしょうか|なの|かな|だった|です|だろう|か|の|っけ|教えて(?:ください|下さい|ほしい)?|知りたい(?:です)?){0,8}[。、!?〜ー]*$';
/** Other meetings: appraisal, promotion, health … and how such things work in general. */
export const OTHER_MEETING =
  /評価|評定|期首|期末|中間|目標設定|フィードバック|フィードバック|上司|所属長|課長|部長|昇任|昇格|産業医|医師|保健師|面接|ストレス|保護者|住民|市民|自己申告/;
export const IN_GENERAL =
  /とは|って何(?!回)|制度|仕組|どうやって|方法|手順|書き?方|様式|なるには|なれる|誰がな|だれがな|には誰|条件|資格|いつまで続|研修|情報交換|手当|役割/;
