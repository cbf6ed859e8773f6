import menu from "../data/drinks.json";

export default function Drinks() {
  return (
    <main className="sheet">
      <h1>{menu.title}</h1>
      <ul className="drink-list">
        {menu.drinks.map((drink) => (
          <li className="drink" key={drink.name}>
            <span>{drink.name}</span>
            <strong className="drink-price">{drink.price}</strong>
          </li>
        ))}
      </ul>
      <p className="drink-note">{menu.note}</p>
      <p>Milk of the house: {menu.milk}</p>
    </main>
  );
}
