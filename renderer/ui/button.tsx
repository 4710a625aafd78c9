// Buttons. A button that cannot be pressed now stays focusable, so that the keyboard never falls off the page.
import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName, Spinner } from './icon.tsx';

type ButtonProps = {
  children: ComponentChildren;
  onPress?: (() => void) | undefined;
  icon?: IconName;
  kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  submit?: boolean;
  off?: boolean;
  busy?: boolean;
  describedBy?: string | undefined;
  /** what is read aloud where the words alone do not say enough; begins with them */
  label?: string | undefined;
  shortcut?: string | undefined;
  /** a press with the mouse leaves the keyboard where it is */
  keepFocus?: boolean;
  /** has the keyboard when its dialog opens */
  first?: boolean;
  /** the second click of a double click does nothing */
  single?: boolean;
};

export function Button(props: ButtonProps): JSX.Element {
  const { children, onPress, icon, kind = 'plain', submit = false, off = false, busy = false } = props;
  const { single = false, first = false } = props;
  return (
    <button
      type={submit ? 'submit' : 'button'}
      autofocus={first}
      class={`button ${kind}`}
      aria-disabled={off || busy ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      aria-keyshortcuts={props.shortcut}
      onMouseDown={(event) => props.keepFocus && event.preventDefault()}
      onClick={(event) => {
        if (off || busy || (single && event.detail > 1)) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy ? <Spinner /> : icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}

type IconButtonProps = {
  icon: IconName;
  label: string;
  onPress: () => void;
  shortcut?: string | undefined;
  pressed?: boolean;
  busy?: boolean;
  /** why it cannot be pressed now */
  off?: string | undefined;
  /** what it opens, and whether that is open */
  popup?: 'menu' | 'dialog';
  expanded?: boolean;
  class?: string;
};

/** A button that shows an icon only; its name is read aloud and shown on hover. */
export function IconButton({
  icon,
  label,
  onPress,
  shortcut,
  pressed,
  busy = false,
  off,
  popup,
  expanded,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${rest.class ?? ''}`}
      aria-label={label}
      title={off ?? (shortcut === undefined ? label : `${label} (${shortcut})`)}
      aria-disabled={off === undefined ? undefined : 'true'}
      aria-keyshortcuts={shortcut}
      aria-pressed={pressed}
      aria-haspopup={popup}
      aria-expanded={expanded}
      aria-busy={busy ? 'true' : undefined}
      onClick={() => busy || off !== undefined || onPress()}
    >
      {busy ? <Spinner /> : <Icon name={icon} />}
    </button>
  );
}
