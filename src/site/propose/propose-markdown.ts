import type { WrittenProperty } from "./proposal.ts";

/** The first heading and the first words of a page of Markdown; which of them there are shows when they are read. */
export function proposeMarkdown(): WrittenProperty[] {
  return [
    { id: "heading", kind: "markdown", block: "heading" },
    { id: "text", names: ["intro"], kind: "markdown", block: "paragraph" },
    { id: "text", names: ["intro"], kind: "markdown", block: "paragraph", run: 1 },
    { id: "text", names: ["intro"], kind: "markdown", block: "paragraph", heading: ["#1"] },
    { id: "text", names: ["intro"], kind: "markdown", block: "paragraph", heading: ["#1"], run: 1 },
  ];
}
