import { defineCard } from '../../cards/define-card';
import type { Locale } from '../../core/turn';
import type { Person } from '../directory';
import { chatTexts } from './chat-texts';

export type MenuView = {
  lang: Locale;
  fallback: string;
  heading: string;
  text: string;
  groups: { title: string; prompts: { label: string; say: string }[] }[];
  privacy: string;
};

/** A button's label, written by hand, means what the button says. */
export function saidBy(text: string): string {
  const written = text.trim().toLowerCase();
  const prompts = (['ja', 'en'] as const).flatMap((locale) => Object.values(chatTexts(locale).prompts));
  return prompts.find(({ label }) => label.toLowerCase() === written)?.say ?? text;
}

/** What this very person can do, by role. */
export function menuView(person: Pick<Person, 'roles'>, locale: Locale): MenuView {
  const t = chatTexts(locale);
  const p = t.prompts;
  const meetings = person.roles.has('mentor') ? [p.mentorMeetings] : [];
  const hrMore = [p.polls, p.progress, p.mentorPairs, p.mentorMeetings, p.undo, p.improvements];
  const groups = [
    { title: t.groups.ask, prompts: [p.nextMonth, p.open, p.grant, p.mentor] },
    {
      title: t.groups.own,
      prompts: [p.forMe, p.history, p.ownMentor, p.recentAnnouncements, p.thanks, ...meetings],
    },
    { title: t.groups.help, prompts: [p.askHr, p.desks] },
  ];
  if (person.roles.has('manager') || person.roles.has('clerk'))
    groups.push({ title: t.groups.section, prompts: [p.sectionProgress, p.recordForOthers] });
  if (person.roles.has('hr_editor') || person.roles.has('hr_admin')) {
    groups.push({
      title: t.groups.hr,
      prompts: [p.inquiries, p.campaigns, p.announcements, p.importData, p.editData, p.confirmData],
    });
  }
  if (person.roles.has('stress_admin'))
    groups.push({ title: t.groups.stress, prompts: [p.campaigns, p.stressProgress, p.rates, p.auditLog] });
  if (person.roles.has('hr_admin'))
    groups.push({ title: '', prompts: hrMore }, { title: '', prompts: [p.launch, p.roleGrants, p.auditLog] });
  else if (person.roles.has('hr_editor')) groups.push({ title: '', prompts: hrMore });
  else if (person.roles.has('auditor')) groups.push({ title: t.groups.audit, prompts: [p.auditLog] });
  return {
    lang: locale,
    fallback: `${t.menuHeading}\n${t.menuText}`,
    heading: t.menuHeading,
    text: t.menuText,
    groups: groups.map(({ title, prompts }) => ({
      title,
      prompts: prompts.map(({ label, say }) => ({ label, say })),
    })),
    privacy: t.privacy,
  };
}

export const menuCard = defineCard<MenuView>({
  name: 'chat/menu',
  examples: {
    employee: menuView({ roles: new Set() }, 'ja'),
    mentor: menuView({ roles: new Set(['mentor']) }, 'ja'),
    manager: menuView({ roles: new Set(['manager', 'clerk']) }, 'ja'),
    hr: menuView({ roles: new Set(['hr_admin', 'hr_editor']) }, 'ja'),
    auditor: menuView({ roles: new Set(['auditor']) }, 'en'),
  },
});
