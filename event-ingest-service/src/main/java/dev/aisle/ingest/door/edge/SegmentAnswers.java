package dev.aisle.ingest.door.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.ingest.door.domain.Reading;
import dev.aisle.ingest.door.usecase.Intake;
import dev.aisle.platform.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of the Segment API expect to read: only 200 is success to them, a failure is {@code code} and
 * {@code message}; 5xx they send again, 4xx they give up. A failure is a problem document as well.
 */
final class SegmentAnswers {
    private static final int RETRY_AFTER_SECONDS = 5;

    private SegmentAnswers() {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Success(boolean success, int accepted, List<Intake.Dropped> dropped, List<RejectedView> rejected) {}

    record RejectedView(int index, @Nullable String messageId, String code, String field, String message) {
        static RejectedView of(Reading.Rejection rejection) {
            return new RejectedView(
                    rejection.index(),
                    rejection.messageId(),
                    rejection.fault().code(),
                    rejection.fault().field(),
                    rejection.fault().message());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Failure(
            String type,
            String title,
            int status,
            String detail,
            String code,
            String message,
            @Nullable String field,
            List<RejectedView> rejected) {}

    static Response of(Intake intake) {
        return switch (intake) {
            case Intake.Taken taken when taken.single() && !taken.rejected().isEmpty() -> rejected(taken);
            case Intake.Taken taken -> taken(taken);
            case Intake.KeyRefused refused -> failure(401, "unauthorized", refused.message());
            case Intake.OriginRefused refused -> failure(403, "origin-not-allowed", refused.message());
            case Intake.RateLimited limited ->
                Response.fromResponse(failure(429, "rate-limited", limited.message()))
                        .header(HttpHeaders.RETRY_AFTER, limited.retryAfterSeconds())
                        .build();
            case Intake.Malformed malformed -> failure(400, "malformed-request", malformed.message());
            case Intake.TooLarge tooLarge -> failure(413, "too-large", tooLarge.message());
            case Intake.Unavailable unavailable -> failure(503, "unavailable", unavailable.message());
        };
    }

    static Response failure(int status, String code, String message) {
        return failure(status, code, message, null, List.of());
    }

    private static Response taken(Intake.Taken taken) {
        List<RejectedView> rejected =
                taken.rejected().stream().map(RejectedView::of).toList();
        return Response.ok(new Success(true, taken.accepted(), taken.dropped(), rejected), MediaType.APPLICATION_JSON)
                .build();
    }

    /** The one event of a single call is the whole request. */
    private static Response rejected(Intake.Taken taken) {
        RejectedView only = RejectedView.of(taken.rejected().getFirst());
        int status = only.code().equals("oversize") ? 413 : 400;
        String message = only.field().isEmpty() ? only.message() : only.field() + ": " + only.message();
        return failure(status, only.code(), message, only.field(), List.of(only));
    }

    private static Response failure(
            int status, String code, String message, @Nullable String field, List<RejectedView> rejected) {
        Problem problem = Problem.of(code, status, message);
        Response.ResponseBuilder answer = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new Failure(problem.type(), problem.title(), status, message, code, message, field, rejected));
        return status == 503
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : answer.build();
    }
}
