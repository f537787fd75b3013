package dev.aisle.platform.reconcile;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.platform.sealing.SealedPayload;
import dev.aisle.platform.stored.PastEvents;
import dev.aisle.platform.stored.StoredEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Compares the rows of a database with the refined events that its service has taken, by its own positions. The database is looked at as it was at one
 * moment, and the topics behind it: so whatever was taken, changed or withdrawn meanwhile is seen.
 */
public final class CompareDatabase {
    /** Who sends an event later than this isn't judged by it: it may be older than what is kept. */
    static final Duration LATE = Duration.ofDays(1);
    /** Clocks of shops and brokers differ by less: a row that is younger than the first event by this has its event among those that were read. */
    static final Duration CLOCKS = Duration.ofMinutes(10);

    private static final String POSITIONS =
            "select partition, next_offset from consumer_position where consumer = ? and topic_id = ?";
    private static final Map<String, String> CONSUMERS =
            Map.of("profile", "events", "recommender", "events", "campaign", "metrics");

    private final LogReader log;
    private final MasterKeys keys;
    private final Duration window;
    private final int most;

    /**
     * Takes what every database is compared by.
     *
     * @param keys that wrap people's keys for the log
     * @param window how far back it looks
     * @param most how many events it holds at a time
     */
    CompareDatabase(LogReader log, MasterKeys keys, Duration window, int most) {
        this.log = log;
        this.keys = keys;
        this.window = window;
        this.most = most;
    }

    private record Told(int partition, long offset, ShopEvent event) {}

    /** Whether a database stores what events leave behind. */
    static boolean knows(String database) {
        return CONSUMERS.containsKey(database);
    }

    /** Compares within a transaction that only reads, and ends it. */
    Report compare(String database, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return compareNow(database, connection);
        } finally {
            connection.rollback();
        }
    }

    private Report compareNow(String database, Connection connection) throws SQLException {
        var positions = positions(database, log.id(Topic.EVENTS), connection);
        var now = Instant.now();
        var since = now.minus(window);
        var sample = new Sample<Told>(most);
        var records = new long[1];
        log.read(log.since(Topic.EVENTS, since), log.ends(Topic.EVENTS), record -> {
            records[0]++;
            if (record.key() != null && record.value() != null && sample.includes(record.key())) {
                event(record.value())
                        .ifPresent(event ->
                                sample.put(record.key(), new Told(record.partition(), record.offset(), event)));
            }
        });
        var consents = ConsentsNow.read(log, sample.people().keySet());
        var counts = new LinkedHashMap<String, Long>();
        counts.put("events", records[0]);
        counts.put("people", (long) sample.people().size());
        List<ShopEvent> due = new ArrayList<>();
        Set<String> undecided = new HashSet<>();
        sample.people()
                .forEach((person, told) -> consents.unsettled(
                                person, told.stream().map(Told::event).toList(), now)
                        .ifPresentOrElse(
                                why -> count("people: " + why, counts),
                                () -> told.forEach(one -> {
                                    var judged = judged(one, positions, since, consents);
                                    if (judged.event().isPresent()) {
                                        due.add(judged.event().get());
                                        count("events compared", counts);
                                    } else {
                                        undecided.add(one.event().getMessageId());
                                        count("events: " + judged.why(), counts);
                                    }
                                })));
        var past = PastEvents.of(due, undecided, since.plus(CLOCKS));
        return Report.of(
                database + "-service",
                since,
                now,
                sample.oneIn(),
                counts,
                StoredEvents.compare(database, past, connection));
    }

    private record Judged(Optional<ShopEvent> event, String why) {
        static Judged left(String why) {
            return new Judged(Optional.empty(), why);
        }
    }

    private Judged judged(Told told, Map<Integer, Long> positions, Instant since, ConsentsNow consents) {
        if (told.offset() >= positions.getOrDefault(told.partition(), 0L)) {
            return Judged.left("not taken yet");
        }
        if (ConsentsNow.instant(told.event().getOccurredAt()).isBefore(since.minus(LATE))) {
            return Judged.left("late");
        }
        var opened = opened(told.event(), consents);
        return opened.isEmpty() ? Judged.left("no key opens them") : new Judged(opened, "");
    }

    private Optional<ShopEvent> opened(ShopEvent event, ConsentsNow consents) {
        if (event.getSealed().isEmpty()) {
            return Optional.of(event);
        }
        return consents.of(event.getPseudonym()).stream()
                .flatMap(state -> state.getPayloadKeysList().stream())
                .map(key -> keys.unwrap(
                        new WrappedKey(key.getSealingKey(), key.getWrapped().toByteArray())))
                .flatMap(Optional::stream)
                .map(key -> SealedPayload.open(Topic.EVENTS.topicName(), event, Sealables.EVENT, key))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<Integer, Long> positions(String database, UUID topic, Connection connection)
            throws SQLException {
        try (var statement = connection.prepareStatement(POSITIONS)) {
            statement.setString(1, Objects.requireNonNull(CONSUMERS.get(database), database));
            statement.setObject(2, topic);
            Map<Integer, Long> positions = new HashMap<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getInt(1), rows.getLong(2));
                }
            }
            return positions;
        }
    }

    private static void count(String what, Map<String, Long> counts) {
        counts.merge(what, 1L, Long::sum);
    }

    /** What is no event is a dead letter of each consumer, which has an alert of its own. */
    private static Optional<ShopEvent> event(byte[] bytes) {
        try {
            return Optional.of(ShopEvent.parseFrom(bytes));
        } catch (InvalidProtocolBufferException _) {
            return Optional.empty();
        }
    }
}
