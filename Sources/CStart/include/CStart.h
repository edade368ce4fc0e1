#ifndef CSTART_H
#define CSTART_H

/// Nothing to call: what this target does is done before the program begins.

#endif
