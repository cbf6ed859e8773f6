export const Card = () => <Card.Link ctaLink="/about" title="About" />;
