// What is being written looks like a secret: says which kind, and what can be done about it.
import type { Suspicion } from '../../stores/suspicion.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/context.ts';
import { Bar } from '../notices/bar.tsx';

type Props = {
  suspicion: Suspicion;
  /** what else to say, where it cannot be encrypted */
  says?: string;
  onEncrypt?: () => void;
  onHarmless: () => void;
};

export function SecretBar({ suspicion, says, onEncrypt, onHarmless }: Props) {
  const text = useText();
  return (
    <Bar kind="warn" icon="lock">
      <span>
        {text.secretLooks[suspicion.kind]}
        {says !== undefined && ` ${says}`}
      </span>
      <span class="bar-actions">
        {onEncrypt !== undefined && (
          <Button keepFocus onPress={onEncrypt}>
            {text.markEncrypted}
          </Button>
        )}
        <Button keepFocus onPress={onHarmless}>
          {text.notSecret}
        </Button>
      </span>
    </Bar>
  );
}
