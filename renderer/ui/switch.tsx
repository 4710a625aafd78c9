// A switch that is on or off at once, without a form.
export type SwitchProps = { label: string; on: boolean; onChange: (on: boolean) => void; title?: string };

export function Switch({ label, on, onChange, title }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      title={title}
      onClick={() => onChange(!on)}
    >
      <span class="track" aria-hidden="true">
        <span class="knob" />
      </span>
      <span>{label}</span>
    </button>
  );
}
