module.exports = async () => {
  const url = process.env.URL || "https://example.com";
  return {
    name: "Ann Example",
    url,
    author: { email: "ann@example.com", 'bio': "Writes.", },
  };
};
