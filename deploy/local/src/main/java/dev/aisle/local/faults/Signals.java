package dev.aisle.local.faults;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/** Signals and limits of processes of this user. */
final class Signals {
    private static final int STOP = 19;
    private static final int CONTINUE = 18;

    @SuppressWarnings("restricted")
    private static final MethodHandle KILL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private Signals() {}

    static void stop(List<Long> pids) {
        pids.forEach(pid -> send(pid, STOP));
    }

    static void goOn(List<Long> pids) {
        pids.forEach(pid -> send(pid, CONTINUE));
    }

    /** Who is gone already needs none. */
    private static void send(long pid, int signal) {
        try {
            var _ = (int) KILL.invokeExact(Math.toIntExact(pid), signal);
        } catch (Throwable e) {
            throw new IllegalStateException("No signal can be sent", e);
        }
    }

    /** From now on they can't write to any file, as if the disk were full; or they can again. */
    static void full(List<Long> pids, boolean full) {
        for (var pid : pids) {
            var words = new ArrayList<>(List.of("prlimit", "--pid", Long.toString(pid)));
            words.add(full ? "--fsize=0:" : "--fsize=unlimited:");
            try {
                // Who is gone already answers with an error, and needs no limit.
                var _ = new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new CommandFailure(
                        "A full disk is played by prlimit (util-linux), which can't be run: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("Interrupted.", e);
            }
        }
    }
}
