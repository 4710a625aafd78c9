// An API key that is being typed into a form: it lives there alone, and what cannot be a key is said before HostUp is
// asked about it.
import type { RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { type KeyProblem, keyProblem } from './key-problem.ts';

/** @template Refusal what else the form may say of the key, until it is typed anew */
export type TypedKey<Refusal = never> = {
  /** of the field */
  readonly id: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly wrong: KeyProblem | Refusal | null;
  type(value: string): void;
  /** The key to ask HostUp about; null: it cannot be one, which is said, and the field has the keyboard. */
  check(): string | null;
  refuse(why: Refusal | null): void;
  /** All of it, so that another can be typed in its place. */
  select(): void;
};

export function useTypedKey<Refusal = never>(): TypedKey<Refusal> {
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState<KeyProblem | Refusal | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  return {
    id,
    field,
    value,
    wrong,
    type(next) {
      setValue(next);
      setWrong(null);
    },
    check() {
      const key = value.trim();
      const problem = keyProblem(key);
      setWrong(problem);
      if (problem === null) return key;
      field.current?.focus();
      return null;
    },
    refuse: setWrong,
    select() {
      field.current?.focus();
      field.current?.select();
    },
  };
}
