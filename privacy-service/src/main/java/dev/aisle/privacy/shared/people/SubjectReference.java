package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.InvalidIdentifierException;
import dev.aisle.algorithms.privacy.Pseudonym;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a body names a data subject: by pseudonym, or as {@code type:value}. Its text form never shows the value. */
public sealed interface SubjectReference {
    /** The subject by pseudonym. */
    record ByPseudonym(Pseudonym pseudonym) implements SubjectReference {}

    /** The subject by a direct identifier, which lives in memory for as long as the call takes. */
    record ByIdentifier(IdentifierType type, String value) implements SubjectReference {
        /** Whether it is an address at which the person is reached: other people may have it too, and the vault isn't searched by it. */
        public boolean isAddress() {
            return type == IdentifierType.EMAIL || type == IdentifierType.PHONE;
        }

        @Override
        public String toString() {
            return type.wireName() + ":…";
        }
    }

    /**
     * Reads a reference.
     *
     * @throws IllegalArgumentException when it is none, with what {@link #problemOf} says
     */
    static SubjectReference of(String text) {
        String problem = problemOf(text);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        if (Pseudonym.isPseudonym(text)) {
            return new ByPseudonym(new Pseudonym(text));
        }
        int colon = text.indexOf(':');
        return new ByIdentifier(
                IdentifierType.ofWireName(text.substring(0, colon)).orElseThrow(), text.substring(colon + 1));
    }

    /** Why a text names nobody, without repeating it; {@code null} when it does name somebody. */
    static @Nullable String problemOf(String text) {
        if (Pseudonym.isPseudonym(text)) {
            return null;
        }
        int colon = text.indexOf(':');
        IdentifierType type =
                IdentifierType.ofWireName(text.substring(0, Math.max(colon, 0))).orElse(null);
        if (type == null || !Forms.TYPES.contains(type)) {
            return "expected a pseudonym or type:value with a type of " + Forms.typeNames();
        }
        return problemOf(type, text.substring(colon + 1));
    }

    private static @Nullable String problemOf(IdentifierType type, String value) {
        if (Forms.NOBODY.contains(value.strip().toLowerCase(Locale.ROOT))) {
            return type.wireName() + ": expected an identifier, got the name of an empty variable";
        }
        try {
            type.normalise(value);
            return null;
        } catch (InvalidIdentifierException e) {
            return e.getMessage();
        }
    }

    /** What a reference can look like. */
    final class Forms {
        private static final Set<IdentifierType> TYPES = EnumSet.of(
                IdentifierType.CUSTOMER_ID, IdentifierType.ANONYMOUS_ID, IdentifierType.EMAIL, IdentifierType.PHONE);
        /** What a storefront with a bug sends for everybody: one consent under it would be everybody's. */
        private static final Set<String> NOBODY =
                Set.of("undefined", "null", "none", "nan", "[object object]", "00000000-0000-0000-0000-000000000000");

        private Forms() {}

        private static String typeNames() {
            return String.join(
                    ", ", TYPES.stream().map(IdentifierType::wireName).toList());
        }
    }
}
