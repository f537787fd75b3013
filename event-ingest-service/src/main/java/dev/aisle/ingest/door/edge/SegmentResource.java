package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.usecase.TakeEvents;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The Segment HTTP Tracking API. Its clients have a write key instead of a token, so no role is asked for. */
@Path("/v1")
@RunOnVirtualThread
public class SegmentResource {
    private static final String CALLS = "batch|import|track|identify|page|screen|group|alias|t|i|p|s|g|a|b";

    private final TakeEvents takeEvents;
    private final BytesInFlight inFlight;

    SegmentResource(TakeEvents takeEvents, BytesInFlight inFlight) {
        this.takeEvents = takeEvents;
        this.inFlight = inFlight;
    }

    @POST
    @PermitAll
    @Path("/{call:(" + CALLS + ")}{slash:/?}")
    @Operation(summary = "Events of the Segment API: one, or many in a batch")
    public Response take(
            @PathParam("call") String step,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String contentEncoding,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String contentLength,
            @HeaderParam("Origin") @Nullable String origin,
            InputStream body) {
        Optional<Call> call = Call.ofPath(step);
        if (call.isEmpty()) {
            return SegmentAnswers.failure(404, "no-such-path", "There is nothing at this path.");
        }
        int bytes = Transfer.mostBytes(contentLength, contentEncoding);
        if (!inFlight.enter(bytes)) {
            return SegmentAnswers.failure(503, "busy", "Too much is being written just now. Send it again.");
        }
        try {
            byte[] decoded = Transfer.read(body, contentEncoding);
            return SegmentAnswers.of(takeEvents.take(call.get(), decoded, Transfer.basicUser(authorization), origin));
        } catch (Transfer.NotGzip e) {
            return SegmentAnswers.failure(400, "malformed-request", "The body is not valid gzip.");
        } catch (IOException e) {
            return SegmentAnswers.failure(400, "malformed-request", "The body ended before its end.");
        } finally {
            inFlight.leave(bytes);
        }
    }
}
