type Props = { size: number };

/** The mark: an open record under a reading lamp's edge. Drawn, so that it is sharp and follows the theme. */
export function BrandMark({ size }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="7" fill="var(--accent-fill)" />
      <path
        d="M9 8.5h9.5L23 13v10.5H9z"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <path
        d="M12.5 14.5h5M12.5 18.5l2.4 2.4 4.6-5"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
