import { enrolmentId } from '../../../src/core/ids';
import { calendarFile } from '../../../src/features/enrolment/calendar-file';
import { type Schedule, scheduleOf } from '../../../src/features/enrolment/enrolment';
import { anOffering, calendar, onDay } from '../catalogue/builders';

const NOW = new Date('2026-11-24T01:00:00Z');
const ID = enrolmentId.parse('00000000-0000-4000-8000-000000000001');

/** Properties of the one event, as a calendar reads them (RFC 5545: lines unfolded, texts unescaped). */
function read(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [
        line.slice(0, at),
        line
          .slice(at + 1)
          .replace(/\\n/g, '\n')
          .replace(/\\([\\;,])/g, '$1'),
      ];
    }),
  );
}

const file = (when: Schedule, changes: { version?: number; title?: string; description?: string } = {}) =>
  read(calendarFile({ id: ID, version: 0, title: '研修', description: '', when, ...changes }, calendar, NOW));

const when = scheduleOf(anOffering('C-1', '2026-12-10'), '研修');

test('one afternoon, in UTC, under an id that stays', () => {
  const event = file(when);
  expect(event.get('METHOD')).toBe('PUBLISH');
  expect(event.get('UID')).toBe(`${ID}@ikusei-navi`);
  expect(event.get('SEQUENCE')).toBe('0');
  expect(event.get('DTSTART')).toBe('20261210T043000Z');
  expect(event.get('DTEND')).toBe('20261210T080000Z');
  expect(event.get('LOCATION')).toBe('市役所 研修室');
  expect(event.get('DTSTAMP')).toBe('20261124T010000Z');
});

test('after a change the same id with a higher number', () => {
  const moved = file({ ...when, startsOn: onDay('2026-12-11'), endsOn: onDay('2026-12-11') }, { version: 1 });
  expect(moved.get('UID')).toBe(file(when).get('UID'));
  expect(moved.get('SEQUENCE')).toBe('1');
  expect(moved.get('DTSTART')).toBe('20261211T043000Z');
});

test('several days are that many afternoons, without the closed ones between', () => {
  const event = file({ ...when, startsOn: onDay('2026-12-10'), endsOn: onDay('2026-12-14') });
  expect(event.get('RRULE')).toBe('FREQ=DAILY;COUNT=5');
  expect(event.get('EXDATE')).toBe('20261212T043000Z,20261213T043000Z');
  expect(event.get('DTEND')).toBe('20261210T080000Z');
});

test('a period, or no time: whole days, which take nobody’s time', () => {
  const period = file({ ...when, startsOn: onDay('2026-12-01'), endsOn: onDay('2027-01-31') });
  expect(period.get('DTSTART;VALUE=DATE')).toBe('20261201');
  expect(period.get('DTEND;VALUE=DATE')).toBe('20270201');
  expect(period.get('TRANSP')).toBe('TRANSPARENT');
  expect(file({ ...when, startTime: null, endTime: null }).get('DTEND;VALUE=DATE')).toBe('20261211');
});

test('hostile and long texts stay texts', () => {
  const title = `研修, A; B\\C\nEND:VEVENT\r\nBEGIN:VALARM${'長い名前の研修'.repeat(20)}`;
  const event = file(
    { ...when, place: '会場, 1; 2階' },
    { title, description: 'DTSTART:19700101T000000Z\n;x' },
  );
  expect(event.get('SUMMARY')?.replace(/\r?\n/g, '\n')).toBe(title.replace(/\r?\n/g, '\n'));
  expect(event.get('LOCATION')).toBe('会場, 1; 2階');
  expect(event.get('DTSTART')).toBe('20261210T043000Z');
});

test('an online room is a link', () => {
  expect(file({ ...when, place: 'https://teams.example.jp/l/1' }).get('URL;VALUE=URI') ?? '').toBe(
    'https://teams.example.jp/l/1',
  );
});
