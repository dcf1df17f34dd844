const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in an element or in a quoted attribute of HTML. */
export const escapedHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (one) => escapes[one] ?? one);
