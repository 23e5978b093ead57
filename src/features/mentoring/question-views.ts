import type { Day } from '../../core/calendar/day';
import { shortDay } from '../../core/calendar/written-days';
import type { Locale } from '../../core/turn';
import { type CheckIn, heldOn } from './check-in';
import { type ItemView, item, type ListView, listView, opener } from './list-view';
import type { Interview } from './mentoring-needs';
import type { MentoringRequest } from './mentoring-request';
import { mentoringTexts } from './mentoring-texts';
import {
  nobodyView,
  type OwnNow,
  otherRole,
  personLine,
  readDialog,
  recordDialogs,
  waitingLine,
} from './own-view';

/** 「次の面談いつ？」: of the pairs, and of the appraisal where one waits. */
export function nextView(
  pairs: readonly OwnNow[],
  interviews: readonly Interview[],
  today: Day,
  locale: Locale,
): ListView {
  const t = mentoringTexts(locale);
  if (pairs.length + interviews.length === 0) return nobodyView(locale);
  return listView(
    {
      heading: t.nextHeading,
      items: [
        ...pairs.map((own) =>
          item({
            title: `${otherRole(own.side, locale)}　${personLine(own, locale)}`,
            lines: [waitingLine(own, today, locale)],
            dialogs: recordDialogs(own, today, locale).slice(0, 2),
          }),
        ),
        ...interviewItems(interviews, locale),
      ],
    },
    locale,
  );
}

/** 「先月何話したっけ」: the days in the chat, the texts behind a button. */
export function talkedView(
  pairs: readonly OwnNow[],
  dates: { readonly from: Day; readonly to: Day; readonly label: string } | null,
  locale: Locale,
): ListView {
  const t = mentoringTexts(locale);
  const isMeant = (checkIn: CheckIn): boolean => {
    const on = heldOn(checkIn);
    if (on === null || dates === null) return on !== null;
    return (
      (dates.from <= on && on <= dates.to) ||
      (dates.from <= checkIn.period.from && checkIn.period.to <= dates.to)
    );
  };
  return listView(
    {
      heading: t.talkedHeading,
      notes: [t.talkedNote],
      items: pairs.map((own) => {
        const days = own.checkIns.filter(isMeant).flatMap((one) => heldOn(one) ?? []);
        const shown = days
          .toSorted()
          .slice(-4)
          .map((on) => shortDay(on, locale))
          .join(locale === 'ja' ? '、' : ', ');
        const none = dates === null ? t.neverHeld : t.talkedNone(dates.label);
        const at = own.checkIns.find(isMeant);
        return item({
          title: `${otherRole(own.side, locale)}　${personLine(own, locale)}`,
          lines: [days.length === 0 ? none : t.talkedOn(shown)],
          dialogs:
            own.checkIns.length === 0
              ? []
              : [
                  at === undefined
                    ? readDialog(own, locale)
                    : opener(t.read, 'records', {
                        pair: own.pair.id,
                        from: at.period.from,
                        number: at.number,
                      }),
                ],
        });
      }),
    },
    locale,
  );
}

/**
 * 「面談の記録をつけたい」: whatever somebody has to record of what the text names, so that they choose where it may be both
 * their mentor's and their appraisal's.
 */
export function recordView(
  has: { readonly pairs: readonly OwnNow[]; readonly interviews: readonly Interview[] },
  of: Extract<MentoringRequest, { kind: 'record' }>['of'],
  today: Day,
  locale: Locale,
): ListView {
  const t = mentoringTexts(locale);
  const pairs = of === 'appraisal' ? [] : has.pairs;
  const interviews = of === 'mentoring' ? [] : has.interviews;
  if (pairs.length + interviews.length === 0)
    return of === 'appraisal'
      ? listView({ heading: t.recordHeading, notes: [t.recordNoInterview] }, locale)
      : nobodyView(locale, of === 'any' ? t.recordNoInterview : '');
  const pairItems = pairs.map((own) => {
    const dialogs = recordDialogs(own, today, locale);
    return item({
      title: `${otherRole(own.side, locale)}　${personLine(own, locale)}`,
      lines: [dialogs.length === 0 ? t.recordNone : waitingLine(own, today, locale)],
      dialogs: [...dialogs, ...(own.checkIns.length === 0 ? [] : [readDialog(own, locale)])],
    });
  });
  return listView(
    {
      heading: pairs.length > 0 && interviews.length > 0 ? t.recordWhich : t.recordHeading,
      items: [...pairItems, ...interviewItems(interviews, locale)],
      hint: pairs.length === 0 ? '' : t.hint,
    },
    locale,
  );
}

const interviewItems = (interviews: readonly Interview[], locale: Locale): readonly ItemView[] => {
  const t = mentoringTexts(locale);
  return interviews.map(({ line, dialogs }) =>
    item({
      title: line,
      state: { text: t.nextInterviews, colour: 'accent' },
      dialogs: dialogs.map(({ data }) => ({
        label: t.recordDay,
        style: 'positive',
        data: { ...data, msteams: { type: 'task/fetch' } },
      })),
    }),
  );
};
