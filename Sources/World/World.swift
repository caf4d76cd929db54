import Prose
import Tables

/// World is what is known before an article is read: states, organisations, people and their offices, PLOVER.
public struct World: Sendable {}
