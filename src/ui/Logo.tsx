/** An F cut as two ledges, with one person standing on the lower. */
export function Logo() {
  return (
    <svg class="ff-logo" viewBox="0 0 32 32" role="img" aria-label="Fotfeste">
      <path
        fill="var(--ds-color-accent-base-default)"
        d="M7 2h11.5a2.75 2.75 0 0 1 0 5.5H11v8h16a2.75 2.75 0 0 1 0 5.5H11V27a3 3 0 0 1-6 0V4a2 2 0 0 1 2-2Z"
      />
      <circle cx="24.4" cy="11.9" r="3.6" fill="#e8972a" />
    </svg>
  );
}
