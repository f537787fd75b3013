package dev.aisle.recommender.models.trainer;

import java.util.Locale;
import java.util.Optional;

/**
 * A line that the process says to the service: what it is, and the rest. Whatever else a library prints is none.
 *
 * @param rest numbers first, then words
 */
record TrainerLine(Kind kind, String rest) {
    private static final String MARK = "aisle-trainer ";

    /** What it is. */
    public enum Kind {
        /** How far it is: a share, and the name of the stage. */
        PROGRESS,
        /** Asks for the lists that were shown: from and until, in milliseconds since 1970. */
        SHOWN,
        /** Asks for replayed lists of the model of the past: its moment, and how many people. */
        REPLAYED,
        /** Asks for the places that were left to chance: from when on. */
        TRIED,
        /** The result and the model are there. */
        DONE,
        /** Why there is none. */
        FAILED
    }

    /** As text, on one line. */
    public String text() {
        return MARK + kind.name().toLowerCase(Locale.ROOT) + " " + rest.replaceAll("\\R", " ");
    }

    /** Reads one; empty when it is something else. */
    public static Optional<TrainerLine> of(String text) {
        if (!text.startsWith(MARK)) {
            return Optional.empty();
        }
        String[] parts = text.substring(MARK.length()).split(" ", 2);
        return Optional.of(
                new TrainerLine(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length > 1 ? parts[1] : ""));
    }

    /** A number of the rest, from 0. */
    public long number(int place) {
        return Long.parseLong(rest.split(" ", -1)[place]);
    }
}
