package dev.aisle.privacy.audit.reading;

import dev.aisle.privacy.audit.tree.EntryFilter;
import dev.aisle.privacy.shared.edge.IsPseudonym;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code GET /v1/audit}. */
@SuppressWarnings("NullAway.Init")
class EntryQuery {
    private static final String NAME = "[\\w.:@-]{1,200}";
    private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T[\\d:.]{1,20}Z";

    @QueryParam("after")
    @DefaultValue("-1")
    @Min(value = -1, message = "expected a leaf")
    long after;

    @QueryParam("limit")
    @DefaultValue("100")
    @Min(value = 1, message = "expected 1 to 500")
    @Max(value = 500, message = "expected 1 to 500")
    int limit;

    @QueryParam("subject")
    @IsPseudonym
    @Nullable
    String subject;

    @QueryParam("event")
    @Pattern(regexp = NAME, message = "expected a name such as consent.recorded")
    @Nullable
    String event;

    @QueryParam("actor")
    @Pattern(regexp = NAME, message = "expected the name of a client or user")
    @Nullable
    String actor;

    @QueryParam("service")
    @Pattern(regexp = NAME, message = "expected the name of a service such as campaign-service")
    @Nullable
    String service;

    @QueryParam("from")
    @Pattern(regexp = TIME, message = "expected an ISO 8601 time such as 2026-11-25T09:00:00Z")
    @Nullable
    String from;

    @QueryParam("to")
    @Pattern(regexp = TIME, message = "expected an ISO 8601 time such as 2026-11-25T09:00:00Z")
    @Nullable
    String to;

    /** Empty when a time has the form of one and is none. */
    java.util.Optional<EntryFilter> filter() {
        try {
            return java.util.Optional.of(new EntryFilter(after, subject, event, actor, service, time(from), time(to)));
        } catch (DateTimeParseException e) {
            return java.util.Optional.empty();
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
