import type { Metadata } from "next";
import Image from "next/image";
import Link from "next/link";
import hero from "./hero.jpg";

export const metadata = {
  title: "Mountain huts",
  description: "Sleep above the clouds",
} satisfies Metadata;

export default async function Page({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  return (
    <main id="top" style={{ ...base, color: "var(--ink)" } satisfies React.CSSProperties}>
      <Image
        src={hero}
        alt="A hut in the snow"
        priority
      />
      <h1 className="title">
        Sleep above{"\u00a0"}the clouds
      </h1>
      <p>
        Forty huts between Graz &amp; Geneva,
        open from June to October.
      </p>
      <Link href={`/${locale}/huts`} prefetch={false}>
        Find a hut
      </Link>
    </main>
  );
}
