package dev.aisle.platform.reconcile;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.TopicAccess;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.platform.stored.Comparison;
import dev.aisle.platform.stored.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares what the door acknowledged with what refine made of it. The door answers 200 only when all replicas have the record in the raw topic, so that
 * topic is what was acknowledged. Each of its events came out of refine once, or stands in the topic of refusals with a reason.
 */
final class CompareDoor {
    static final String TABLE = Topic.EVENTS.topicName();
    private static final String ID = "ce_id";

    private final LogReader log;
    private final Duration window;
    private final int most;

    /**
     * Takes by what it compares.
     *
     * @param window how far back it looks
     * @param most how many events it holds at a time
     */
    CompareDoor(LogReader log, Duration window, int most) {
        this.log = log;
        this.window = window;
        this.most = most;
    }

    private record Sent(String id, String place, Instant at) {}

    private record Refined(String id, Instant at, boolean judged) {}

    /** Compares what refine has taken of the last hours. */
    Report compare() {
        var now = Instant.now();
        var since = now.minus(window);
        var settled = log.ends(Topic.EVENTS);
        var refine = TopicAccess.EVENT_INGEST.streams().orElseThrow();
        var taken = log.committed(refine, Topic.EVENTS_RAW);
        var sample = new Sample<Sent>(most);
        var counts = new LinkedHashMap<String, Long>();
        counts.put("events", 0L);
        log.read(log.since(Topic.EVENTS_RAW, since), taken, record -> {
            counts.merge("events", 1L, Long::sum);
            if (record.key() != null && record.value() != null && sample.includes(record.key())) {
                read(record, event -> sample.put(record.key(), sent(record, event)));
            }
        });
        counts.put("people", (long) sample.people().size());
        Set<String> waiting = new HashSet<>();
        log.read(taken, log.ends(Topic.EVENTS_RAW), record -> waiting.add(id(record)));
        var refined = refined(sample, since, settled);
        var refusals = refusals(since, counts);
        return Report.of(
                "event-ingest-service",
                since,
                now,
                sample.oneIn(),
                counts,
                List.of(compared(sample, refined, waiting, refusals, since.plus(CompareDatabase.CLOCKS), counts)));
    }

    /** By person what came out of refine for this sample, and under "" the ids of everybody's events: an event may go on under another person. */
    private Map<String, List<Refined>> refined(Sample<Sent> sample, Instant since, Map<TopicPartition, Long> settled) {
        Map<String, List<Refined>> all = new HashMap<>();
        Set<String> sent = new HashSet<>();
        sample.people().values().forEach(own -> own.forEach(one -> sent.add(one.id())));
        log.read(log.since(Topic.EVENTS, since), log.ends(Topic.EVENTS), record -> {
            if (record.key() == null || record.value() == null) {
                return;
            }
            var id = id(record);
            boolean own = sample.people().containsKey(record.key());
            if (own || sent.contains(id)) {
                boolean judged = record.offset()
                        < settled.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
                all.computeIfAbsent(own ? record.key() : "", _ -> new ArrayList<>())
                        .add(new Refined(id, Instant.ofEpochMilli(record.timestamp()), judged));
            }
        });
        return all;
    }

    /** The codes of refusals by what was refused: the event's id, or the place of a record that nobody could read. */
    private Map<String, String> refusals(Instant since, Map<String, Long> counts) {
        Map<String, String> codes = new HashMap<>();
        log.read(log.since(Topic.EVENTS_REJECTED, since), log.ends(Topic.EVENTS_REJECTED), record -> {
            if (record.value() != null) {
                try {
                    var refused = RejectedEvent.parseFrom(record.value());
                    codes.put(refused.getMessageId(), refused.getCode());
                } catch (InvalidProtocolBufferException _) {
                    counts.merge("unreadable refusals", 1L, Long::sum);
                }
            }
        });
        return codes;
    }

    private static Comparison compared(
            Sample<Sent> sample,
            Map<String, List<Refined>> refined,
            Set<String> waiting,
            Map<String, String> refusals,
            Instant from,
            Map<String, Long> counts) {
        Set<String> elsewhere = new HashSet<>();
        refined.values().forEach(own -> own.forEach(one -> elsewhere.add(one.id())));
        List<Row> due = new ArrayList<>();
        List<Row> stored = new ArrayList<>();
        sample.people().forEach((person, own) -> {
            Set<String> out = new HashSet<>();
            Set<String> known = new HashSet<>();
            own.forEach(one -> known.add(one.id()));
            for (var one : refined.getOrDefault(person, List.of())) {
                boolean first = out.add(one.id());
                boolean foreign =
                        !known.contains(one.id()) && one.judged() && !one.at().isBefore(from);
                if (known.contains(one.id()) ? !first : foreign) {
                    stored.add(row(one.id(), person, one.at()));
                }
            }
            Set<String> once = new HashSet<>();
            for (var one : own) {
                if (!once.add(one.id())) {
                    continue;
                }
                var fate = out.contains(one.id())
                        ? "refined"
                        : fate(one, elsewhere, waiting, refusals, one.at().isBefore(from));
                counts.merge("events: " + fate, 1L, Long::sum);
                due.add(row(one.id(), person, one.at()));
                if (!fate.equals("missing")) {
                    stored.add(row(one.id(), person, one.at()));
                }
            }
        });
        return Comparison.of(TABLE, due, stored);
    }

    /** What became of an event that didn't come out of refine under its person. One that happened earlier may have been told before. */
    private static String fate(
            Sent one, Set<String> elsewhere, Set<String> waiting, Map<String, String> refusals, boolean early) {
        if (elsewhere.contains(one.id())) {
            return "refined under another person";
        }
        if (waiting.contains(one.id())) {
            return "on their way to another person";
        }
        var code = refusals.getOrDefault(one.id(), refusals.get(one.place()));
        return code != null ? "refused, " + code : early ? "told again or late" : "missing";
    }

    private static Row row(String id, String person, Instant at) {
        return new Row(id, "person " + person, at);
    }

    private static Sent sent(ConsumerRecord<String, byte[]> record, ShopEvent event) {
        return new Sent(
                event.getMessageId(),
                record.topic() + "-" + record.partition() + "-" + record.offset(),
                ConsentsNow.instant(event.getOccurredAt()));
    }

    /** What is no event is a dead letter of refine, by its place. */
    private static void read(ConsumerRecord<String, byte[]> record, Consumer<ShopEvent> reader) {
        try {
            reader.accept(ShopEvent.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException _) {
            reader.accept(ShopEvent.newBuilder().setMessageId(id(record)).build());
        }
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader(ID);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
