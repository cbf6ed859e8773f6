const beans = [
  { name: "Lighthouse", notes: "Chocolate, hazelnut, a calm start" },
  { name: "North Wind", notes: "Lemon, black tea, very awake" },
  { name: "Low Tide", notes: "Caramel, plum, for the evening" },
];

export default function Home() {
  return (
    <main className="home">
      <section className="hero">
        <h2 className="hero-text">Roasted this morning</h2>
        <p className="hero-description">
          We roast small batches by the water and pour them the same day. Come in, sit down, watch the boats.
        </p>
        <a className="hero-cta" href="#visit">
          Plan your visit
        </a>
      </section>

      <section className="beans" id="beans">
        <h2>Three roasts</h2>
        <ul className="bean-list">
          {beans.map((bean) => (
            <li className="bean" key={bean.name}>
              <strong>{bean.name}</strong>
              <span>{bean.notes}</span>
            </li>
          ))}
        </ul>
      </section>

      <section className="visit" id="visit">
        <h2>Visit</h2>
        <p>Pier 4, at the end of the old fish market. Dogs are welcome, laptops until noon.</p>
      </section>
    </main>
  );
}
