import { Failure, type FailureCode } from '../../shared/errors.ts';

/** For `assert.throws` and `assert.rejects`: the error is a `Failure` with this code. */
export function failsWith(code: FailureCode): (error: unknown) => boolean {
  return (error) => {
    if (error instanceof Failure && error.code === code) return true;
    throw error;
  };
}
