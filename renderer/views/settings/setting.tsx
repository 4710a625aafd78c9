// One setting beside its name.
import type { ComponentChildren } from 'preact';

export function Setting({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="setting">
      <span class="setting-name">{name}</span>
      <div class="setting-value">{children}</div>
    </div>
  );
}
