package dev.aisle.profile.segments.domain.language;

import dev.aisle.contracts.events.v1.EventType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of events by the names that rules use: {@code product_view}. */
final class EventTypes {
    private static final Map<String, EventType> BY_WORD = byWord();

    private EventTypes() {}

    static Optional<EventType> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    static String word(EventType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    static Set<String> words() {
        return BY_WORD.keySet();
    }

    private static Map<String, EventType> byWord() {
        Map<String, EventType> types = new LinkedHashMap<>();
        Arrays.stream(EventType.values())
                .filter(type -> type != EventType.UNRECOGNIZED && type != EventType.EVENT_TYPE_UNSPECIFIED)
                .forEach(type -> types.put(word(type), type));
        return types;
    }
}
