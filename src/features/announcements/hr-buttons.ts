import { type Button, buttonsFor } from '../../cards/buttons';
import type { EmployeeId } from '../../core/ids';
import type { Locale } from '../../core/turn';
import { type Announcement, hasStarted, may } from './announcement';
import { announcementsTexts } from './announcements-texts';
import { mayApprove } from './approval';

export type DialogButton = {
  label: string;
  data: { verb: string; id: string; page: string; msteams: { type: 'task/fetch' } };
};

/** The next step, and what stops what is under way. */
export function mainButtons(
  {
    announcement,
    problems,
    viewer,
  }: {
    readonly announcement: Announcement;
    readonly problems: readonly string[];
    readonly viewer: { readonly id: EmployeeId };
  },
  locale: Locale,
): Button[] {
  const t = announcementsTexts(locale);
  const { id, status, correction } = announcement;
  const button = buttonsFor('announcements', id);
  return [
    ...(may('schedule', announcement) && problems.length === 0
      ? [button('askSend', t.send, 'positive')]
      : []),
    ...(status.kind === 'requested'
      ? mayApprove(viewer, status.by)
        ? [button('approve', t.approve, 'positive'), button('return', t.giveBack)]
        : [button('return', t.takeBack)]
      : []),
    ...(correction === null
      ? []
      : [
          ...(mayApprove(viewer, correction.by)
            ? [button('approveCorrection', t.approveCorrection, 'positive')]
            : []),
          button('refuseCorrection', t.refuseCorrection),
        ]),
    ...(may('unschedule', announcement) ? [button('unschedule', t.unschedule)] : []),
    ...(may('resume', announcement) ? [button('resume', t.resume, 'positive')] : []),
    ...(may('pause', announcement) ? [button('pause', t.pause)] : []),
    ...(may('cancel', announcement) ? [button('askCancel', t.cancel)] : []),
  ];
}

/** What opens a dialog. */
export function dialogButtons(announcement: Announcement, locale: Locale): DialogButton[] {
  const t = announcementsTexts(locale);
  const dialog = (verb: string, page: string, label: string): DialogButton => ({
    label,
    data: { verb: `announcements.${verb}`, id: announcement.id, page, msteams: { type: 'task/fetch' } },
  });
  if (may('edit', announcement))
    return [
      dialog('edit', 'text', t.editText),
      dialog('edit', 'buttons', t.editButtons),
      dialog('edit', 'audience', t.editAudience),
      dialog('edit', 'plan', t.editPlan),
    ];
  return may('correct', announcement) && announcement.correction === null
    ? [dialog('correct', '', t.correct)]
    : [];
}

/** Looking, testing, and what cannot be undone. */
export function moreButtons(announcement: Announcement, locale: Locale): Button[] {
  const t = announcementsTexts(locale);
  const button = buttonsFor('announcements', announcement.id);
  const started = hasStarted(announcement);
  return [
    ...(started ? [button('report', t.report), button('show', t.refresh)] : []),
    button('preview', t.preview),
    ...(started ? [] : [button('test', t.test)]),
    ...(started && announcement.plan.repeat !== 'never' ? [button('askStopRepeat', t.stopRepeat)] : []),
    ...(may('withdraw', announcement) ? [button('askWithdraw', t.withdraw)] : []),
    ...(may('discard', announcement) ? [button('askDiscard', t.discard)] : []),
  ];
}
