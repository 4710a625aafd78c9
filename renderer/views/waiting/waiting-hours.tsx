// Waiting times by the hour of the day at which the customer wrote: 24 columns for each kind of reply, over one scale.
import type { HourWaits, Wait } from '../../../electron/contract/waiting.ts';
import { useText } from '../../ui/context.ts';
import { isEnough, type Scale, scaleOf } from '../../waiting/scale.ts';
import { WaitingFigure } from './waiting-figure.tsx';
import { cellsOf, type Kind, kinds, lasting, phraseOf } from './waiting-words.ts';

/** of the drawing and of the room above and below what is drawn, pixels */
const height = 112;
const edge = 8;

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export function WaitingHours({ hours, timeZone }: { hours: readonly HourWaits[]; timeZone: string }) {
  const text = useText();
  const { waits } = text;
  const scale = scaleOf(hours.flatMap(({ first, next }) => [first, next]));
  const said = hours.filter(({ first, next }) => first !== null || next !== null);
  return (
    <WaitingFigure
      title={waits.byHour}
      says={waits.byHourSays(timeZone)}
      columns={[waits.hour, waits.reply, waits.median, waits.range, waits.answers]}
      rows={said.flatMap((hour) =>
        kinds.map((kind) => [clock(hour.hour), waits[kind], ...cellsOf(hour[kind], text)]),
      )}
      chart={
        <div class="waits-hours">
          {kinds.map((kind) => (
            <Day key={kind} kind={kind} hours={hours} scale={scale} />
          ))}
        </div>
      }
    />
  );
}

type DayProps = { kind: Kind; hours: readonly HourWaits[]; scale: Scale };

function Day({ kind, hours, scale }: DayProps) {
  const text = useText();
  const said = hours.filter((hour) => hour[kind] !== null);
  const phrases = said.map((hour) => `${clock(hour.hour)} ${phraseOf(hour[kind], text)}`);
  const label = `${text.waits.byHour}, ${text.waits[`${kind}Of`]}: ${phrases.join('; ') || text.waits.noAnswers}`;
  const y = (milliseconds: number) => edge + (1 - scale.place(milliseconds)) * (height - 2 * edge);
  return (
    <div class="waits-day">
      <h4>{text.waits[kind]}</h4>
      <svg aria-hidden="true" width="100%" height={height + 20}>
        {scale.labels.map((tick) => (
          <text key={tick} x="100%" y={y(tick) + 4} text-anchor="end">
            {lasting(tick, text)}
          </text>
        ))}
      </svg>
      <svg role="img" aria-label={label} width="100%" height={height + 20}>
        {scale.ticks.map((tick) => (
          <line key={tick} class="grid" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
        ))}
        {hours.map((hour) => (
          <Column key={hour.hour} hour={hour.hour} wait={hour[kind]} y={y} />
        ))}
      </svg>
    </div>
  );
}

type ColumnProps = { hour: number; wait: Wait | null; y: (milliseconds: number) => number };

function Column({ hour, wait, y }: ColumnProps) {
  const text = useText();
  return (
    <g>
      <title>{`${clock(hour)} · ${phraseOf(wait, text)}`}</title>
      <rect class="hit" x={along(hour)} width={along(1)} y="0" height={height} />
      {wait !== null && <Shape hour={hour} wait={wait} y={y} />}
      {hour % 3 === 0 && (
        <text x={along(hour + 0.5)} y={height + 14} text-anchor="middle">
          {hour}
        </text>
      )}
    </g>
  );
}

function Shape({ hour, wait, y }: ColumnProps & { wait: Wait }) {
  const middle = y(wait.median);
  if (!isEnough(wait)) return <circle class="few" cx={along(hour + 0.5)} cy={middle} r="3" />;
  const [top, bottom] = [y(wait.high), y(wait.low)];
  return (
    <>
      <rect
        class="band"
        x={along(hour + 0.24)}
        width={along(0.52)}
        y={top}
        height={Math.max(2, bottom - top)}
        rx="3"
      />
      <rect
        class="middle-mark"
        x={along(hour + 0.14)}
        width={along(0.72)}
        y={middle - 1.5}
        height="3"
        rx="1.5"
      />
    </>
  );
}

/** So many hours along the day. */
const along = (hours: number): string => `${((hours / 24) * 100).toFixed(2)}%`;
