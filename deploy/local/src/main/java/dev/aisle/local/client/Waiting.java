package dev.aisle.local.client;

import dev.aisle.local.shell.CommandFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks again and again until there is an answer or the patience ends. */
public final class Waiting {
    private Waiting() {}

    public static <T> Optional<T> until(Duration patience, Duration between, Supplier<Optional<T>> question) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var answer = question.get();
            if (answer.isPresent() || System.nanoTime() > deadline) {
                return answer;
            }
            pause(between);
        }
    }

    /** The same, ending the command with that message when no answer comes. */
    public static <T> T require(
            Duration patience, Duration between, Supplier<Optional<T>> question, Supplier<String> otherwise) {
        return until(patience, between, question).orElseThrow(() -> new CommandFailure(otherwise.get()));
    }

    /** Waits that long. */
    public static void pause(Duration between) {
        try {
            Thread.sleep(between);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
