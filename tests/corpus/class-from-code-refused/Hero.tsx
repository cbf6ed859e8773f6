export const Hero = () => <section className={clsx("bg-green-600", open && "x")} />;
