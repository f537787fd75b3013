package dev.aisle.e2e.clients;

import com.rudderstack.sdk.java.analytics.Callback;
import com.rudderstack.sdk.java.analytics.messages.Message;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what Rudder's client takes for delivered. */
record RudderCallback(AtomicInteger delivered) implements Callback {
    @Override
    public void success(Message message) {
        delivered.incrementAndGet();
    }

    @Override
    public void failure(Message message, Throwable cause) {
        throw new AssertionError("Rudder's client gives up", cause);
    }
}
