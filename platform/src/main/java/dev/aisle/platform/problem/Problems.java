package dev.aisle.platform.problem;

import dev.aisle.platform.problem.Problem.FieldError;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

/** Answers that are problems. */
public final class Problems {
    private Problems() {}

    /** 400: the request as a whole can't be understood. */
    public static Response malformed(String detail) {
        return answer(Problem.of("malformed-request", 400, detail));
    }

    /** 400: one field is wrong. */
    public static Response invalidField(String field, String message) {
        return answer(Problem.of("invalid-field", 400, field + ": " + message, new FieldError(field, message)));
    }

    /** 400: these fields are wrong. */
    public static Response invalidFields(Collection<FieldError> errors) {
        String detail = errors.stream()
                .map(error -> error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return answer(Problem.of("invalid-field", 400, detail, errors.toArray(FieldError[]::new)));
    }

    /** 404: there is no such thing, or nothing that the caller may see. */
    public static Response notFound(String what) {
        return answer(Problem.of("no-such-" + what, 404, "There is no such " + what + "."));
    }

    /** 409: it contradicts what is there. */
    public static Response conflict(String kind, String detail) {
        return answer(Problem.of(kind, 409, detail));
    }

    /** 422: understood, but a value isn't one of those that exist. */
    public static Response unprocessable(String kind, String field, String message) {
        return answer(Problem.of(kind, 422, field + ": " + message, new FieldError(field, message)));
    }

    /** 503: can't be done now; the same call works later. */
    public static Response unavailable(String detail, int retryAfterSeconds) {
        return Response.fromResponse(answer(Problem.of("unavailable", 503, detail)))
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .build();
    }

    /** 429: the caller has had today's new numbers of people. */
    public static Response noAnswersLeft() {
        Problem problem = Problem.of(
                "no-answers-left",
                429,
                "You have had today's new numbers of people. Ask again tomorrow (UTC); what was asked before stays.");
        Instant now = Instant.now();
        Instant tomorrow = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return Response.fromResponse(answer(problem))
                .header(HttpHeaders.RETRY_AFTER, ChronoUnit.SECONDS.between(now, tomorrow) + 1)
                .build();
    }

    /** Any problem as an answer that no cache keeps. */
    public static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build();
    }
}
