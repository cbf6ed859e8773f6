export default function Pier() {
  return (
    <section className="pier">
      <figure className="pier-figure pier-wide">
        <img className="pier-picture" src="/images/pier.webp" alt="A red boat beside a white house on stilts" />
        <figcaption className="pier-caption">Our house on stilts, painted by a guest</figcaption>
      </figure>
      <p className="pier-links">
        <a className="pier-drinks" href="/drinks.html">
          All drinks
        </a>
        <a className="pier-story" href="/story.html">
          Our story
        </a>
      </p>
    </section>
  );
}
