import GRDB

/// The tables, as `docs/ledger.md` describes them. Migrations are only ever added: a ledger made today must open tomorrow.
enum Schema {
    /// "RPRT": tells a ledger from any other SQLite file.
    static let applicationID = 0x5250_5254

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 articles") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: articles)
        }
        migrator.registerMigration("2 mentions") { db in try db.execute(sql: mentions) }
        migrator.registerMigration("3 events") { db in try db.execute(sql: events) }
        migrator.registerMigration("4 relations") { db in try db.execute(sql: relations) }
        migrator.registerMigration("5 stories") { db in try db.execute(sql: stories) }
        migrator.registerMigration("6 reviews") { db in try db.execute(sql: reviews) }
        migrator.registerMigration("7 lists") { db in
            try db.execute(sql: lists)
            // The sums that are new here are made where there are events already.
            try db.execute(sql: "INSERT OR IGNORE INTO dirtyPair SELECT DISTINCT a, b FROM eventPair")
        }
        migrator.registerMigration("8 pictures") { db in
            // Articles that an earlier version added have none until they are built again.
            try db.execute(sql: "ALTER TABLE article ADD COLUMN pictures TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pictures))")
        }
        return migrator
    }

    // AUTOINCREMENT: a number is never given twice, so that the search index may keep entries of articles that are gone.
    private static let articles = """
        CREATE TABLE outlet (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

        CREATE TABLE article (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          path TEXT NOT NULL,
          url TEXT,
          title TEXT NOT NULL,
          outlet INTEGER REFERENCES outlet (number),
          site TEXT,
          published INTEGER,
          localDate TEXT,
          clock TEXT,
          script TEXT NOT NULL,
          text TEXT NOT NULL,
          passages TEXT NOT NULL CHECK (json_valid(passages)),
          sentences TEXT NOT NULL CHECK (json_valid(sentences)),
          sentenceCount INTEGER NOT NULL,
          flags TEXT NOT NULL CHECK (json_valid(flags)),
          fingerprint INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX articleByDay ON article (localDate, published, id, sentenceCount);
        CREATE INDEX articleByOutlet ON article (outlet, localDate, site);

        CREATE VIRTUAL TABLE articleText USING fts5(text, content='', tokenize='ascii');
        """

    private static let mentions = """
        CREATE TABLE sentence (
          article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
          ordinal INTEGER NOT NULL,
          start INTEGER NOT NULL,
          end INTEGER NOT NULL CHECK (end >= start),
          text TEXT NOT NULL,
          PRIMARY KEY (article, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mention (
          number INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          article INTEGER NOT NULL,
          sentence INTEGER NOT NULL,
          ordinal INTEGER NOT NULL,
          triggerText TEXT NOT NULL,
          triggerStart INTEGER NOT NULL,
          triggerEnd INTEGER NOT NULL,
          type TEXT NOT NULL,
          mode TEXT,
          contexts TEXT NOT NULL CHECK (json_valid(contexts)),
          quad TEXT NOT NULL,
          score REAL NOT NULL,
          cameo TEXT NOT NULL,
          aux TEXT CHECK (aux IN ('future', 'hypothetical', 'negation', 'historical')),
          dateStart TEXT,
          dateEnd TEXT,
          datePrecision TEXT,
          dateText TEXT,
          place TEXT,
          source TEXT,
          confidence REAL NOT NULL,
          actGroup TEXT,
          UNIQUE (article, ordinal),
          FOREIGN KEY (article, sentence) REFERENCES sentence (article, ordinal) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX mentionBySentence ON mention (article, sentence);
        CREATE INDEX mentionByGroup ON mention (actGroup) WHERE actGroup IS NOT NULL;

        CREATE TABLE party (
          mention INTEGER NOT NULL REFERENCES mention (number) ON DELETE CASCADE,
          role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
          ordinal INTEGER NOT NULL,
          code TEXT,
          name TEXT NOT NULL,
          kind TEXT NOT NULL,
          sector TEXT,
          office TEXT,
          text TEXT,
          start INTEGER,
          end INTEGER,
          PRIMARY KEY (mention, role, ordinal)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE statement (
          article INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE,
          ordinal INTEGER NOT NULL,
          speakerCode TEXT,
          speakerName TEXT,
          speakerKind TEXT,
          speakerSector TEXT,
          speakerOffice TEXT,
          speakerText TEXT,
          speakerStart INTEGER,
          speakerEnd INTEGER,
          verb TEXT,
          text TEXT NOT NULL,
          start INTEGER NOT NULL,
          end INTEGER NOT NULL CHECK (end >= start),
          direct INTEGER NOT NULL CHECK (direct IN (0, 1)),
          sentences TEXT NOT NULL CHECK (json_valid(sentences)),
          PRIMARY KEY (article, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX statementBySpeaker ON statement (speakerCode, article) WHERE speakerCode IS NOT NULL;
        """

    private static let events = """
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

    private static let relations = """
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

    // Events that an earlier version made stay until `reconcile` makes them anew: their mentions have no story yet.
    private static let stories = """
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

    private static let reviews = """
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

    // A page's list and count are read from one index each: looking up every event of a pair of nine thousand took 8 ms, and reading all of each 22 ms.
    private static let lists = """
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
}
