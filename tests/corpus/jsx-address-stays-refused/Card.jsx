export const Card = () => <Tile picture="/images/a.jpg" />;
