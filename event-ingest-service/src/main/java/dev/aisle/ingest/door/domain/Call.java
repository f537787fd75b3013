package dev.aisle.ingest.door.domain;

import java.util.Optional;

/** What a request or an item of a batch says: one of the six calls of the Segment API, or many in a batch. */
public enum Call {
    TRACK,
    IDENTIFY,
    PAGE,
    SCREEN,
    GROUP,
    ALIAS,
    BATCH;

    /** The call behind the last step of a path: {@code track} or {@code t}, {@code batch}, {@code import} or {@code b}. */
    public static Optional<Call> ofPath(String step) {
        return switch (step) {
            case "t" -> Optional.of(TRACK);
            case "i" -> Optional.of(IDENTIFY);
            case "p" -> Optional.of(PAGE);
            case "s" -> Optional.of(SCREEN);
            case "g" -> Optional.of(GROUP);
            case "a" -> Optional.of(ALIAS);
            case "b", "batch", "import" -> Optional.of(BATCH);
            default -> ofType(step);
        };
    }

    /** The call of an item's {@code type}; a batch can't hold a batch. */
    public static Optional<Call> ofType(String type) {
        return switch (type) {
            case "track" -> Optional.of(TRACK);
            case "identify" -> Optional.of(IDENTIFY);
            case "page" -> Optional.of(PAGE);
            case "screen" -> Optional.of(SCREEN);
            case "group" -> Optional.of(GROUP);
            case "alias" -> Optional.of(ALIAS);
            default -> Optional.empty();
        };
    }
}
