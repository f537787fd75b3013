package dev.aisle.algorithms.privacy.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The table that lies beside this class; the one place of the mathematics that reads something, once and from its own archive. */
final class BuiltInRules {
    static final ConsentRules RULES = ConsentRules.checkedBefore(text());

    private BuiltInRules() {}

    private static String text() {
        try (InputStream in = BuiltInRules.class.getResourceAsStream("consent-rules.csv")) {
            return new String(Objects.requireNonNull(in, "consent-rules.csv").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("consent-rules.csv can't be read", e);
        }
    }
}
