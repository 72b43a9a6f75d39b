/** Initials in a ring. Decoration: the name stands beside it. */
export function Avatar({ initials, large = false }: { initials: string; large?: boolean }) {
  return (
    <span class="ff-avatar" data-size={large ? 'l' : undefined} aria-hidden="true">
      <bdi>{initials}</bdi>
    </span>
  );
}
