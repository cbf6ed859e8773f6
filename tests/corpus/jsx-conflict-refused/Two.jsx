export const One = () => <p className="one">One</p>;
