export function StepHead({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <header className="mb-6 flex flex-col gap-1">
      <h1 className="text-[2rem] leading-tight font-[760] tracking-[-0.03em]">{title}</h1>
      <p className="text-lg text-ink-2">{hint}</p>
    </header>
  );
}
