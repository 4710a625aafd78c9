// The mark of the program: a speech bubble with an upward stroke.
export function Mark({ small = false }: { small?: boolean }) {
  const size = small ? 18 : 44;
  return (
    <svg class="mark" viewBox="0 0 44 44" width={size} height={size} aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="44" height="44" rx="11" />
      <path
        class="mark-bubble"
        d="M11 13.5h22a2.5 2.5 0 0 1 2.5 2.5v12a2.5 2.5 0 0 1-2.5 2.5H21l-6.5 5v-5H11A2.5 2.5 0 0 1 8.5 28V16a2.5 2.5 0 0 1 2.5-2.5Z"
      />
      <path class="mark-arrow" d="M22 26.5v-8m-4 3.5 4-4 4 4" />
    </svg>
  );
}
