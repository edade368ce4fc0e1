// The other side of the bench: a plain C program over the same SQLite file, and the meter that
// both sides are run under.
//
//   CBaseline meter COMMAND ARGUMENT...   runs the command with its output discarded and prints
//                                         wall ns, CPU µs, peak KB and the exit code
//   CBaseline agenda DATABASE DAY         steps every fact row up to that day
//   CBaseline week DATABASE FROM TO       the same, counting contacts of those days by consultant

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { OK = 0, USAGE = 64, FAILED = 70, STAFF = 1 << 16 };

static long long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long microseconds(struct timeval time) {
  return time.tv_sec * 1000000LL + time.tv_usec;
}

// A process of its own, because a child's peak memory is never reported below that of the process
// that started it: this one is small.
static int meter(char **command) {
  long long start = nanoseconds();
  pid_t child = fork();
  if (child == 0) {
    int discard = open("/dev/null", O_WRONLY);
    dup2(discard, STDOUT_FILENO);
    execvp(command[0], command);
    _exit(127);
  }
  int status = 0;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) != child) return FAILED;
  long long wall = nanoseconds() - start;
  printf("%lld %lld %ld %d\n", wall, microseconds(used.ru_utime) + microseconds(used.ru_stime),
         used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
  return OK;
}

static sqlite3_stmt *facts(const char *path, int day) {
  static const char sql[] =
      "SELECT customer, id, day, minute, kind, value, is_on, channel, outcome, until_day, until_minute,"
      " reference, case_kind, urgency, birth_year, birth_month, birth_day"
      " FROM fact WHERE voided_by IS NULL AND day <= ?";
  sqlite3 *database;
  sqlite3_stmt *statement;
  if (sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) ||
      sqlite3_prepare_v2(database, sql, -1, &statement, NULL) ||
      sqlite3_bind_int(statement, 1, day)) {
    fprintf(stderr, "CBaseline: %s\n", sqlite3_errmsg(database));
    exit(FAILED);
  }
  return statement;
}

// The columns of a fact, in the order of the query.
enum { CUSTOMER, ID, DAY, MINUTE, KIND, VALUE, IS_ON, CHANNEL, OUTCOME, UNTIL_DAY, UNTIL_MINUTE,
       REFERENCE, CASE_KIND, URGENCY, BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY, COLUMNS };

// Kinds of fact, as `label` in schema.sql has them.
enum { EVENT = 1, OWNER = 7, CONTACT = 8 };

// The next fact that was not taken back.
static int next(sqlite3_stmt *statement, long long fact[COLUMNS]) {
  int code = sqlite3_step(statement);
  if (code == SQLITE_ROW)
    for (int column = 0; column < COLUMNS; column++)
      fact[column] = sqlite3_column_int64(statement, column);
  return code;
}

// Reads every fact in full, as any program must that looks at them.
static int agenda(const char *path, int day) {
  sqlite3_stmt *statement = facts(path, day);
  unsigned long long rows = 0, sum = 0;
  int code;
  long long fact[COLUMNS];
  while ((code = next(statement, fact)) == SQLITE_ROW) {
    rows++;
    for (int column = 0; column < COLUMNS; column++)
      sum = sum * 31 + (unsigned long long)fact[column];
  }
  printf("%llu rows, %llx\n", rows, sum);
  return code == SQLITE_DONE ? OK : FAILED;
}

static int week(const char *path, int from, int to) {
  static long contacts[STAFF], events[STAFF];
  sqlite3_stmt *statement = facts(path, to);
  long long customer = -1, owner = 0;
  int code;
  long long fact[COLUMNS];
  while ((code = next(statement, fact)) == SQLITE_ROW) {
    if (fact[CUSTOMER] != customer) owner = 0;
    customer = fact[CUSTOMER];
    if (fact[KIND] == OWNER && fact[REFERENCE] < STAFF) owner = fact[REFERENCE];
    if (fact[DAY] < from) continue;
    if (fact[KIND] == CONTACT) contacts[owner]++;
    if (fact[KIND] == EVENT) events[owner]++;
  }
  for (int member = 0; member < STAFF; member++)
    if (contacts[member] || events[member])
      printf("%d %ld %ld\n", member, contacts[member], events[member]);
  return code == SQLITE_DONE ? OK : FAILED;
}

int main(int count, char **arguments) {
  if (count >= 3 && !strcmp(arguments[1], "meter")) return meter(arguments + 2);
  if (count == 4 && !strcmp(arguments[1], "agenda"))
    return agenda(arguments[2], atoi(arguments[3]));
  if (count == 5 && !strcmp(arguments[1], "week"))
    return week(arguments[2], atoi(arguments[3]), atoi(arguments[4]));
  fprintf(stderr, "usage: CBaseline meter COMMAND... | agenda DATABASE DAY | week DATABASE FROM TO\n");
  return USAGE;
}
