package dev.aisle.local.stored;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.contracts.profile.v1.KeptEvent;
import dev.aisle.local.shell.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** {@code person_events}: every event of a person, packed by calendar month; {@code person}: one row for each of them. */
final class ProfileRows {
    static final String EVENTS = "profile.person_events";
    static final String PEOPLE = "profile.person";
    private static final byte DEFLATED = 1;
    private static final int BLOCK = 4_096;

    private ProfileRows() {}

    static List<Deviation> compare(PastEvents events, Connection connection) throws SQLException {
        var all = new ArrayList<Deviation>();
        all.addAll(Comparison.of(
                PEOPLE,
                events.people().stream().map(person -> new Row(person, "known")).toList(),
                Query.rows(
                        connection,
                        "select pseudonym from person where pseudonym = any(?)",
                        row -> new Row(row.getString(1), "known"),
                        events.people())));
        all.addAll(Comparison.of(
                EVENTS, events.all().stream().map(ProfileRows::expected).toList(), stored(events, connection)));
        return all;
    }

    private static Row expected(ShopEvent event) {
        return new Row(event.getMessageId(), content(event.getPseudonym(), event.getTypeValue()));
    }

    private static String content(String person, int type) {
        return "type " + type + ", person " + person;
    }

    private static List<Row> stored(PastEvents events, Connection connection) throws SQLException {
        var names = new HashMap<Long, String>();
        events.ids().forEach(id -> names.put(identity(id), id));
        return Query.rows(
                        connection,
                        "select pseudonym, month, events from person_events where pseudonym = any(?)",
                        row -> rows(row.getString(1), row.getTimestamp(2), row.getBytes(3), names),
                        events.people())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> rows(String person, Timestamp month, byte[] packed, Map<Long, String> names) {
        try {
            return EventChunk.parseFrom(unpacked(packed)).getEventsList().stream()
                    .map(kept -> new Row(name(kept, names), content(person, kept.getTypeValue())))
                    .toList();
        } catch (InvalidProtocolBufferException e) {
            throw new CommandFailure(EVENTS + " of " + person + ", " + month + ": no chunk of events", e);
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
                    throw new CommandFailure(EVENTS + " holds a chunk that ends too early.");
                }
                out.write(block, 0, length);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new CommandFailure(EVENTS + " holds something else than a packed chunk.", e);
        } finally {
            inflater.end();
        }
    }
}
