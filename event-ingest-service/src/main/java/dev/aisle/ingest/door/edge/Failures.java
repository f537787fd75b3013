package dev.aisle.ingest.door.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.ingest.door.usecase.Intake;
import dev.aisle.platform.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that were not taken, as every client of the door can read them: a problem document that is {@code code} and
 * {@code message} as well. What works later is 429 or 503: clients send those again and give up on every other 4xx.
 */
public final class Failures {
    private static final int RETRY_AFTER_SECONDS = 5;

    private Failures() {}

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

    /** The answer to a request that stays outside as a whole. */
    public static Response of(Intake.Refusal refusal) {
        return switch (refusal) {
            case Intake.KeyRefused refused -> of(401, "unauthorized", refused.message());
            case Intake.OriginRefused refused -> of(403, "origin-not-allowed", refused.message());
            case Intake.RateLimited limited ->
                Response.fromResponse(of(429, "rate-limited", limited.message()))
                        .header(HttpHeaders.RETRY_AFTER, limited.retryAfterSeconds())
                        .build();
            case Intake.Malformed malformed -> of(400, "malformed-request", malformed.message());
            case Intake.TooLarge tooLarge -> of(413, "too-large", tooLarge.message());
            case Intake.Unavailable unavailable -> of(503, "unavailable", unavailable.message());
        };
    }

    /** Right after a start: nothing can be said about a key. */
    public static Response keysNotKnown() {
        return of(503, "unavailable", "The write keys are not known yet. Send it again in a few seconds.");
    }

    /** There is no room in memory for another request. */
    static Response busy() {
        return of(503, "busy", "Too much is being written just now. Send it again.");
    }

    static Response notGzip() {
        return of(400, "malformed-request", "The body is not valid gzip.");
    }

    /** Any failure. */
    public static Response of(int status, String code, String message) {
        return of(status, code, message, null, List.of());
    }

    /** The one event of a request is the whole request. */
    public static Response of(RejectedView only) {
        int status = switch (only.code()) {
            case "oversize" -> 413;
            case "personal-data" -> 422;
            default -> 400;
        };
        String message = only.field().isEmpty() ? only.message() : only.field() + ": " + only.message();
        return of(status, only.code(), message, only.field(), List.of(only));
    }

    private static Response of(
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
