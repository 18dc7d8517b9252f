// The preupdate hook is declared only under this name; Debian's library has it compiled in.
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
// statfs(2), to tell a network file system.
#include <sys/vfs.h>

// sqlite3_config is variadic, which Swift does not import.
static inline int csqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
