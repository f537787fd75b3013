package dev.aisle.platform.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that a client of HTTP/1 still sends after it was refused. A connection that is closed at once is reset by the bytes on their way, and the
 * client sees a broken pipe instead of the answer; so they are read and thrown away for a while (RFC 9112 section 9.6).
 */
final class Leftovers {
    private static final long MOST_BYTES = 32L << 20;
    private static final long MOST_MILLIS = 5_000;

    private Leftovers() {}

    /** Ends the connection when everything was sent, or too much, or for too long; the answer is already written. */
    static void readAndClose(RoutingContext context) {
        HttpServerRequest request = context.request();
        Runnable close = request.connection()::close;
        AtomicLong read = new AtomicLong();
        context.vertx().setTimer(MOST_MILLIS, _ -> close.run());
        request.handler(bytes -> {
                    if (read.addAndGet(bytes.length()) > MOST_BYTES) {
                        close.run();
                    }
                })
                .endHandler(_ -> close.run())
                .resume();
    }
}
