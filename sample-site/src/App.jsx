import Footer from "./components/Footer.jsx";
import Header from "./components/Header.jsx";
import NavBar from "./components/NavBar.jsx";
import Home from "./pages/Home.jsx";

export default function App() {
  return (
    <>
      <NavBar />
      <Header />
      <Home />
      <Footer />
    </>
  );
}
