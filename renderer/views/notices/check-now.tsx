// The button that looks at HostUp at once instead of at its time.
import { Button } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';

export function CheckNow() {
  const { connection } = useStores();
  const text = useText();
  return (
    <Button icon="refresh" busy={connection.checking.value} onPress={() => void connection.checkNow()}>
      {text.checkNow}
    </Button>
  );
}
