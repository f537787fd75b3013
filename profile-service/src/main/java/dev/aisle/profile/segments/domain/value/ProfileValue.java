package dev.aisle.profile.segments.domain.value;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.segments.domain.rule.Literal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that a profile has.
 *
 * @param doc what it is, in one sentence
 * @param unit {@code days}, {@code minor units}; empty when it has none
 * @param purposes any of these lets it be read
 * @param course how it changes while nothing happens
 * @param options the texts that it can be; empty: any, or no text
 * @param reading how it follows from the events
 */
public record ProfileValue(
        String name,
        String doc,
        Type type,
        String unit,
        Set<Purpose> purposes,
        Course course,
        List<String> options,
        Reading reading) {
    public ProfileValue {
        purposes = Set.copyOf(purposes);
        options = List.copyOf(options);
    }

    /** What it is. */
    public enum Type {
        NUMBER,
        TEXT,
        FLAG
    }

    /** How a value changes with time when there is no event. */
    public enum Course {
        /** It doesn't. */
        STEADY,
        /** It never falls. */
        RISING,
        /** It never rises. */
        FALLING,
        /** It does as it likes; it is looked at once a day. */
        DAILY
    }

    /** A pure function of the events and the moment. */
    @FunctionalInterface
    public interface Reading {
        /** The value as of a moment, not before the last of the events; null when it isn't known. */
        @Nullable
        Literal at(PersonEvents events, Instant now);
    }
}
