// A drawing of waiting times and, at a press, the table behind it. The drawing carries all of it in its name.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/context.ts';

type Props = {
  title: string;
  says?: string;
  chart: ComponentChildren;
  columns: readonly string[];
  /** the first cell names its row */
  rows: readonly (readonly string[])[];
};

export function WaitingFigure({ title, says, chart, columns, rows }: Props) {
  const text = useText();
  const [asTable, setAsTable] = useState(false);
  return (
    <section class="waits-figure" aria-label={title}>
      <div class="waits-title">
        <h3>{title}</h3>
        <Button kind="quiet" icon={asTable ? 'chart' : 'list'} onPress={() => setAsTable(!asTable)}>
          {asTable ? text.waits.asChart : text.waits.asTable}
        </Button>
      </div>
      {says !== undefined && <p class="hint">{says}</p>}
      {asTable ? <Table name={title} columns={columns} rows={rows} /> : chart}
    </section>
  );
}

function Table({ name, columns, rows }: { name: string } & Pick<Props, 'columns' | 'rows'>) {
  return (
    <div class="waits-table">
      <table aria-label={name}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{first}</th>
              {cells.map((cell, at) => (
                <td key={columns[at + 1]}>{unbroken(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A line never ends between a number and its unit. */
const unbroken = (words: string): string => words.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
