package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.usecase.Intake;
import dev.aisle.ingest.door.usecase.TakeEvents;
import dev.aisle.ingest.door.usecase.ValidateEvents;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/** The way of every protocol through the door: a protocol brings its reader and its answers, and nothing else. */
@Singleton
public class Reception {
    private final TakeEvents takeEvents;
    private final ValidateEvents validateEvents;
    private final BytesInFlight inFlight;

    Reception(TakeEvents takeEvents, ValidateEvents validateEvents, BytesInFlight inFlight) {
        this.takeEvents = takeEvents;
        this.validateEvents = validateEvents;
        this.inFlight = inFlight;
    }

    /**
     * Takes a request in, or says what would become of it when it asks for that.
     *
     * @param reader from decoded bytes to items in the shapes of the Segment API
     * @param answers from the outcome to what the protocol's clients expect
     */
    public Response receive(
            ClientRequest request,
            InputStream stream,
            Function<byte[], Body> reader,
            Function<Intake, Response> answers) {
        return bounded(request, stream, bytes -> take(request, reader.apply(bytes), answers));
    }

    /** Reads the body within the bounds of memory, and answers by itself what can't be read. */
    public Response bounded(ClientRequest request, InputStream stream, Function<byte[], Response> then) {
        int bytes = request.mostBytes();
        if (!inFlight.enter(bytes)) {
            return Failures.busy();
        }
        try {
            return then.apply(request.decode(stream));
        } catch (Transfer.NotGzip e) {
            return Failures.notGzip();
        } catch (IOException e) {
            return Failures.of(400, "malformed-request", "The body ended before its end.");
        } finally {
            inFlight.leave(bytes);
        }
    }

    /** The same for a request whose content stands elsewhere than in its body. */
    public Response receive(
            ClientRequest request, byte[] content, Function<byte[], Body> reader, Function<Intake, Response> answers) {
        if (!inFlight.enter(content.length)) {
            return Failures.busy();
        }
        try {
            return take(request, reader.apply(content), answers);
        } finally {
            inFlight.leave(content.length);
        }
    }

    private Response take(ClientRequest request, Body body, Function<Intake, Response> answers) {
        return request.validate()
                ? PreviewAnswers.of(validateEvents.validate(body, request.caller()))
                : answers.apply(takeEvents.take(body, request.caller()));
    }
}
