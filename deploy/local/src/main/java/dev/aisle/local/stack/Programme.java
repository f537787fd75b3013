package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.util.concurrent.TimeUnit;

/** A programme that does one thing and ends. */
final class Programme {
    private static final int PATIENCE_SECONDS = 120;

    private Programme() {}

    static void run(Launch launch, String purpose) {
        var process = launch.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CommandFailure("Could not " + purpose + " within two minutes, see " + launch.log());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while trying to " + purpose + ".", e);
        }
        if (process.exitValue() != 0) {
            throw new CommandFailure(
                    "Could not " + purpose + ": " + LogFile.lastError(launch.log()) + " (" + launch.log() + ")");
        }
    }
}
