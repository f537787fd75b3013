package dev.aisle.profile.people.values.domain;

import dev.aisle.contracts.common.v1.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
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
    /** What analytics alone may read as well. */
    static final Set<Purpose> COUNTED = Set.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION);

    static final Set<Purpose> PERSONAL = Set.of(Purpose.PERSONALIZATION);

    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

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

    /** A number that grows with events only. */
    static NamedValue counted(String name, String doc, String unit, Reading reading) {
        return number(name, doc, unit, COUNTED, Course.CONSTANT, reading);
    }

    /** A number. */
    static NamedValue number(
            String name, String doc, String unit, Set<Purpose> purposes, Course course, Reading reading) {
        return new NamedValue(name, doc, Type.NUMBER, unit, purposes, course, List.of(), reading);
    }

    static NamedValue text(String name, String doc, Set<Purpose> purposes, Course course, Reading reading) {
        return text(name, doc, purposes, course, List.of(), reading);
    }

    static NamedValue text(
            String name, String doc, Set<Purpose> purposes, Course course, List<String> options, Reading reading) {
        return new NamedValue(name, doc, Type.TEXT, "", purposes, course, options, reading);
    }

    /** What is told, as a number; null when nothing is. */
    static <T> @Nullable Double told(Told<T> told, Function<T, Double> reading) {
        return told.known().map(reading).orElse(null);
    }

    /** As the wire has it. */
    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static List<String> options(Enum<?>[] values) {
        return Arrays.stream(values).map(NamedValue::lower).toList();
    }

    /** With the fraction of a day. */
    static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MILLIS_PER_DAY;
    }
}
