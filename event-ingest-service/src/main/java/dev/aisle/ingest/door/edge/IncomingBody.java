package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.domain.Limits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Collects the bytes of a request as they come, and no more of them than a batch may have and one. */
final class IncomingBody {
    private static final int MOST_BYTES = Limits.BATCH_BYTES + 1;

    private final Buffer collected = Buffer.buffer();

    private IncomingBody() {}

    /** The bytes as they were sent; fails when the connection ends before they do. */
    static Future<byte[]> of(HttpServerRequest request) {
        IncomingBody body = new IncomingBody();
        Promise<byte[]> complete = Promise.promise();
        request.handler(body::add)
                .exceptionHandler(complete::tryFail)
                .endHandler(_ -> complete.tryComplete(body.collected.getBytes()))
                .resume();
        return complete.future();
    }

    private void add(Buffer more) {
        int room = MOST_BYTES - collected.length();
        if (room > 0) {
            collected.appendBuffer(more, 0, Math.min(room, more.length()));
        }
    }
}
