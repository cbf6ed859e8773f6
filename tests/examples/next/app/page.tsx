import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = {
  title: "Bread & Butter",
  description: "A bakery in Leipzig",
};

export default function Page() {
  return (
    <main>
      <section className="px-6 bg-amber-100 py-20">
        <h1>Fresh bread, every day</h1>
        <p>Baked at five in the morning.</p>
        <Link href="/shop" className="rounded bg-black px-4">
          Order now
        </Link>
      </section>
    </main>
  );
}
