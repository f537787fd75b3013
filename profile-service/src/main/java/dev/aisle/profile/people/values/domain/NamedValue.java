package dev.aisle.profile.people.values.domain;

import dev.aisle.contracts.common.v1.Purpose;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A single value of a profile that rules and lists can ask for by name.
 *
 * @param name {@code days_since_purchase}
 * @param doc what it is, in one sentence
 * @param unit {@code days}, {@code minor units}; empty when it has none
 * @param purposes any of these lets it be read
 * @param course how it changes while nothing happens
 * @param options the texts that it can be; empty: any text, or no text at all
 * @param reading how it follows from the profile
 */
public record NamedValue(
        String name,
        String doc,
        Type type,
        String unit,
        Set<Purpose> purposes,
        Course course,
        List<String> options,
        Reading reading) {
    public NamedValue {
        purposes = Set.copyOf(purposes);
        options = List.copyOf(options);
    }

    /** What it is. */
    public enum Type {
        /** A {@code Double}, finite. */
        NUMBER,
        /** A {@code String}. */
        TEXT,
        /** A {@code Boolean}. */
        FLAG
    }

    /** How a value changes with time when there is no event: what is asked again when. */
    public enum Course {
        /** It doesn't. */
        CONSTANT,
        /** It never falls. */
        INCREASING,
        /** It never rises. */
        DECREASING,
        /** Either way, by the shop's day at most. */
        DAILY
    }

    /** A pure function of a profile. */
    @FunctionalInterface
    public interface Reading {
        /** The value; null when it isn't known. */
        @Nullable
        Object of(ProfileValues profile);
    }
}
