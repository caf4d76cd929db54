/// What is summed up: relations, and the lists that pages read.
extension Schema {
    static let relations = """
        CREATE TABLE dirtyPair (
          a TEXT NOT NULL,
          b TEXT NOT NULL CHECK (a < b),
          PRIMARY KEY (a, b)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE relation (
          a TEXT NOT NULL,
          b TEXT NOT NULL CHECK (a < b),
          events INTEGER NOT NULL CHECK (events > 0),
          verbalCooperation INTEGER NOT NULL,
          materialCooperation INTEGER NOT NULL,
          verbalConflict INTEGER NOT NULL,
          materialConflict INTEGER NOT NULL,
          articles INTEGER NOT NULL,
          firstDay TEXT NOT NULL,
          lastDay TEXT NOT NULL,
          scoreSum REAL NOT NULL,
          PRIMARY KEY (a, b)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX relationByEvents ON relation (events DESC, a, b);
        CREATE INDEX relationByB ON relation (b);

        CREATE TABLE relationDay (
          a TEXT NOT NULL,
          b TEXT NOT NULL,
          day INTEGER NOT NULL,
          events INTEGER NOT NULL,
          scoreSum REAL NOT NULL,
          PRIMARY KEY (a, b, day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE relationCoverage (
          a TEXT NOT NULL,
          b TEXT NOT NULL,
          day TEXT NOT NULL,
          articles INTEGER NOT NULL,
          PRIMARY KEY (a, b, day)
        ) STRICT, WITHOUT ROWID;
        """

    // A page's list and count are read from one index each: looking up every event of a pair of nine thousand took 8 ms, and reading all of each 22 ms.
    static let lists = """
        CREATE TABLE eventPair2 (
          event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
          a TEXT NOT NULL,
          b TEXT NOT NULL CHECK (a < b),
          day TEXT,
          status TEXT NOT NULL,
          voices INTEGER NOT NULL,
          PRIMARY KEY (event, a, b)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO eventPair2 SELECT p.event, p.a, p.b, p.day, e.status, e.voices FROM eventPair p JOIN event e ON e.id = p.event;
        DROP TABLE eventPair;
        ALTER TABLE eventPair2 RENAME TO eventPair;
        CREATE INDEX eventPairByPair ON eventPair (a, b, day DESC, voices DESC, event, status);

        CREATE TABLE eventParty2 (
          event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
          code TEXT NOT NULL,
          day TEXT,
          status TEXT NOT NULL,
          voices INTEGER NOT NULL,
          PRIMARY KEY (event, code)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO eventParty2 SELECT p.event, p.code, p.day, e.status, e.voices FROM eventParty p JOIN event e ON e.id = p.event;
        DROP TABLE eventParty;
        ALTER TABLE eventParty2 RENAME TO eventParty;
        CREATE INDEX eventPartyByCode ON eventParty (code, day DESC, voices DESC, event, status);

        CREATE TABLE digest (
          a TEXT NOT NULL,
          b TEXT NOT NULL CHECK (b = '' OR a < b),
          count INTEGER NOT NULL,
          hash INTEGER NOT NULL,
          events BLOB NOT NULL,
          PRIMARY KEY (a, b)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX eventByStatus ON event (status, type, quad);
        CREATE INDEX partyByName ON party (name, code) WHERE kind = 'person';
        CREATE INDEX statementByName ON statement (speakerName, speakerCode) WHERE speakerKind = 'person';
        """

    // What a party or person said last is read off an index from its end (sorting all that a great party said took 20 ms), and the events of thousands of articles that hold a
    // word along one table (by their mentions it took three times as long).
    static let reach = """
        ALTER TABLE statement ADD COLUMN day TEXT;
        ALTER TABLE statement ADD COLUMN published INTEGER;
        UPDATE statement SET (day, published) = (SELECT a.localDate, a.published FROM article a WHERE a.number = statement.article);
        DROP INDEX statementBySpeaker;
        CREATE INDEX statementBySpeaker ON statement (speakerCode, day DESC, published DESC) WHERE speakerCode IS NOT NULL;
        CREATE INDEX statementByNameAndDay ON statement (speakerName, speakerCode, day DESC, published DESC) WHERE speakerName IS NOT NULL;

        CREATE TABLE eventArticle (
          article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
          event INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
          PRIMARY KEY (article, event)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO eventArticle SELECT DISTINCT m.article, x.event FROM eventMention x JOIN mention m ON m.number = x.mention WHERE x.event IS NOT NULL;
        CREATE INDEX eventArticleByEvent ON eventArticle (event);
        """
}
