export const Title = ({ title }) => <h1 className="title">{title}</h1>;
