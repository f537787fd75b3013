package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Says which requests are due, and reminds once of each. */
@ApplicationScoped
public class Deadlines {
    private static final int MOST_SHOWN = 1_000;

    private final RequestRepository requests;
    private final RequestsConfig config;

    Deadlines(RequestRepository requests, RequestsConfig config) {
        this.requests = requests;
        this.config = config;
    }

    /** An open request and its deadline. */
    public record Due(UUID id, RequestType type, RequestStatus status, Instant dueAt, boolean overdue) {}

    /** How many are due soon, and how many are late already. */
    public record Counts(long dueSoon, long overdue) {}

    /** The open requests that must be answered within a time, the most urgent first. */
    @Transactional
    public List<Due> within(Duration time) {
        Instant now = Instant.now();
        return requests.dueBefore(now.plus(time), MOST_SHOWN).stream()
                .map(row -> due(row, now))
                .toList();
    }

    /** How long before its deadline a request is called due. */
    public Duration notice() {
        return config.remindBefore();
    }

    /** Counts them. */
    @Transactional
    public Counts count() {
        Instant now = Instant.now();
        long overdue = requests.countDueBefore(now);
        return new Counts(requests.countDueBefore(now.plus(config.remindBefore())) - overdue, overdue);
    }

    /** The requests that have come due since the last look; each is named once, and once more when it was extended. */
    @Transactional
    public List<Due> remind() {
        Instant now = Instant.now();
        List<RequestRow> rows = requests.holdUnreminded(now.plus(config.remindBefore()), MOST_SHOWN);
        rows.forEach(row -> row.term().reminded(now));
        return rows.stream().map(row -> due(row, now)).toList();
    }

    private static Due due(RequestRow row, Instant now) {
        Instant dueAt = row.term().dueAt();
        return new Due(row.id(), row.type(), row.status(), dueAt, dueAt.isBefore(now));
    }
}
