export function Hero() {
  return (
    <section className="px-4 bg-green-600 hover:bg-green-600/90 md:py-10">
      <a className={'rounded text-sm'} href="/join">Join</a>
    </section>
  );
}
