package dev.aisle.platform.stored;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.contracts.profile.v1.KeptEvent;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** {@code person_events}: every event of a person, packed by calendar month; {@code person}: one row for each of them. */
final class ProfileRows {
    static final String EVENTS = "profile.person_events";
    static final String PEOPLE = "profile.person";
    private static final Set<Purpose> KEPT_FOR =
            Set.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);
    private static final String STORED = """
            select pseudonym, month, events from person_events
            where pseudonym = any(?) and month >= date_trunc('month', (cast(? as timestamptz[]))[1], 'UTC')
            """;
    private static final byte DEFLATED = 1;
    private static final int BLOCK = 4_096;

    private ProfileRows() {}

    static List<Comparison> compare(PastEvents events, Connection connection) throws SQLException {
        var kept = PastEvents.of(events.allowed(KEPT_FOR).toList(), events.undecided(), events.since());
        return List.of(
                Comparison.of(
                        PEOPLE,
                        kept.people().stream()
                                .map(person -> new Row(person, "known"))
                                .toList(),
                        Query.rows(
                                connection,
                                "select pseudonym from person where pseudonym = any(?)",
                                row -> new Row(row.getString(1), "known"),
                                kept.people())),
                Comparison.of(
                        EVENTS,
                        kept.all().stream().map(ProfileRows::expected).toList(),
                        stored(kept, events.people(), connection)));
    }

    private static Row expected(ShopEvent event) {
        return new Row(event.getMessageId(), content(event.getPseudonym(), event.getTypeValue()), PastEvents.at(event));
    }

    private static String content(String person, int type) {
        return "type " + type + ", person " + person;
    }

    private static List<Row> stored(PastEvents events, Set<String> people, Connection connection) throws SQLException {
        var names = new HashMap<Long, String>();
        events.byId().keySet().forEach(id -> names.put(identity(id), id));
        events.undecided().forEach(id -> names.put(identity(id), id));
        return Query.rows(
                        connection,
                        STORED,
                        row -> rows(row.getString(1), row.getTimestamp(2).toInstant(), row.getBytes(3), names),
                        people,
                        events.from())
                .stream()
                .flatMap(List::stream)
                .filter(row -> events.concern(row.event(), row.at()))
                .toList();
    }

    private static List<Row> rows(String person, Instant month, byte[] packed, Map<Long, String> names) {
        try {
            return EventChunk.parseFrom(unpacked(packed)).getEventsList().stream()
                    .map(kept -> new Row(
                            name(kept, names),
                            content(person, kept.getTypeValue()),
                            month.plusMillis(Integer.toUnsignedLong(kept.getAt()))))
                    .toList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(EVENTS + " of " + person + ", " + month + ": no chunk of events", e);
        }
    }

    private static String name(KeptEvent kept, Map<Long, String> names) {
        return names.getOrDefault(
                kept.getId(), "an unknown event " + HexFormat.of().toHexDigits(kept.getId()));
    }

    /** 64 bits of the SHA-256 of the message id. */
    static long identity(String id) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** What is deflated begins with a byte that begins no chunk. */
    private static byte[] unpacked(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != DEFLATED) {
            return bytes;
        }
        var out = new ByteArrayOutputStream();
        var block = new byte[BLOCK];
        var inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, 1, bytes.length - 1);
            while (!inflater.finished()) {
                int length = inflater.inflate(block);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IllegalStateException(EVENTS + " holds a chunk that ends too early.");
                }
                out.write(block, 0, length);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException(EVENTS + " holds something else than a packed chunk.", e);
        } finally {
            inflater.end();
        }
    }
}
