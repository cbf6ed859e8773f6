/** Headings, paragraphs, lists and tables: as much Markdown as the pages of this site use. */
export default function Markdown({ text }) {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((block, at) => <Block key={at} lines={block.split("\n")} />);
}

function Block({ lines }) {
  const [first] = lines;
  if (first.startsWith("## ")) return <h2>{first.slice(3)}</h2>;
  if (first.startsWith("# ")) return <h1>{first.slice(2)}</h1>;
  if (first.startsWith("- ")) return <List items={lines.map((line) => line.slice(2))} />;
  if (first.startsWith("|")) return <Table rows={lines.filter((line) => !/^[|\s-]+$/.test(line)).map(cells)} />;
  return <p>{lines.join(" ")}</p>;
}

const cells = (line) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

const List = ({ items }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

const Table = ({ rows: [head, ...rows] }) => (
  <table>
    <thead>
      <tr>
        {head.map((cell) => (
          <th key={cell}>{cell}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row[0]}>
          {row.map((cell, at) => (
            <td key={at}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
