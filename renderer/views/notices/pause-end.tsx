// When a pause that HostUp asked for is over: a time of day, or the seconds that are left where it is soon.
import { useEffect, useState } from 'preact/hooks';
import { timeLeft } from '../../text/duration.ts';
import { useDates, useStores, useText } from '../../ui/context.ts';

/** from so much on every second is counted, milliseconds */
const soon = 120_000;

/** @param until epoch milliseconds; null: nobody knows */
export function PauseEnd({ until }: { until: number | null }) {
  const { now } = useStores();
  const text = useText();
  const dates = useDates();
  if (until === null) return text.codes.paused.next;
  return until - now.value < soon ? <Countdown until={until} /> : text.pausedUntil(dates.time(until));
}

function Countdown({ until }: { until: number }) {
  const text = useText();
  const [left, setLeft] = useState(until - Date.now());
  useEffect(() => {
    const look = () => setLeft(until - Date.now());
    look();
    const every = setInterval(look, 1_000);
    return () => clearInterval(every);
  }, [until]);
  return left <= 0 ? text.codes.rate_limited.next : text.pausedFor(timeLeft(left, text.dates));
}
