// The view of waiting times: how long HostUp took to answer this customer, per department and by the hour of the day.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Waiting } from '../../../electron/contract/waiting.ts';
import { IconButton } from '../../ui/button.tsx';
import { useStores, useText } from '../../ui/context.ts';
import { fewest } from '../../waiting/scale.ts';
import { AccountChoice } from '../accounts/account-choice.tsx';
import { namesOf } from '../accounts/account-name.ts';
import { goBack } from '../commands/go.ts';
import { reachOf } from '../list/reach.ts';
import { FailureNote } from '../notices/failure-note.tsx';
import { Empty } from '../notices/list-state.tsx';
import { WaitingDepartments } from './waiting-departments.tsx';
import { WaitingHours } from './waiting-hours.tsx';

export function WaitingPane() {
  const stores = useStores();
  const text = useText();
  const { waiting } = stores;
  const value = waiting.value.value;
  const problem = waiting.problem.value;
  useEffect(() => waiting.watch(), []);
  return (
    <article class="waits" id="waiting" tabIndex={-1} aria-label={text.waits.title}>
      <header class="thread-head">
        <div class="thread-title">
          <IconButton icon="back" class="narrow-only" label={text.back} onPress={() => goBack(stores)} />
          <h2>{text.waits.title}</h2>
          <AccountChoice
            class="waits-choice"
            value={waiting.account.value}
            onChange={waiting.chooseAccount}
          />
          {value !== null && (value.departments.length > 0 || waiting.department.value !== null) && (
            <Choice />
          )}
        </div>
      </header>
      <div class="waits-body">
        {problem !== null && problem.code !== 'disconnected' && <FailureNote failure={problem} />}
        {value !== null && <Figures value={value} />}
      </div>
    </article>
  );
}

function Figures({ value }: { value: Waiting }) {
  const stores = useStores();
  const { waiting, counts, tickets } = stores;
  const text = useText();
  const account = waiting.account.value;
  const listed = account === tickets.filter.value.account ? counts.shown.value : null;
  const reach = reachOf(account === null ? counts.value.value : listed, text);
  const answers = value.departments.reduce(
    (sum, { first, next }) => sum + (first?.n ?? 0) + (next?.n ?? 0),
    0,
  );
  const missing = stores.accounts.list.value.filter(({ id }) => value.missing.includes(id));
  const without = missing.length === 0 ? null : text.waits.missing(namesOf(stores, missing));
  // figures of which a part is missing would mislead whoever does not know
  const told = (says: string) => [says, reach, without].filter((part) => part !== null).join(' ');
  if (answers === 0) {
    const { none, noneSays, noneOfDepartment } = text.waits;
    const says = waiting.department.value === null ? noneSays : noneOfDepartment;
    return <Empty icon="clock" title={none} says={told(says)} />;
  }
  return (
    <>
      <p class="hint">{told(text.waits.says(answers))}</p>
      <WaitingDepartments departments={value.departments} />
      <WaitingHours hours={value.byHour} timeZone={waiting.timeZone} />
      <Legend />
    </>
  );
}

function Choice() {
  const { waiting } = useStores();
  const text = useText();
  return (
    <select
      class="input waits-choice"
      aria-label={text.waits.department}
      value={waiting.department.value ?? ''}
      onChange={(event) => waiting.choose(event.currentTarget.value || null)}
    >
      <option value="">{text.waits.allDepartments}</option>
      {waiting.departments.value.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Legend() {
  const text = useText();
  const sign = (shape: JSX.Element) => (
    <svg width="20" height="16" aria-hidden="true">
      {shape}
    </svg>
  );
  return (
    <ul class="waits-legend">
      <li>
        {sign(<rect class="middle-mark" x="8" y="1" width="4" height="14" rx="2" />)}
        {text.waits.legendMedian}
      </li>
      <li>
        {sign(<rect class="band" x="1" y="3.5" width="18" height="9" rx="4.5" />)}
        {text.waits.legendRange}
      </li>
      <li>
        {sign(<circle class="few" cx="10" cy="8" r="4" />)}
        {text.waits.legendFew(fewest)}
      </li>
      <li>{text.waits.scale}</li>
    </ul>
  );
}
