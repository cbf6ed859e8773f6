export const Hero = () => (
  <h1>
    Fresh {/* very */} bread
  </h1>
);
