package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.usecase.Intake;
import dev.aisle.ingest.door.usecase.TakeEvents;
import dev.aisle.ingest.door.usecase.ValidateEvents;
import dev.aisle.platform.http.OpenRequest;
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
        OpenRequest open = OpenRequest.of(request.http());
        Room room = inFlight.open(() -> open.end(OpenRequest.ENHANCE_YOUR_CALM));
        try {
            byte[] encoded = IncomingBody.read(stream, room);
            if (request.isCompressed(encoded) && !room.await(true)) {
                return Failures.busy();
            }
            room.arrived();
            return then.apply(request.decode(encoded));
        } catch (IncomingBody.NoRoom e) {
            return Failures.busy();
        } catch (Transfer.NotGzip e) {
            return Failures.notGzip();
        } catch (IOException e) {
            return Failures.of(400, "malformed-request", "The body ended before its end.");
        } finally {
            room.leave();
        }
    }

    /** The same for a request whose content stands elsewhere than in its body. */
    public Response receive(
            ClientRequest request, byte[] content, Function<byte[], Body> reader, Function<Intake, Response> answers) {
        Room room = inFlight.open(() -> {});
        try {
            if (!room.add(content.length) && !room.await(false)) {
                return Failures.busy();
            }
            room.arrived();
            return take(request, reader.apply(content), answers);
        } finally {
            room.leave();
        }
    }

    private Response take(ClientRequest request, Body read, Function<Intake, Response> answers) {
        Body body = read.denying(request.denied());
        return request.validate()
                ? PreviewAnswers.of(validateEvents.validate(body, request.caller()))
                : answers.apply(takeEvents.take(body, request.caller()));
    }
}
