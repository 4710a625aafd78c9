// Text with the places in it marked that a search found.
type Ranges = readonly (readonly [number, number])[];

/** @param ranges start and end, in order, not overlapping; left out: nothing is marked */
export function Marked({ text, ranges }: { text: string; ranges?: Ranges | undefined }) {
  if (ranges === undefined || ranges.length === 0) return <>{text}</>;
  const ends = ranges.map(([, end]) => end);
  return (
    <>
      {ranges.map(([start, end], index) => (
        <>
          {text.slice(ends[index - 1] ?? 0, start)}
          <mark key={start}>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
