// Waiting times per department: a range and its median for the first and the next reply, over one scale.
import type { DepartmentWaits, Wait } from '../../../electron/contract/waiting.ts';
import { useText } from '../../ui/context.ts';
import { isEnough, type Scale, scaleOf } from '../../waiting/scale.ts';
import { WaitingFigure } from './waiting-figure.tsx';
import { cellsOf, type Kind, kinds, lasting, phraseOf } from './waiting-words.ts';

export function WaitingDepartments({ departments }: { departments: readonly DepartmentWaits[] }) {
  const text = useText();
  const { waits } = text;
  const scale = scaleOf(departments.flatMap(({ first, next }) => [first, next]));
  return (
    <WaitingFigure
      title={waits.byDepartment}
      columns={[waits.department, waits.reply, waits.median, waits.range, waits.answers]}
      rows={departments.flatMap((department) =>
        kinds.map((kind) => [department.name, waits[kind], ...cellsOf(department[kind], text)]),
      )}
      chart={
        <div class="waits-ranges">
          {departments.map((department) => (
            <div key={department.slug}>
              <h4>{department.name}</h4>
              {kinds.map((kind) => (
                <Line key={kind} name={department.name} kind={kind} wait={department[kind]} scale={scale} />
              ))}
            </div>
          ))}
          <Axis scale={scale} />
        </div>
      }
    />
  );
}

type LineProps = { name: string; kind: Kind; wait: Wait | null; scale: Scale };

function Line({ name, kind, wait, scale }: LineProps) {
  const text = useText();
  const label = `${name}, ${text.waits[`${kind}Of`]}: ${phraseOf(wait, text)}`;
  const [median, range] = cellsOf(wait, text);
  const tells = wait !== null && isEnough(wait);
  return (
    <div class="waits-line">
      <span class="waits-kind">{text.waits[kind]}</span>
      <svg role="img" aria-label={label} width="100%" height="20">
        <title>{label}</title>
        {scale.ticks.map((tick) => (
          <line
            key={tick}
            class="grid"
            x1={percent(scale.place(tick))}
            x2={percent(scale.place(tick))}
            y1="0"
            y2="20"
          />
        ))}
        {wait !== null && <Range wait={wait} scale={scale} />}
      </svg>
      <span class="waits-words" aria-hidden="true">
        <strong class={tells ? '' : 'dim'}>{median}</strong>
        {tells && <span>{range}</span>}
        {wait !== null && <span class="dim">{text.waits.count(wait.n)}</span>}
      </span>
    </div>
  );
}

function Range({ wait, scale }: { wait: Wait; scale: Scale }) {
  const middle = scale.place(wait.median);
  if (!isEnough(wait)) return <circle class="few" cx={percent(middle)} cy="10" r="4" />;
  const low = scale.place(wait.low);
  const width = scale.place(wait.high) - low;
  return (
    <>
      <rect class="band" x={percent(low)} width={percent(width)} y="5.5" height="9" rx="4.5" />
      <rect
        class="middle-mark"
        x={percent(middle)}
        y="2"
        width="4"
        height="16"
        rx="2"
        transform="translate(-2 0)"
      />
    </>
  );
}

function Axis({ scale }: { scale: Scale }) {
  const text = useText();
  return (
    <div class="waits-line waits-axis">
      <span class="waits-kind" />
      <svg aria-hidden="true" width="100%" height="18">
        {scale.labels.map((tick, index) => (
          <text
            key={tick}
            x={percent(scale.place(tick))}
            y="13"
            text-anchor={anchor(index, scale.labels.length)}
          >
            {lasting(tick, text)}
          </text>
        ))}
      </svg>
      <span class="waits-words" />
    </div>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const anchor = (index: number, of: number) => (index === 0 ? 'start' : index === of - 1 ? 'end' : 'middle');
