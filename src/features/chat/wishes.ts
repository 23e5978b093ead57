import type { RequestedAction, Wished } from '../answers';
import type { Catalogue, CourseQuery, PersonalQuery } from '../catalogue';
import { isHr, type Scene } from '../directory';
import type { EnrolmentRequest, Enrolments } from '../enrolment';
import type { IntentRecogniser, Wish } from '../intents';
import type { Mentoring } from '../mentoring';
import type { Understood } from './understood';

/** キャンセルすると次から受けられなくなりますか: what would happen if, not that it shall. */
const ASKS_FOR_A_RULE =
  /(?:すると|したら|すれば|した場合|しないと|なかったら)[^。!！]*(?:か|の|[?？])[。?？\s]*$/;

/** 相談の窓口担当になったので講座を探しています, 窓口の一覧を掲示板に貼りたい: it is not the desk that is looked for. */
const ABOUT_DESKS = /研修|講座|講習|セミナー|掲示|載せ|貼り|印刷|配[りるっ布]|回覧/;

interface Intended {
  readonly wished: Wished<Understood> | null;
  readonly ours: number | null;
}

/** Reads what a text wants in the words of the feature that does it. */
export const createIntentReader =
  (needs: {
    readonly intent: IntentRecogniser;
    readonly catalogue: Pick<Catalogue, 'coursesWished' | 'listWished' | 'historyWished' | 'finds'>;
    readonly enrolments: Pick<Enrolments, 'requestWished'>;
    readonly mentoring: Pick<Mentoring, 'requestWished'>;
  }) =>
  (text: string, scene: Scene): Intended => {
    const { wish: found, ours } = needs.intent(text);
    if (found === null || ASKS_FOR_A_RULE.test(text)) return { wished: null, ours };
    const answer = answerTo(found.wish);
    if (answer === null) return { wished: null, ours };
    const finds = async (): Promise<boolean> =>
      answer.kind !== 'courses' || answer.query.forMe || needs.catalogue.finds(answer.query, scene);
    return { wished: { confidence: found.confidence, answer, finds }, ours };

    function answerTo(wish: Wish): Understood | null {
      switch (wish) {
        case 'apply':
        case 'withdraw':
          return ofEnrolment(needs.enrolments.requestWished(wish, text, scene));
        case 'own_enrolments':
          return ofEnrolment(needs.enrolments.requestWished('status', text, scene));
        case 'own_history':
          return ofHistory(needs.catalogue.historyWished(text, scene));
        case 'recommend':
          return ofAdvice(needs.catalogue.coursesWished(text, scene));
        case 'list_courses':
          return ofList(needs.catalogue.listWished(text, scene));
        case 'submitted':
          return { kind: 'action', action: 'list_due' };
        case 'show_desks':
          return ABOUT_DESKS.test(text) ? null : { kind: 'action', action: wish };
        case 'list_due':
        case 'snooze':
        case 'reminder_settings':
        case 'ask_hr':
        case 'manage_campaigns':
        case 'announce':
        case 'recent_announcements':
        case 'import_data':
        case 'edit_data':
          return { kind: 'action', action: wish satisfies RequestedAction };
        case 'progress':
          return { kind: 'action', action: progressOf(text, scene) };
        case 'own_mentor':
        case 'mentoring_next':
        case 'mentoring_record':
        case 'mentoring_last':
        case 'mentoring_change':
        case 'mentoring_help':
          return { kind: 'mentoring', request: needs.mentoring.requestWished(wish, text, scene) };
        case 'thanks_card':
          return { kind: 'action', action: 'send_thanks' };
        case 'undo':
          return { kind: 'action', action: 'undo_done' };
        default:
          return wish satisfies never;
      }
    }
  };

const ofEnrolment = (request: EnrolmentRequest | null): Understood | null =>
  request === null ? null : { kind: 'enrolment', request };

/** Whoever names a subject wants the courses on it, not those that fit a person and hardly touch it. */
const ofAdvice = (query: CourseQuery): Understood => ({
  kind: 'courses',
  query: query.words === '' ? { ...query, forMe: true } : { ...query, advice: true },
});

const ofList = (query: CourseQuery | null): Understood | null =>
  query === null ? null : { kind: 'courses', query };

const ofHistory = (query: PersonalQuery | null): Understood | null =>
  query === null ? null : { kind: 'personal', query };

function progressOf(text: string, { person }: Scene): RequestedAction {
  if (/代理|代わり|かわりに/.test(text)) return 'record_for_others';
  if (!isHr(person)) return 'section_progress';
  return /csv|エクセル|excel|ファイル/i.test(text.normalize('NFKC')) ? 'progress_csv' : 'campaign_progress';
}
