const ATTEMPTS = 100;

/** Runs `work` again, a little later, when it fails with an error of which `passing` is true. Throws the last error. */
export async function again<T>(work: () => Promise<T>, passing: (error: unknown) => boolean): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!passing(error) || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20));
    }
  }
}

/** The driver's code of an error. By this alone errors are told apart: their classes are others in every module registry. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
