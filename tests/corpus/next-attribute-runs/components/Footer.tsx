import Link from "next/link";

export function Footer({ locale, year, open }: { locale: string; year: number; open: boolean }) {
  return (
    <footer>
      <Link className="contact" href={`/${locale}/contact#form`}>
        Contact
      </Link>
      <a className="mail" href={"mailto:hello@" + HOST} aria-label={open ? "Write to us" : "We are closed"}>
        {open ? "Write" : `Closed in ${year}`}
      </a>
      <p>{`© ${year} River Rowing`}</p>
    </footer>
  );
}
