/** What is to be done with the card, for whoever does not read: it comes near the terminal, on the side where the terminal stands on the counter. */
export function CardAtTerminal() {
  return (
    <svg aria-hidden="true" viewBox="0 0 400 200" className="mt-auto min-h-0 w-[26rem] max-w-full shrink self-end stroke-ink-2" fill="none" strokeWidth="5" strokeLinecap="round" strokeLinejoin="round">
      <g transform="rotate(-8 95 118)">
        <rect x="14" y="68" width="162" height="102" rx="13" className="fill-accent-soft stroke-accent" />
        <path d="M14 98h162" className="stroke-accent" strokeWidth="12" strokeLinecap="butt" />
        <rect x="34" y="122" width="34" height="26" rx="5" className="stroke-accent" />
      </g>
      <path d="M203 96q12 22 0 44M221 84q20 34 0 68M239 72q28 46 0 92" className="stroke-accent" />
      <rect x="276" y="6" width="112" height="188" rx="17" />
      <rect x="293" y="24" width="78" height="46" rx="7" />
      <path d="M303 96h.01M332 96h.01M361 96h.01M303 123h.01M332 123h.01M361 123h.01M303 150h.01M332 150h.01M361 150h.01" strokeWidth="13" />
      <path d="M306 175h52" />
    </svg>
  );
}
