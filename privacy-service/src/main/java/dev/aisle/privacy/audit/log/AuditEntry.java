package dev.aisle.privacy.audit.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. No direct identifier belongs in it: values are names, numbers, ids and times, and any other is withheld.
 *
 * @param event what happened, such as {@code consent.recorded}
 * @param actor who did it: the client or user of the token, or a service
 * @param data what is worth knowing; {@link #SUBJECT} is the pseudonym of whom it is about, and is never written into the log itself
 */
public record AuditEntry(String event, String actor, Map<String, String> data) {
    /** The key of the pseudonym. */
    public static final String SUBJECT = "subject";

    /** The key of the pseudonym under which the subject goes on; the log holds a commitment to it with the subject's salt. */
    public static final String SUCCESSOR = "successor";

    /** Microseconds always, so that the order of texts is that of times. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern PLAIN = Pattern.compile("[\\w .:,;+/=-]{0,200}");
    private static final String WITHHELD = "withheld";

    public AuditEntry {
        actor = ActorName.of(actor);
        Map<String, String> kept = new TreeMap<>();
        data.forEach((key, value) -> kept.put(key, plain(value)));
        data = Map.copyOf(kept);
    }

    private static String plain(String value) {
        return PLAIN.matcher(value).matches() ? value : WITHHELD;
    }

    /** The same about somebody who is erased: the log says that it names nobody from the start. */
    public AuditEntry aboutTheErased() {
        Map<String, String> more = new HashMap<>(data);
        more.put("erased", "true");
        return new AuditEntry(event, actor, more);
    }

    /** Of whom it tells. */
    public Optional<String> subject() {
        return Optional.ofNullable(data.get(SUBJECT));
    }

    /**
     * The fields of the leaf.
     *
     * @param commitment stands for the subject; {@code null} when it is about nobody
     */
    public Map<String, Object> fields(Instant at, @Nullable Commitment commitment) {
        Map<String, String> rest = new HashMap<>(data);
        rest.remove(SUBJECT);
        String successor = rest.remove(SUCCESSOR);
        if (successor != null && commitment != null) {
            rest.put(SUCCESSOR, Commitment.hex(commitment.salt(), successor));
        }
        Map<String, Object> fields = new HashMap<>(Map.of(
                "actor", actor,
                "at", time(at),
                "data", rest,
                "event", event,
                "id", UUID.randomUUID().toString()));
        if (commitment != null) {
            fields.put(SUBJECT, commitment.hex());
        }
        return fields;
    }

    /** A time as it stands in entries and heads. */
    public static String time(Instant at) {
        return TIME.format(at);
    }
}
