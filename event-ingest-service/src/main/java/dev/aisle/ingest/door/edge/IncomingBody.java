package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.shared.events.Limits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Collects the bytes of a request as they come and as there is room for them, and no more of them than a batch may have and one. */
final class IncomingBody {
    private static final int MOST_BYTES = Limits.BATCH_BYTES + 1;
    private static final int READ_BYTES = 16_384;

    private final Buffer collected = Buffer.buffer();
    private final Promise<byte[]> complete = Promise.promise();
    private final HttpServerRequest request;
    private final Vertx vertx;
    private final Room room;

    private IncomingBody(HttpServerRequest request, Vertx vertx, Room room) {
        this.request = request;
        this.vertx = vertx;
        this.room = room;
    }

    /** There is no room for it. */
    static final class NoRoom extends Exception {
        private static final long serialVersionUID = 1;

        NoRoom() {
            super("There is no room for the body.");
        }
    }

    /** The bytes as they were sent; fails when the request ends before they do, or by {@link NoRoom}. */
    static Future<byte[]> of(HttpServerRequest request, Vertx vertx, Room room) {
        IncomingBody body = new IncomingBody(request, vertx, room);
        room.await(vertx, false, body::begin);
        return body.complete.future();
    }

    private void begin(boolean entered) {
        if (!entered) {
            complete.tryFail(new NoRoom());
            return;
        }
        request.handler(this::add)
                .exceptionHandler(complete::tryFail)
                .endHandler(_ -> complete.tryComplete(collected.getBytes()))
                .resume();
    }

    private void add(Buffer more) {
        int taken = Math.min(MOST_BYTES - collected.length(), more.length());
        // After it was ended here, what had come before is still handed on.
        if (taken <= 0 || complete.future().isComplete()) {
            return;
        }
        collected.appendBuffer(more, 0, taken);
        if (!room.add(taken)) {
            request.pause();
            room.await(vertx, false, this::goOn);
        }
    }

    private void goOn(boolean fits) {
        if (!fits) {
            complete.tryFail(new NoRoom());
        } else if (!complete.future().isComplete()) {
            request.resume();
        }
    }

    /**
     * The same from a stream, by a thread that waits.
     *
     * @throws NoRoom when there is no room for it
     */
    static byte[] read(InputStream stream, Room room) throws IOException, NoRoom {
        ByteArrayOutputStream collected = new ByteArrayOutputStream();
        byte[] part = new byte[READ_BYTES];
        boolean fits = room.await(false);
        while (fits) {
            int read = stream.read(part, 0, Math.min(part.length, MOST_BYTES - collected.size()));
            if (read <= 0) {
                return collected.toByteArray();
            }
            collected.write(part, 0, read);
            fits = room.add(read) || room.await(false);
        }
        throw new NoRoom();
    }
}
