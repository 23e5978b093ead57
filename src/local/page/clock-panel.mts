import type { ClockView, TickSummary } from '../wire.js';
import { type Api, Refusal } from './api.mjs';
import { formatDay, formatShortDay, formatTime, fromLocalInput, toLocalInput } from './dates.mjs';
import { h, icon } from './dom.mjs';
import type { Language, Texts } from './page-texts.mjs';

export interface ClockPanel {
  readonly button: HTMLElement;
  readonly popover: HTMLElement;
  /** The server's clock, as just read. */
  set(view: ClockView): void;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The clock of the local channel: shown in the header, moved on in a panel below it. */
export function clockPanel(api: Api, texts: Texts, language: Language): ClockPanel {
  let view: ClockView | null = null;
  let readAt = 0;

  const long = h('span', { class: 'clock-long' });
  const short = h('span', { class: 'clock-short' });
  const button = h('button', {
    type: 'button',
    class: 'clock-button',
    popovertarget: 'clock-popover',
    title: texts.clock,
  });
  button.append(icon('clock'), long, short);

  const now = h('p', { class: 'clock-now' });
  const ahead = h('p', { class: 'clock-ahead' });
  const morning = h('span', { class: 'button-detail' });
  const input = h('input', { type: 'datetime-local', id: 'clock-moment', class: 'text-input' });
  const status = h('p', { class: 'clock-status', role: 'status' });
  const step = (label: string, detail: HTMLElement | null, to: (view: ClockView) => Date) =>
    h(
      'button',
      { type: 'button', class: 'button', onclick: () => view && void move(to(view)) },
      label,
      detail,
    );
  const custom = h(
    'form',
    {
      class: 'clock-custom',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        const to = fromLocalInput(input.value);
        if (to !== null) void move(to);
      },
    },
    h('label', { for: 'clock-moment' }, texts.momentLabel),
    h(
      'div',
      { class: 'clock-row' },
      input,
      h('button', { type: 'submit', class: 'button primary' }, texts.moveThere),
    ),
  );
  const controls = h(
    'div',
    { class: 'clock-controls' },
    step(texts.nextHour, null, () => new Date(present().getTime() + HOUR_MS)),
    step(texts.nextMorning, morning, ({ nextMorning }) => new Date(nextMorning)),
    h('details', {}, h('summary', { class: 'button' }, texts.pickMoment), custom),
  );
  const popover = h(
    'section',
    { class: 'popover clock-popover', popover: 'auto', id: 'clock-popover', 'aria-label': texts.clock },
    h('p', { class: 'popover-label' }, texts.clockNow),
    now,
    ahead,
    h('p', { class: 'popover-about' }, texts.clockAbout),
    controls,
    status,
  );

  const present = (): Date => new Date(Date.parse(view?.now ?? '') + performance.now() - readAt);

  function draw(): void {
    if (view === null) return;
    const moment = present();
    const time = formatTime(moment, language);
    long.textContent = `${formatDay(moment, language)} ${time}`;
    short.textContent = `${formatShortDay(moment, language)} ${time}`;
    now.textContent = long.textContent;
    button.setAttribute('aria-label', `${texts.clock}: ${long.textContent}`);
    const isAhead = view.offsetMs > 60_000;
    button.classList.toggle('is-ahead', isAhead);
    ahead.textContent = isAhead ? texts.ahead(Math.floor(view.offsetMs / DAY_MS)) : '';
    const next = new Date(view.nextMorning);
    morning.textContent = `${formatShortDay(next, language)} ${formatTime(next, language)}`;
    input.min = toLocalInput(moment);
    if (document.activeElement !== input && input.value < input.min) input.value = input.min;
  }

  function set(next: ClockView): void {
    view = next;
    readAt = performance.now();
    draw();
  }

  /** Moves the clock, then sends what has fallen due. */
  async function move(to: Date): Promise<void> {
    controls.inert = true;
    status.classList.remove('is-error');
    status.textContent = texts.moving;
    try {
      const moved = await api.moveClock(to);
      set(moved);
      const moment = new Date(moved.now);
      const reached = texts.clockMoved(`${formatShortDay(moment, language)} ${formatTime(moment, language)}`);
      status.textContent = `${reached}${report(await api.tick())}`;
    } catch (error) {
      status.classList.add('is-error');
      status.textContent = error instanceof Refusal && error.status < 500 ? error.message : texts.failed;
    } finally {
      controls.inert = false;
    }
  }

  function report({ sent, failed, pending }: TickSummary): string {
    if (sent === 0 && failed === 0 && pending === 0) return texts.nothingDue;
    return [
      sent > 0 && texts.sent(sent),
      failed > 0 && texts.notDelivered(failed),
      pending > 0 && texts.waiting(pending),
    ]
      .filter((part) => part !== false)
      .join('');
  }

  popover.addEventListener('toggle', () => {
    status.textContent = '';
    draw();
  });
  setInterval(draw, 1_000);
  return { button, popover, set };
}
