import story from "../../content/story.md?raw";
import Markdown from "../components/Markdown.jsx";

export default function Story() {
  return (
    <main className="sheet">
      <Markdown text={story} />
    </main>
  );
}
