/** What a form's field holds at an event of it. */
export function valueOf({ target }: Event): string {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement;
  return isField ? target.value : "";
}

/** Closes the dialog before it is removed, so that the browser returns the focus to where it was. */
export function closeDialog({ target }: Event): void {
  if (target instanceof Element) target.closest("dialog")?.close();
}

/** Modal as soon as it is in the page; for lit's `ref`. */
export function openDialog(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) return;
  queueMicrotask(() => {
    if (element.isConnected && !element.open) element.showModal();
  });
}
