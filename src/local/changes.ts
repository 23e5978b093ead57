/** Counts changes and wakes those who wait for the next one. */
export class Changes {
  // Not 0, which asks for everything at once.
  #seq = 1;
  #closed = false;
  readonly #waiting = new Set<() => void>();

  get seq(): number {
    return this.#seq;
  }

  /** Notes a change; answers its number. */
  next(): number {
    this.#seq += 1;
    this.#wake();
    return this.#seq;
  }

  /** Resolves at once when there has been a change after `seq`, otherwise at the next one, or after `ms` without any. */
  async after(seq: number, ms: number): Promise<void> {
    if (this.#seq > seq || this.#closed) return;
    let timer: NodeJS.Timeout | undefined;
    let wake = () => {};
    await new Promise<void>((resolve) => {
      wake = resolve;
      this.#waiting.add(wake);
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    this.#waiting.delete(wake);
  }

  /** Lets everybody go, so that a server can stop. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }
}
