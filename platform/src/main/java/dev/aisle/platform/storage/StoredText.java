package dev.aisle.platform.storage;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the database can hold: a record that can't be stored must be refused before, or it would be tried for ever. */
public final class StoredText {
    /** Longest id of a product, an event or an exposure. */
    public static final int LONGEST_ID = 200;

    private static final long YEAR_3000 = 32_503_680_000L;

    private StoredText() {}

    /** Why an id can't be stored; {@code null} when it can. */
    public static @Nullable String idViolation(String field, String id) {
        if (id.isEmpty()) {
            return field + " is missing";
        }
        if (id.length() > LONGEST_ID) {
            return field + " has more than " + LONGEST_ID + " characters";
        }
        return textViolation(field, id);
    }

    /** Why a text can't be stored; PostgreSQL has no null character. */
    public static @Nullable String textViolation(String field, String text) {
        return text.indexOf('\0') >= 0 ? field + " has a null character" : null;
    }

    /** Why a time can't be stored. */
    public static @Nullable String timeViolation(String field, Timestamp time) {
        boolean possible = time.getSeconds() >= 0
                && time.getSeconds() < YEAR_3000
                && time.getNanos() >= 0
                && time.getNanos() < 1_000_000_000;
        return possible ? null : field + " is no time between 1970 and 3000";
    }

    /** The first violation that there is. */
    public static @Nullable String first(@Nullable String... violations) {
        for (String violation : violations) {
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    /** A time that has no violation. */
    public static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
