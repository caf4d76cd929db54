/// What was read: articles, and what was coded in them.
extension Schema {
    // AUTOINCREMENT: a number is never given twice, so that the search index may keep entries of articles that are gone.
    static let articles = """
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

    static let mentions = """
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

    // To whom, on what and through which other outlet; empty in articles that an earlier version coded, until they are coded anew.
    static let speech = """
        ALTER TABLE statement ADD COLUMN addresseeCode TEXT;
        ALTER TABLE statement ADD COLUMN addresseeName TEXT;
        ALTER TABLE statement ADD COLUMN addresseeKind TEXT;
        ALTER TABLE statement ADD COLUMN addresseeSector TEXT;
        ALTER TABLE statement ADD COLUMN addresseeOffice TEXT;
        ALTER TABLE statement ADD COLUMN addresseeText TEXT;
        ALTER TABLE statement ADD COLUMN addresseeStart INTEGER;
        ALTER TABLE statement ADD COLUMN addresseeEnd INTEGER;
        ALTER TABLE statement ADD COLUMN topicText TEXT;
        ALTER TABLE statement ADD COLUMN topicStart INTEGER;
        ALTER TABLE statement ADD COLUMN topicEnd INTEGER;
        ALTER TABLE statement ADD COLUMN viaText TEXT;
        ALTER TABLE statement ADD COLUMN viaStart INTEGER;
        ALTER TABLE statement ADD COLUMN viaEnd INTEGER;
        """
}
