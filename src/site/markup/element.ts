/**
 * One shape for the elements of JSX and HTML, so that every kind of edit is written once. All positions are UTF-16
 * indices into the file's text; nothing is copied from it that its positions do not say.
 */
export interface MarkupElement {
  /** As written: `h1`, `NavBar`, `Menu.Item`; in lower case for HTML. */
  name: string;
  /** False for an element that only a browser adds (`<body>`, `<tbody>`): it has no place in the file. */
  written: boolean;
  parent: MarkupElement | null;
  start: number;
  end: number;
  attributes: MarkupAttribute[];
  /** Where the tag's name and its last attribute end: another attribute goes here. */
  attributesEnd: number;
  /** Whether some of its attributes are decided by code (`{...props}`). */
  spread: boolean;
  /** Between the tags; null for an element without content (`<br>`, `<Logo />`). */
  content: Range | null;
  pieces: Piece[];
  /** Kept by selecting, once it has looked for them. */
  children?: MarkupElement[];
}

export interface Range {
  start: number;
  end: number;
}

/** What stands between the tags of an element, in order. */
export type Piece = Range &
  (
    | { kind: "text"; value: string }
    /** A string in braces (`{"Hello"}`): `literal` is inside its quotes. */
    | { kind: "literal"; literal: Literal }
    | { kind: "comment" }
    | { kind: "element"; element: MarkupElement }
    /**
     * An expression; the elements in it can be selected, and are the children of the element around it. `literals` are
     * the strings that it is put together from or chosen among.
     */
    | { kind: "code"; elements: MarkupElement[]; literals?: Literal[] }
  );

/** The characters between the quotes of a string in code, and what they mean. */
export interface Literal extends Range {
  quote: Quote;
  value: string;
  /** Whether quotes and backslashes in it are written as numbers, because Astro misreads a backslash before one. */
  numbered?: true;
}

export type Quote = '"' | "'" | "`";

/** A text that is written as it is in the value of an attribute that code makes. */
export interface AttributeText extends Range {
  value: string;
  /** A string in a script, a part of the attribute itself, or a string that a template passes on. */
  within: "script" | "attribute" | "template";
  quote: Quote;
  /** Whether something is right before or behind it, so that it is only a part of what comes of it. */
  isBehind: boolean;
  isBefore: boolean;
}

export type MarkupAttribute = Range & { name: string; value: AttributeValue };

export type AttributeValue =
  /** `name="value"`: the range is inside the quotes; HTML also has values without quotes. */
  | (Range & { kind: "quoted"; quote: '"' | "'" | null; value: string })
  | (Range & { kind: "literal"; literal: Literal })
  /** `style={{ … }}` */
  | (Range & { kind: "object"; entries: ObjectEntry[]; open: boolean })
  | { kind: "code"; texts?: AttributeText[] }
  /** `<input disabled>` */
  | { kind: "none" };

/** One entry of an object in code. `open` objects also have entries that only the code knows. */
export type ObjectEntry = Range & {
  key: string;
  value: (Literal & { kind: "literal" }) | (Range & { kind: "number" }) | { kind: "code" };
};

/** The element that stands for a file and that all its elements are in. */
export function pageElement(text: string): MarkupElement {
  const whole = { start: 0, end: text.length };
  return {
    ...whole,
    name: "",
    written: false,
    parent: null,
    attributes: [],
    attributesEnd: 0,
    spread: false,
    content: whole,
    pieces: [],
  };
}

export function attributeOf(element: MarkupElement, name: string): MarkupAttribute | undefined {
  return element.attributes.findLast((attribute) => attribute.name === name);
}

/** The value of an attribute where the file says it; undefined where code decides it. */
export function staticValue(attribute: MarkupAttribute): string | undefined {
  const { value } = attribute;
  if (value.kind === "none") return "";
  if (value.kind === "quoted") return value.value;
  return value.kind === "literal" ? value.literal.value : undefined;
}

/** The elements directly in an element, those in its expressions included. */
export function childElements({ pieces }: MarkupElement): MarkupElement[] {
  const children: MarkupElement[] = [];
  for (const piece of pieces) {
    if (piece.kind === "element") children.push(piece.element);
    else if (piece.kind === "code") for (const element of piece.elements) children.push(element);
  }
  return children;
}

/** All elements in an element, in the order of the file. */
export function descendants(element: MarkupElement): MarkupElement[] {
  return childElements(element).flatMap((child) => [child].concat(descendants(child)));
}
