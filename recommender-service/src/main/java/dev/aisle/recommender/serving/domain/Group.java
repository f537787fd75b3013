package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.models.domain.Source;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * People who have something in common: a country, or a class of device.
 *
 * @param value {@code DE}; {@code mobile}
 */
public record Group(Kind kind, String value) {
    /** What they have in common. */
    public enum Kind {
        COUNTRY("country", "[A-Z]{2}", "a country by ISO 3166-1 alpha-2, such as DE", Source.POPULAR_IN_COUNTRY),
        DEVICE("device", "desktop|mobile|tablet|app", "desktop, mobile, tablet or app", Source.POPULAR_ON_DEVICE);

        private final String label;
        private final Pattern values;
        private final String expected;
        private final Source source;

        Kind(String label, String values, String expected, Source source) {
            this.label = label;
            this.values = Pattern.compile(values);
            this.expected = expected;
            this.source = source;
        }

        /** The name in requests. */
        public String label() {
            return label;
        }

        /** What a value must be, in words. */
        public String expected() {
            return expected;
        }

        /** The source that says what is popular among them. */
        public Source source() {
            return source;
        }

        /** The kind of a name. */
        public static Optional<Kind> of(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label.equals(label))
                    .findFirst();
        }

        /** The group of a value, whichever case it is written in; empty when there is none. */
        public Optional<Group> group(String value) {
            String written = this == COUNTRY ? value.toUpperCase(Locale.ROOT) : value.toLowerCase(Locale.ROOT);
            return values.matcher(written).matches() ? Optional.of(new Group(this, written)) : Optional.empty();
        }
    }

    /** In words, for a note. */
    public String words() {
        return kind.label() + " " + value;
    }
}
