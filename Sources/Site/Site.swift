/// Site.
