/** What a screen reader says when this text changes. Kept in the page from the start: a region added later stays silent. */
export function Live({ children, urgent = false, testId }: { readonly children: string; readonly urgent?: boolean; readonly testId?: string }) {
  return (
    <div className="sr-only" role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'} aria-atomic="true" data-testid={testId}>
      {children}
    </div>
  );
}
