/// What follows from it: events, and the stories that mentions are in.
extension Schema {
    static let events = """
        CREATE TABLE dirtyGroup (actGroup TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

        CREATE TABLE event (
          id INTEGER PRIMARY KEY,
          actGroup TEXT NOT NULL,
          type TEXT NOT NULL,
          mode TEXT,
          quad TEXT NOT NULL,
          score REAL NOT NULL,
          cameo TEXT NOT NULL,
          actors TEXT NOT NULL CHECK (json_valid(actors)),
          recipients TEXT NOT NULL CHECK (json_valid(recipients)),
          status TEXT NOT NULL CHECK (status IN ('happened', 'planned', 'hypothetical', 'denied')),
          start TEXT,
          end TEXT,
          precision TEXT NOT NULL,
          day TEXT,
          place TEXT,
          best INTEGER NOT NULL REFERENCES mention (number) ON DELETE CASCADE,
          first INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
          mentions INTEGER NOT NULL,
          articles INTEGER NOT NULL,
          outlets TEXT NOT NULL CHECK (json_valid(outlets)),
          voices INTEGER NOT NULL,
          confidence REAL NOT NULL,
          CHECK ((start IS NULL) = (end IS NULL))
        ) STRICT;
        CREATE INDEX eventByGroup ON event (actGroup);
        CREATE INDEX eventByDay ON event (day);
        CREATE INDEX eventByBest ON event (best);
        CREATE INDEX eventByFirst ON event (first);

        CREATE TABLE eventMention (
          mention INTEGER PRIMARY KEY REFERENCES mention (number) ON DELETE CASCADE,
          event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX eventMentionByEvent ON eventMention (event);

        CREATE TABLE eventParty (
          event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
          code TEXT NOT NULL,
          day TEXT,
          PRIMARY KEY (event, code)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX eventPartyByCode ON eventParty (code, day);

        CREATE TABLE eventPair (
          event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
          a TEXT NOT NULL,
          b TEXT NOT NULL CHECK (a < b),
          day TEXT,
          PRIMARY KEY (event, a, b)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX eventPairByPair ON eventPair (a, b, day);
        """

    // Events that an earlier version made stay until `reconcile` makes them anew: their mentions have no story yet.
    static let stories = """
        CREATE TABLE eventMention2 (
          mention INTEGER PRIMARY KEY REFERENCES mention (number) ON DELETE CASCADE,
          event INTEGER REFERENCES event (id) ON DELETE CASCADE,
          story INTEGER,
          day INTEGER
        ) STRICT;
        INSERT INTO eventMention2 (mention, event) SELECT mention, event FROM eventMention;
        DROP TABLE eventMention;
        ALTER TABLE eventMention2 RENAME TO eventMention;
        CREATE INDEX eventMentionByEvent ON eventMention (event);
        CREATE INDEX eventMentionByStory ON eventMention (story);
        CREATE INDEX eventMentionByDay ON eventMention (day, story);
        DROP TABLE dirtyGroup;
        """
}
