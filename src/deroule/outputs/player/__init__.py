"""The player, shared by the replay pack, the rehearsal, the LMS packages and the site: what it shows, and its page.

`gather.replay_of` says what is shown, `page.player_part` writes it as a piece of HTML for a page of someone else,
`page.player_page` as a page that opens by double click; `page.style` and `page.script` are what both need.
"""
