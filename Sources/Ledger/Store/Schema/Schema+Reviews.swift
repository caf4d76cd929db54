/// What people say of it.
extension Schema {
    static let reviews = """
        CREATE TABLE review (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL,
          who TEXT NOT NULL CHECK (who <> ''),
          why TEXT NOT NULL CHECK (why <> ''),
          kind TEXT NOT NULL CHECK (kind IN ('accept', 'reject', 'change', 'merge', 'split', 'withdraw')),
          anchors TEXT NOT NULL CHECK (json_valid(anchors)),
          before TEXT CHECK (before IS NULL OR json_valid(before)),
          after TEXT CHECK (after IS NULL OR json_valid(after)),
          withdraws INTEGER REFERENCES review (number)
        ) STRICT;

        CREATE TABLE articleParty (
          code TEXT NOT NULL,
          article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
          PRIMARY KEY (code, article)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX articlePartyByArticle ON articleParty (article);

        CREATE TABLE outletSum (
          outlet INTEGER PRIMARY KEY REFERENCES outlet (number),
          site TEXT,
          articles INTEGER NOT NULL,
          mentions INTEGER NOT NULL,
          events INTEGER NOT NULL,
          firstDay TEXT,
          lastDay TEXT
        ) STRICT;
        INSERT INTO articleParty SELECT DISTINCT p.code, m.article FROM mention m JOIN party p ON p.mention = m.number WHERE p.code IS NOT NULL;
        """
}
