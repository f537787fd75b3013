package dev.aisle.profile.analysis.edge;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.profile.analysis.domain.EventCondition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a question and gathers what is wrong with them: all of it, each with its place and what is expected there. */
final class Fields {
    private static final int LONGEST_TEXT = 200;

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** A day such as 2026-11-25. */
    Optional<LocalDate> day(String field, @Nullable String text) {
        if (text == null) {
            wrong(field, "is missing: expected a day such as 2026-11-25");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            wrong(field, "expected a day such as 2026-11-25");
            return Optional.empty();
        }
    }

    /** A time zone of the tz database. */
    Optional<ZoneId> zone(String field, @Nullable String text, ZoneId otherwise) {
        if (text == null) {
            return Optional.of(otherwise);
        }
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            wrong(
                    field,
                    "there is no such time zone"
                            + Nearest.suggestion(text, ZoneId.getAvailableZoneIds())
                            + "; expected a name of the tz database such as Europe/Berlin");
            return Optional.empty();
        }
    }

    /** A time such as PT30M or P7D, longer than nothing and not longer than the longest. */
    Optional<Duration> duration(String field, @Nullable String text, Duration otherwise, Duration longest) {
        if (text == null) {
            return Optional.of(otherwise);
        }
        Optional<Duration> parsed = parse(text);
        boolean fits = parsed.filter(time -> time.isPositive() && time.compareTo(longest) <= 0)
                .isPresent();
        if (!fits) {
            wrong(
                    field,
                    "expected a time of more than nothing and at most P" + longest.toDays()
                            + "D, such as PT30M or P7D");
            return Optional.empty();
        }
        return parsed;
    }

    private static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** One of the values of an enum, in small letters. */
    <E extends Enum<E>> Optional<E> oneOf(String field, @Nullable String text, Class<E> type, E otherwise) {
        if (text == null) {
            return Optional.of(otherwise);
        }
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(value -> nameOf(value).equals(text))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known =
                    Arrays.stream(type.getEnumConstants()).map(Fields::nameOf).toList();
            wrong(field, "expected one of " + String.join(", ", known) + Nearest.suggestion(text, known));
        }
        return found;
    }

    /** A whole number. */
    int number(String field, @Nullable Integer value, int otherwise, int least, int most) {
        if (value != null && (value < least || value > most)) {
            wrong(field, "expected a whole number from " + least + " to " + most);
        }
        return value == null ? otherwise : value;
    }

    /** A text that may be missing. */
    String text(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            wrong(field, "expected at most " + LONGEST_TEXT + " characters");
        }
        return text == null ? "" : text;
    }

    /** Which events are meant. */
    Optional<EventCondition> condition(String field, @Nullable EventRequest request) {
        if (request == null) {
            wrong(field, "is missing: expected an event such as {\"type\": \"product_view\"}");
            return Optional.empty();
        }
        Optional<EventType> type = type(field + ".type", request.type());
        String name = text(field + ".name", request.name());
        boolean custom = type.filter(Predicate.isEqual(EventType.CUSTOM)).isPresent();
        if (type.isPresent() && custom == name.isEmpty()) {
            wrong(
                    field + ".name",
                    custom ? "is missing: which custom event?" : "only events of the type custom have one");
        }
        EventCondition condition = new EventCondition(
                type.orElse(EventType.CUSTOM),
                name,
                text(field + ".category", request.category()),
                text(field + ".brand", request.brand()),
                text(field + ".product", request.product()),
                text(field + ".page", request.page()));
        return type.map(_ -> condition);
    }

    private Optional<EventType> type(String field, @Nullable String text) {
        List<String> known = Arrays.stream(EventType.values())
                .filter(type -> type != EventType.EVENT_TYPE_UNSPECIFIED && type != EventType.UNRECOGNIZED)
                .map(Fields::nameOf)
                .toList();
        if (text == null) {
            wrong(field, "is missing: expected an event type such as product_view");
            return Optional.empty();
        }
        if (!known.contains(text)) {
            wrong(field, "there is no such event type" + Nearest.suggestion(text, known));
            return Optional.empty();
        }
        return Optional.of(EventType.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    private static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
