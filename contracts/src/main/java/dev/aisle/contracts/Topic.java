package dev.aisle.contracts;

import java.time.Duration;
import java.util.Map;

/** Every Kafka topic of the suite, with what its keys are and how long it keeps records. */
public enum Topic {
    EVENTS_RAW("aisle.events.raw.v1", Retention.days(7)),
    EVENTS("aisle.events.v1", Retention.days(30)),
    EVENTS_REJECTED("aisle.events.rejected.v1", Retention.days(14)),
    INGEST_SETTINGS("aisle.ingest-settings.v1", Retention.compacted()),
    PERSON_LINKS("aisle.person-links.v1", Retention.compacted()),
    PROBES("aisle.probes.v1", Retention.days(1)),
    CATALOG_RAW("aisle.catalog.raw.v1", Retention.days(7)),
    CATALOG("aisle.catalog.v1", Retention.compacted()),
    CONSENTS("aisle.consents.v1", Retention.compacted()),
    PSEUDONYM_CLAIMS("aisle.pseudonym-claims.v1", Retention.days(1)),
    ENFORCEMENT_POINTS("aisle.enforcement-points.v1", Retention.heartbeats()),
    ERASURES("aisle.erasures.v1", Retention.compacted()),
    ERASURE_RECEIPTS("aisle.erasure-receipts.v1", Retention.days(30)),
    SEGMENTS("aisle.segments.v1", Retention.days(7)),
    EXPOSURES("aisle.exposures.v1", Retention.days(30)),
    MESSAGES("aisle.messages.v1", Retention.days(7)),
    AUDIT("aisle.audit.v1", Retention.days(30)),
    DEAD_LETTERS("aisle.dead-letters.v1", Retention.days(30));

    /** Partitions of each topic: topics that are joined by pseudonym must have as many as each other. */
    public static final int PARTITIONS = 6;

    private final String topicName;
    private final Map<String, String> configuration;

    Topic(String topicName, Map<String, String> configuration) {
        this.topicName = ShopPrefix.before(topicName);
        this.configuration = configuration;
    }

    /** The name on the broker, with the {@linkplain ShopPrefix shop's prefix}. */
    public String topicName() {
        return topicName;
    }

    /** Topic-level broker configuration: what differs from the broker's defaults. */
    public Map<String, String> configuration() {
        return configuration;
    }

    /** When a record that is written at a moment is gone from the log for certain, in a topic that deletes by time. */
    public Duration longestLife() {
        return Duration.ofMillis(Long.parseLong(configuration.get("retention.ms"))
                        + Long.parseLong(configuration.get("segment.ms")))
                .plus(Retention.BROKER_SLACK);
    }

    private static final class Retention {
        private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);
        /** The broker looks every five minutes and deletes a file a minute later. */
        private static final Duration BROKER_SLACK = Duration.ofHours(1);

        /** A segment goes when its newest record is too old, so it covers a day at most: nothing lives longer than a day over. */
        static Map<String, String> days(int days) {
            Duration retention = Duration.ofDays(days);
            Duration sixth = retention.dividedBy(6);
            Duration segment = sixth.compareTo(LONGEST_SEGMENT) < 0 ? sixth : LONGEST_SEGMENT;
            return Map.of(
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    Long.toString(retention.toMillis()),
                    "segment.ms",
                    Long.toString(segment.toMillis()));
        }

        /** Of interest while its process lives; read from the beginning, so it is kept short. */
        static Map<String, String> heartbeats() {
            return Map.of(
                    "cleanup.policy",
                    "delete",
                    "retention.ms",
                    Long.toString(Duration.ofMinutes(20).toMillis()),
                    "segment.ms",
                    Long.toString(Duration.ofMinutes(10).toMillis()));
        }

        static Map<String, String> compacted() {
            return Map.of(
                    "cleanup.policy",
                    "compact",
                    "max.compaction.lag.ms",
                    Long.toString(Duration.ofDays(1).toMillis()));
        }
    }
}
