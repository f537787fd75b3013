package dev.aisle.federate.coordinator;

import dev.aisle.federate.RefusedException;
import dev.aisle.federate.TrainingAbortedException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One message from each partner, then one answer to each. Partners wait for their answers; whoever doesn't send in time is missing.
 *
 * @param <M> what partners send
 * @param <A> what they get
 */
final class Step<M, A> {
    private final String name;
    private final Set<String> expected;
    private final Map<String, M> received = new TreeMap<>();
    private final CompletableFuture<Map<String, A>> answers = new CompletableFuture<>();
    private boolean closed;

    /** @param name for messages: "the keys of round 3" */
    Step(String name, Set<String> expected) {
        this.name = name;
        this.expected = Set.copyOf(expected);
    }

    /**
     * Takes a partner's message.
     *
     * @throws RefusedException when it isn't awaited, or not any more
     */
    synchronized void take(String partner, M message) {
        if (!expected.contains(partner)) {
            throw new RefusedException(partner + ": " + name + " aren't awaited, since it left before");
        }
        if (closed) {
            throw new RefusedException(partner + ": " + name + " came too late, the others went on without it");
        }
        if (received.putIfAbsent(partner, message) != null) {
            throw new RefusedException(partner + ": " + name + " came already");
        }
        notifyAll();
    }

    /**
     * Waits until the messages of some are there, or the time is over; whatever comes later is refused.
     *
     * @param present who can still send one
     */
    synchronized Map<String, M> await(Set<String> present, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!received.keySet().containsAll(present)) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TrainingAbortedException("interrupted while waiting for " + name);
            }
        }
        closed = true;
        return new TreeMap<>(received);
    }

    /** Gives everybody an answer. */
    void answer(Map<String, A> all) {
        answers.complete(all);
    }

    /** Tells everybody why there is none. */
    void abort(RuntimeException reason) {
        answers.completeExceptionally(reason);
    }

    /** Waits for a partner's answer. */
    A answerTo(String partner) {
        try {
            A answer = answers.join().get(partner);
            if (answer == null) {
                throw new RefusedException(partner + ": there is no answer to " + name);
            }
            return answer;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
