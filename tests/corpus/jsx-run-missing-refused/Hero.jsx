export const Hero = () => <h1>Build <em>faster</em></h1>;
