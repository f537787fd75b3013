package dev.aisle.local.proof;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Jcmd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a running service has in its heap. */
final class HeapDumps {
    private HeapDumps() {}

    /** Writes the live objects of a process to a file. */
    static void take(long pid, Path file) throws IOException {
        Files.deleteIfExists(file);
        String said = Jcmd.run(pid, "GC.heap_dump", file.toString());
        if (!Files.exists(file)) {
            throw new CommandFailure("No heap dump of process " + pid + ": " + said.strip());
        }
    }
}
