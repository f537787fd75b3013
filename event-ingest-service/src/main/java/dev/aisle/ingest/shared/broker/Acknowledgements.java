package dev.aisle.ingest.shared.broker;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Counts the broker's acknowledgements of one request: done at the last one, failed at the first failure. */
final class Acknowledgements implements Callback {
    private final AtomicInteger outstanding;
    private final CompletableFuture<Boolean> all = new CompletableFuture<>();
    private volatile @Nullable Exception failure;

    Acknowledgements(int expected) {
        outstanding = new AtomicInteger(expected);
    }

    @Override
    public void onCompletion(RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null) {
            fail(exception);
        } else if (outstanding.decrementAndGet() == 0) {
            all.complete(true);
        }
    }

    void fail(Exception cause) {
        failure = cause;
        all.complete(false);
    }

    boolean failed() {
        return failure != null;
    }

    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /** Completes with whether the broker has everything. */
    CompletableFuture<Boolean> all() {
        return all;
    }
}
