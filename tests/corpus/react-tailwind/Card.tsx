type Props = { price: number };

export function Card({ price }: Props): JSX.Element {
  return (
    <article
      className="rounded-2xl bg-white p-6 shadow-lg ring-1 ring-black/5 md:w-1/2 hover:shadow-xl"
      data-ux="card"
    >
      <h3 className="text-lg font-semibold tracking-tight text-gray-900">Weekend trip</h3>
      <p className="mt-2 text-sm/6 text-gray-500">Two days on the water.</p>
      <span className={`price ${price > 100 ? "text-red-500" : ""}`}>{price} €</span>
      <a className="mt-4 inline-flex items-center gap-x-1.5" href="/book">
        Book
      </a>
    </article>
  );
}
