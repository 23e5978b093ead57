import type { BusinessCalendar } from '../../core/calendar/business-calendar';
import { addMonths, type Day, earlier, later } from '../../core/calendar/day';
import type { DateMention } from '../../core/dates/date-mention';
import { findDates } from '../../core/dates/find-dates';
import { COURSE_NOUN, has } from './course-words';
import type { PersonalQuery } from './personal-query';
import { createRemainder } from './remainder';

const SELF = /私|わたし|わたくし|僕|ぼく|俺|おれ|自分|じぶん|\b(?:i|my|me)\b/g;
const OTHERS =
  /部下|課員|係員|同僚|後輩|先輩|上司|メンティ|職員(?:の|が|全)|社員|みんな|全員|他の人|ほかの人|誰|だれ|彼|[一-龠ァ-ヴー]{1,6}さん|(?:[課係部]長|補佐|主任|主事)の(?:研修|受講)(?:の)?(?:履歴|歴|記録)|\b(?:his|her|their|staff|team)\b/g;
const HISTORY =
  /(?:研修|研集|受講|学習|けんしゅう|じゅこう|training|course)(?:の|済み(?:の)?| )?(?:履[歴暦歷]|歴(?!史)|記録|実績|りれき|きろく|history|records?)|(?:受講|修了|じゅこう)(?:済み?|ずみ)|^過去の(?:研修|講座|受講)|修了した(?:研修|講座)|(?:^|あと|私の?|自分の?)(?:何単位|単位数)|\b(?:training|course)s? (?:history|records?)\b|\bcourses? i(?:'ve| have)? (?:completed|taken|took|attended|done)\b/g;
/** 受けた, 出た, 参加した …, not 受けたい or 受けていない. */
const TOOK =
  /(?:受け|うけ|出席し|参加し|受講し|修了し|じゅこうし|さんかし|終え)(?:て(?:き|いまし))?(?:た|まし(?:た|て))(?!い|ら|く|方が|ほうが)|(?<![提申見])出た(?!い|ら)|行った研修|\b(?:completed|taken|attended|finished|took)\b|\bdid i (?:take|attend|complete|do)\b/g;
const EARLIER =
  /これまで|今まで|いままで|過去|以前|前に|最近|最後|さいご|直近|\bso far\b|\bpast\b|\blast\b|\bever\b/g;
const ASKS =
  /どの|どれ|どんな|何|なん|なに|いくつ|一覧|いちらん|リスト|見せ|みせ|見たい|表示|教え|おしえ|確認|知りた|調べ|っけ|あった|ある[?か。]|(?:は|の|か|を)[?。]?$|た[?]?$|\b(?:which|what|show|list|have i|did i)\b/g;
const MORE_THAN_HISTORY =
  /なぜ|なんで|復命|報告|レポート|アンケート|修了証|証明|内容|資料|テキスト|共有|伝え|費用|お金|助成|評価|活用|反映|保存|保管|使われ|見られ|管理|異動|とは|成果|感想|場(?:は|が)|どこに|残(?:り|る)|申請|提出|活かし|生かし|取り?込|読み?込|インポート|アップロード|csv|エクセル|一括|\b(?:report|colleagues?|people)\b/g;

/** Null when the text does not ask for the asker's own training history. */
export function readPersonalQuery(
  given: string,
  today: Day,
  calendar: BusinessCalendar,
): PersonalQuery | null {
  const original = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const text = original.toLowerCase();
  if (has(text, OTHERS) || has(text, MORE_THAN_HISTORY)) return null;
  const mentions = findDates(original, today, calendar).map((mention) => asPast(mention, today));
  const past = mentions.find(({ from }) => from <= today);

  const asksHistory = has(text, HISTORY);
  if (!asksHistory && !sentencesOf(text).some((sentence) => asksOwn(sentence, past))) return null;

  return historyQuery(text, mentions, today, asksHistory);
}

/** What a text looks for that is known to ask for the asker's own training history; null where it is somebody else's. */
export function readAsHistory(given: string, today: Day, calendar: BusinessCalendar): PersonalQuery | null {
  if (has(given, OTHERS)) return null;
  const original = given.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const mentions = findDates(original, today, calendar).map((mention) => asPast(mention, today));
  return historyQuery(original.toLowerCase(), mentions, today, true);
}

/** `whole`: the history as such is asked for, not what of it is on a subject. */
function historyQuery(
  text: string,
  mentions: readonly DateMention[],
  today: Day,
  whole: boolean,
): PersonalQuery {
  const past = mentions.filter(({ from }) => from <= today);
  const [first] = past;
  const rest = createRemainder(
    mentions.reduce((left, mention) => left.replace(mention.text.toLowerCase(), ' '), text),
  );
  const latest = rest.has(/最後に|さいごに|直近|一番最近|いちばん最近|\b(?:last|latest|most recent)\b/g);
  for (const pattern of [HISTORY, TOOK, EARLIER, SELF, WISHES]) rest.take(pattern);
  return {
    dates:
      first === undefined
        ? null
        : {
            from: past.reduce((day, { from }) => earlier(day, from), first.from),
            to: earlier(
              past.reduce((day, { to }) => later(day, to), first.to),
              today,
            ),
            label: past
              .map(({ text: label }) => label)
              .join('・')
              .slice(0, 40),
          },
    latest,
    words: whole || !/[^\x20-\x7e]/.test(text) ? '' : subjectOf(rest.subject(), text),
  };
}

const sentencesOf = (text: string): readonly string[] => text.match(/[^。?!]+[。?!]*/g) ?? [];

/** Whoever tells first what they attended, and then asks something else, does not ask for it. */
function asksOwn(sentence: string, past: DateMention | undefined): boolean {
  const isTimed = past !== undefined && sentence.includes(past.text.toLowerCase());
  const isOwn = has(sentence, SELF) || has(sentence, EARLIER) || isTimed;
  return isOwn && [COURSE_NOUN, TOOK, ASKS].every((pattern) => has(sentence, pattern));
}

/** 12月に受けた研修 is last December's: a month without a year is read as the coming one. */
function asPast(mention: DateMention, today: Day): DateMention {
  const isComing = mention.from > today && !/[年来次再明]|next/.test(mention.text);
  return isComing
    ? { ...mention, from: addMonths(mention.from, -12), to: addMonths(mention.to, -12) }
    : mention;
}

const WISHES =
  /(?:何|なん|なに|いく)(?:個|回|つ|件|時間|だった|でした)?(?:くらい|ぐらい)?|どの|どれ|どんな|(?:受け|うけ)たこと|こと(?:が|は)?(?:あった|ある)|だっけ|っけ|でした|確認(?:したい|する)?|一覧(?:を)?|全部|すべて|合計|総|時間|表示|済み?|けんしゅう/g;

/** The part about courses of a story (昇任の面談があるので、…) is what counts. */
function subjectOf(subject: string, text: string): string {
  return /ので|ため、|から、/.test(text) ? '' : subject;
}
