#include <sqlite3.h>

/// Forbids what could damage the file through SQL. `sqlite3_db_config` is variadic, so Swift does
/// not see it. Returns an SQLite result code.
static inline int csqlite_be_defensive(sqlite3 *db) {
#ifdef SQLITE_DBCONFIG_DEFENSIVE
  return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
#else
  (void)db;
  return SQLITE_OK;
#endif
}

/// Binds a copy of the bytes; no bytes are an empty text, not null. `SQLITE_TRANSIENT` is a cast, so
/// Swift does not see it.
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int count) {
  return sqlite3_bind_text(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return sqlite3_bind_blob(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

/// Keeps no statistics of memory, each of which takes a lock. `sqlite3_config` is variadic, so Swift
/// does not see it. Only before the first connection; later it changes nothing.
static inline void csqlite_keep_no_statistics(void) {
  (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
