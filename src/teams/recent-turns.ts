/**
 * Teams repeats an activity whose answer is slow. A repeat waits for the first and gets the same answer instead of doing
 * the work again. Memory of this process only: what a turn changes is idempotent by its own keys in the database.
 */
export class RecentTurns<T> {
  readonly #answers = new Map<string, Promise<T>>();
  readonly #capacity: number;

  constructor(capacity = 5_000) {
    this.#capacity = capacity;
  }

  /** Runs `work` once a `key`; a failed one may be tried again. Without `identified` there is nothing to tell repeats by. */
  async once(key: string, identified: boolean, work: () => Promise<T>): Promise<T> {
    if (!identified) return work();
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = work();
    this.#answers.set(key, answer);
    if (this.#answers.size > this.#capacity) {
      const oldest = this.#answers.keys().next();
      if (!oldest.done) this.#answers.delete(oldest.value);
    }
    try {
      return await answer;
    } catch (error) {
      this.#answers.delete(key);
      throw error;
    }
  }
}
