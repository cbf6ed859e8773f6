import { useState } from 'react'
import Logo from '../assets/logo.svg'

export default function Header({ user }) {
  const [open, setOpen] = useState(false)

  return (
    <header className='site-header' style={{ color: '#222', padding: 16 }}>
      <img src={Logo} alt='Fjord & Sons' />
      <h1>Handmade boats</h1>
      <button onClick={() => setOpen(!open)}>{open ? 'Close' : 'Menu'}</button>
      {user && <p className='greeting'>Hello {user.name}</p>}
    </header>
  )
}
