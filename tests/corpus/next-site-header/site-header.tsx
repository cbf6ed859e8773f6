"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/utils";

export function SiteHeader({ className, ...props }: React.ComponentProps<"header">) {
  return (
    <header className={cn("sticky top-0 z-50 [&>svg]:size-4", className)} {...props}>
      <Link href="/" className="brand" aria-label="Acme, home">
        Acme&nbsp;Cloud
      </Link>
      <nav className="hidden gap-4 md:flex">
        <Link href="/docs">Docs</Link>
        <Link href="/pricing">Pricing</Link>
        {/* sign-in comes last */}
      </nav>
      <Button asChild variant="outline">
        <Link href="/sign-up">{`Get started`}</Link>
      </Button>
    </header>
  );
}
