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

enum { OK = 0, USAGE = 64, FAILED = 70, COLUMNS = 10, STAFF = 1 << 16 };

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
      "SELECT customer, id, day, minute, kind, value, flag, channel, outcome, to_day, to_minute "
      "FROM fact WHERE day <= ? AND voided_by IS NULL";
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

// Reads every column of every row, as any program must that looks at the facts.
static int agenda(const char *path, int day) {
  sqlite3_stmt *statement = facts(path, day);
  unsigned long long rows = 0, sum = 0;
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    rows++;
    for (int column = 0; column <= COLUMNS; column++)
      sum = sum * 31 + (unsigned long long)sqlite3_column_int64(statement, column);
  }
  printf("%llu rows, %llx\n", rows, sum);
  return code == SQLITE_DONE ? OK : FAILED;
}

static int week(const char *path, int from, int to) {
  static long contacts[STAFF], events[STAFF];
  sqlite3_stmt *statement = facts(path, to);
  long long customer = -1, owner = 0;
  int code;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    long long row[COLUMNS + 1];
    for (int column = 0; column <= COLUMNS; column++)
      row[column] = sqlite3_column_int64(statement, column);
    if (row[0] != customer) owner = 0;
    customer = row[0];
    if (row[4] == 7) owner = row[5] & (STAFF - 1);
    if (row[2] < from) continue;
    if (row[4] == 8) contacts[owner]++;
    if (row[4] == 1) events[owner]++;
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
