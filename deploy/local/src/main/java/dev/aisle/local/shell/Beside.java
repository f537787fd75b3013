package dev.aisle.local.shell;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What a command lets run beside itself. */
public final class Beside {
    private Beside() {}

    /** Waits for its end; a failure in there is one of the command. */
    public static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CommandFailure failure
                    ? failure
                    : new CommandFailure("What ran beside failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
