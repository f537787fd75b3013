package dev.aisle.contracts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each service may do with the topics: the arrows of the architecture, for a broker that checks them. */
public enum TopicAccess {
    EVENT_INGEST(
            "event-ingest-service",
            EnumSet.of(
                    Topic.EVENTS_RAW,
                    Topic.EVENTS,
                    Topic.EVENTS_REJECTED,
                    Topic.INGEST_SETTINGS,
                    Topic.PERSON_LINKS,
                    Topic.CATALOG_RAW,
                    Topic.DEAD_LETTERS,
                    Topic.CONSENTS,
                    Topic.ERASURES),
            EnumSet.of(
                    Topic.EVENTS_RAW,
                    Topic.EVENTS,
                    Topic.EVENTS_REJECTED,
                    Topic.INGEST_SETTINGS,
                    Topic.PERSON_LINKS,
                    Topic.PROBES,
                    Topic.CATALOG_RAW,
                    Topic.CATALOG,
                    Topic.PSEUDONYM_CLAIMS,
                    Topic.ENFORCEMENT_POINTS,
                    Topic.ERASURE_RECEIPTS,
                    Topic.AUDIT,
                    Topic.DEAD_LETTERS),
            // It shows the operator how much lies in each.
            EnumSet.allOf(Topic.class),
            List.of("event-archive"),
            List.of("aisle-event-ingest-replays", "aisle-event-ingest-settings"),
            "event-ingest-refine"),
    PROFILE(
            "profile-service",
            EnumSet.of(Topic.EVENTS, Topic.CONSENTS, Topic.ERASURES),
            EnumSet.of(
                    Topic.SEGMENTS, Topic.ENFORCEMENT_POINTS, Topic.ERASURE_RECEIPTS, Topic.AUDIT, Topic.DEAD_LETTERS),
            EnumSet.noneOf(Topic.class),
            List.of("profile-service", "profile-service-consents"),
            List.of(),
            null),
    RECOMMENDER(
            "recommender-service",
            EnumSet.of(Topic.EVENTS, Topic.CATALOG, Topic.EXPOSURES, Topic.CONSENTS, Topic.ERASURES),
            // A rating of an answer is an event like others.
            EnumSet.of(
                    Topic.EVENTS_RAW,
                    Topic.ENFORCEMENT_POINTS,
                    Topic.ERASURE_RECEIPTS,
                    Topic.AUDIT,
                    Topic.DEAD_LETTERS),
            EnumSet.noneOf(Topic.class),
            List.of("recommender-service", "recommender-service-consents"),
            List.of(),
            null),
    CAMPAIGN(
            "campaign-service",
            EnumSet.of(Topic.EVENTS, Topic.SEGMENTS, Topic.CATALOG, Topic.PERSON_LINKS, Topic.CONSENTS, Topic.ERASURES),
            EnumSet.of(
                    Topic.EXPOSURES, Topic.ENFORCEMENT_POINTS, Topic.ERASURE_RECEIPTS, Topic.AUDIT, Topic.DEAD_LETTERS),
            EnumSet.noneOf(Topic.class),
            List.of(
                    "campaign-service",
                    "campaign-service-responses",
                    "campaign-service-metrics",
                    "campaign-service-consents"),
            List.of(),
            null),
    PRIVACY(
            "privacy-service",
            EnumSet.of(
                    Topic.ERASURE_RECEIPTS,
                    Topic.PSEUDONYM_CLAIMS,
                    Topic.PERSON_LINKS,
                    Topic.ENFORCEMENT_POINTS,
                    Topic.AUDIT,
                    Topic.CONSENTS,
                    Topic.ERASURES),
            EnumSet.of(
                    Topic.CONSENTS,
                    Topic.ERASURES,
                    Topic.ENFORCEMENT_POINTS,
                    Topic.ERASURE_RECEIPTS,
                    Topic.AUDIT,
                    Topic.DEAD_LETTERS),
            EnumSet.noneOf(Topic.class),
            List.of("privacy-service"),
            List.of(),
            null);

    private final String service;
    private final Set<Topic> reads;
    private final Set<Topic> writes;
    private final Set<Topic> describes;
    private final List<String> groups;
    private final List<String> transactionalIds;
    private final Optional<String> streams;

    TopicAccess(
            String service,
            Set<Topic> reads,
            Set<Topic> writes,
            Set<Topic> describes,
            List<String> groups,
            List<String> transactionalIds,
            @Nullable String streams) {
        this.service = service;
        this.reads = reads;
        this.writes = writes;
        this.describes = describes;
        this.groups = groups.stream().map(ShopPrefix::before).toList();
        this.transactionalIds =
                transactionalIds.stream().map(ShopPrefix::before).toList();
        this.streams = Optional.ofNullable(streams).map(ShopPrefix::before);
    }

    /** The service's name. */
    public String service() {
        return service;
    }

    /** What it reads. */
    public Set<Topic> reads() {
        return Set.copyOf(reads);
    }

    /** What it writes. */
    public Set<Topic> writes() {
        return Set.copyOf(writes);
    }

    /** Where it may ask for partitions and offsets, beside what it reads and writes. */
    public Set<Topic> describes() {
        return Set.copyOf(describes);
    }

    /** Its consumer groups. */
    public List<String> groups() {
        return groups;
    }

    /** The ids of its transactions, but those of a stream. */
    public List<String> transactionalIds() {
        return transactionalIds;
    }

    /** The application id of its stream, with which the names of its group, transactions and own topics begin. */
    public Optional<String> streams() {
        return streams;
    }

    /** The row of a service. */
    public static Optional<TopicAccess> of(String service) {
        return Arrays.stream(values())
                .filter(access -> access.service.equals(service))
                .findFirst();
    }
}
