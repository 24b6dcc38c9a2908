// Runs before the first paint, which comes long before the page's own code: a wall is dark on every screen, and its
// nightly reload must not light up the room.
{
  const asked = new URLSearchParams(location.search).get('theme')
  document.documentElement.style.colorScheme = location.pathname.startsWith('/wall/') ? 'dark' : (asked ?? '')
}
