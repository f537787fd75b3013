package dev.aisle.ingest.door.edge;

import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.usecase.Intake;
import dev.aisle.ingest.door.usecase.TakeEvents;
import dev.aisle.ingest.door.usecase.ValidateEvents;
import dev.aisle.platform.http.OpenRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The way of {@link Reception} for requests that hold no thread: while the broker writes, nothing waits but the connection. */
@Singleton
public class AsyncReception {
    private static final Logger LOG = Logger.getLogger(AsyncReception.class);
    /** What is larger than this would keep an event loop from its other connections for too long. */
    private static final int LARGE_BYTES = 128 * 1024;

    private final TakeEvents takeEvents;
    private final ValidateEvents validateEvents;
    private final BytesInFlight inFlight;
    private final JsonResponses responses;
    private final Executor aside =
            task -> Thread.ofVirtual().name("large-batch").start(task);

    AsyncReception(
            TakeEvents takeEvents, ValidateEvents validateEvents, BytesInFlight inFlight, JsonResponses responses) {
        this.takeEvents = takeEvents;
        this.validateEvents = validateEvents;
        this.inFlight = inFlight;
        this.responses = responses;
    }

    /**
     * Takes a request in, or says what would become of it when it asks for that, and answers.
     *
     * @param reader from decoded bytes to items in the shapes of the Segment API
     * @param answers from the outcome to what the protocol's clients expect
     */
    public void receive(
            RoutingContext context,
            ClientRequest request,
            Function<byte[], Body> reader,
            Function<Intake, Response> answers) {
        OpenRequest open = OpenRequest.of(context.request());
        Room room = inFlight.open(() -> open.end(OpenRequest.ENHANCE_YOUR_CALM));
        // However it ends; by a time-out too, of which no reader hears who waits for bytes.
        context.addEndHandler(_ -> room.leaveUnfinished());
        IncomingBody.of(context.request(), context.vertx(), room).onComplete(body -> {
            if (body.failed()) {
                fail(context, room, body.cause());
            } else if (request.isCompressed(body.result())) {
                room.await(context.vertx(), true, fits -> {
                    if (fits) {
                        process(
                                context,
                                room,
                                true,
                                body.result(),
                                encoded -> handle(request, encoded, reader, answers));
                    } else {
                        fail(context, room, new IncomingBody.NoRoom());
                    }
                });
            } else {
                boolean large = body.result().length > LARGE_BYTES;
                process(context, room, large, body.result(), encoded -> handle(request, encoded, reader, answers));
            }
        });
    }

    private void fail(RoutingContext context, Room room, Throwable cause) {
        room.leave();
        if (cause instanceof IncomingBody.NoRoom) {
            responses.send(context, Failures.busy());
        } else {
            context.response().reset();
        }
    }

    private void process(
            RoutingContext context,
            Room room,
            boolean large,
            byte[] encoded,
            Function<byte[], CompletionStage<Response>> handler) {
        room.arrived();
        io.vertx.core.Context loop = context.vertx().getOrCreateContext();
        CompletionStage<Response> answer = large
                ? CompletableFuture.completedFuture(encoded).thenComposeAsync(handler, aside)
                : handler.apply(encoded);
        answer.whenComplete((response, failure) -> loop.runOnContext(_ -> {
            room.leave();
            if (failure == null) {
                responses.send(context, response);
            } else {
                LOG.error("A request failed", failure);
                context.fail(500, failure);
            }
        }));
    }

    private CompletionStage<Response> handle(
            ClientRequest request, byte[] encoded, Function<byte[], Body> reader, Function<Intake, Response> answers) {
        try {
            Body body = reader.apply(request.decode(encoded)).denying(request.denied());
            return request.validate()
                    ? CompletableFuture.completedFuture(
                            PreviewAnswers.of(validateEvents.validate(body, request.caller())))
                    : takeEvents.begin(body, request.caller()).thenApply(answers);
        } catch (Transfer.NotGzip e) {
            return CompletableFuture.completedFuture(Failures.notGzip());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
