package dev.aisle.local.chaos;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.PortPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Some people get events all the time, and their profiles are watched in the database: when did each go on? */
final class SteadyEvents implements AutoCloseable {
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(50);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final Duration BETWEEN_COUNTS = Duration.ofMillis(500);
    private static final List<Purpose> PURPOSES =
            List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    private final Feeder feeder;
    private final List<String> people;
    private final Connection watching;
    private final Connection counting;
    private final AtomicLong rounds = new AtomicLong();
    private final Map<String, List<Long>> advances = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private volatile boolean sending = true;
    private volatile boolean open = true;
    private final Thread sender = Thread.ofPlatform().daemon().name("events").unstarted(this::send);
    private final Thread watcher = Thread.ofPlatform().daemon().name("profiles").unstarted(this::watch);

    SteadyEvents(PortPlan ports, Feeder feeder, List<String> people) {
        this.feeder = feeder;
        this.people = people;
        people.forEach(person -> advances.put(person, new ArrayList<>()));
        try {
            watching = DriverManager.getConnection(ports.jdbc("profile"), "profile", "profile");
            counting = DriverManager.getConnection(ports.jdbc("profile"), "profile", "profile");
        } catch (SQLException e) {
            throw new CommandFailure("The profiles can't be watched: " + e.getMessage(), e);
        }
    }

    void start() {
        sender.start();
        watcher.start();
    }

    /** Sends no more; what was sent still comes. */
    void end() throws InterruptedException {
        sending = false;
        sender.join();
    }

    long sent() {
        return rounds.get() * people.size();
    }

    void awaitAll(Duration patience) {
        awaitAllAfter(Long.MIN_VALUE, patience);
    }

    /** Waits until everybody's profile went on after that moment of {@link System#nanoTime}. */
    void awaitAllAfter(long moment, Duration patience) {
        Waiting.require(
                patience,
                BETWEEN_LOOKS,
                () -> Optional.of(true).filter(_ -> wentOn(moment)),
                () -> "Somebody's profile stands still.");
    }

    private synchronized boolean wentOn(long moment) {
        return advances.values().stream().allMatch(times -> !times.isEmpty() && times.getLast() > moment);
    }

    /** The longest wait of anybody that ended after that moment. */
    synchronized Duration longestSince(long moment) {
        long longest = 0;
        for (List<Long> times : advances.values()) {
            for (int i = 1; i < times.size(); i++) {
                if (times.get(i) > moment) {
                    longest = Math.max(longest, times.get(i) - times.get(i - 1));
                }
            }
        }
        return Duration.ofNanos(longest);
    }

    /** Events that no profile has, after a wait until all of them have theirs; below zero when one is there twice. */
    long missing(Duration patience) {
        Waiting.until(patience, BETWEEN_COUNTS, () -> Optional.of(true).filter(_ -> stored() >= sent()));
        return sent() - stored();
    }

    private long stored() {
        try (PreparedStatement query =
                counting.prepareStatement("select events from person_events where pseudonym = any (?)")) {
            query.setArray(1, counting.createArrayOf("text", people.toArray()));
            long count = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    count += EventChunk.parseFrom(unpacked(rows.getBytes(1))).getEventsCount();
                }
            }
            return count;
        } catch (SQLException | IOException e) {
            throw new CommandFailure("The profiles can't be read: " + e.getMessage(), e);
        }
    }

    /** A byte that begins no message says that what follows is deflated. */
    private static byte[] unpacked(byte[] stored) throws IOException {
        if (stored.length == 0 || stored[0] != 1) {
            return stored;
        }
        var packed = new ByteArrayInputStream(stored, 1, stored.length - 1);
        try (var inflated = new InflaterInputStream(packed, new Inflater(true))) {
            return inflated.readAllBytes();
        }
    }

    private void send() {
        while (sending) {
            feeder.send(people.stream().map(SteadyEvents::event).toList());
            rounds.incrementAndGet();
            Waiting.pause(BETWEEN_EVENTS);
        }
    }

    private static ShopEvent event(String person) {
        Instant now = Instant.now();
        return ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setType(EventType.PRODUCT_VIEW)
                .setOccurredAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .addItems(Item.newBuilder().setProductId("tea"))
                .addAllGrantedPurposes(PURPOSES)
                .setConsentVersion(1)
                .build();
    }

    private void watch() {
        try (PreparedStatement query =
                watching.prepareStatement("select pseudonym, version from person where pseudonym = any (?)")) {
            query.setArray(1, watching.createArrayOf("text", people.toArray()));
            while (open) {
                look(query);
                Waiting.pause(BETWEEN_LOOKS);
            }
        } catch (SQLException e) {
            throw new CommandFailure("The profiles can't be watched: " + e.getMessage(), e);
        }
    }

    private void look(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            long now = System.nanoTime();
            while (rows.next()) {
                note(rows.getString(1), rows.getLong(2), now);
            }
        }
    }

    private synchronized void note(String person, long version, long now) {
        Long before = versions.put(person, version);
        if (before == null || before != version) {
            advances.computeIfAbsent(person, _ -> new ArrayList<>()).add(now);
        }
    }

    @Override
    public void close() {
        sending = false;
        open = false;
        try {
            sender.join();
            watcher.join();
            watching.close();
            counting.close();
        } catch (SQLException e) {
            throw new CommandFailure("The database didn't say good-bye: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
