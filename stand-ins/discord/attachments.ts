/** A file that is uploaded with a message. */
export interface Upload {
  filename: string;
  content_type: string;
  content: Uint8Array<ArrayBuffer>;
}

/** One request's body as Discord reads it: the JSON of it, and the uploaded files by their number. */
export interface ReadBody {
  body: string;
  files: Map<string, Upload>;
}

const FILE_FIELD = /^files\[(\d+)\]$/;

/** Reads a body of either form that Discord takes: JSON, or a form of `payload_json` and `files[n]`. */
export async function readBody(contentType: string | undefined, bytes: Uint8Array): Promise<ReadBody> {
  const files = new Map<string, Upload>();
  if (!contentType?.startsWith("multipart/form-data"))
    return { body: new TextDecoder().decode(bytes), files };
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } })
    .formData()
    .catch(() => new FormData());
  for (const [field, value] of form) {
    const [, number] = FILE_FIELD.exec(field) ?? [];
    if (number === undefined || typeof value === "string") continue;
    const content = new Uint8Array(await value.arrayBuffer());
    files.set(number, { filename: value.name, content_type: value.type, content });
  }
  const payload = form.get("payload_json");
  return { body: typeof payload === "string" ? payload : "", files };
}

const MOST_FILES = 10;
const LARGEST_FILE = 10 * 1024 * 1024;

interface Named {
  attachments?: { id: string | number }[] | null | undefined;
}

interface Files {
  files: ReadonlyMap<string, Upload>;
  there: { id: string }[];
  /** Of each, in bytes; what every server takes where nothing was said. */
  most?: number | undefined;
}

/** What Discord would refuse of a message's attachments: each has to be uploaded now or to be there already. */
export function attachmentProblems(
  { attachments }: Named,
  { files, there, most = LARGEST_FILE }: Files,
): string[] {
  const known = new Set([...files.keys(), ...there.map(({ id }) => id)]);
  const kept = attachments ? attachments.length : there.length + files.size;
  return [
    ...(kept > MOST_FILES ? [`attachments: more than ${MOST_FILES} files`] : []),
    ...[...files.values()]
      .filter(({ content }) => content.length > most)
      .map(({ filename }) => `${filename}: Request entity too large`),
    ...(attachments ?? [])
      .filter(({ id }) => !known.has(String(id)))
      .map(({ id }) => `attachments: there is no file ${id}`),
  ];
}
