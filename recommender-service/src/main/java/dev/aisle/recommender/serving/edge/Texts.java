package dev.aisle.recommender.serving.edge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts of JSON, where anything may be missing. */
final class Texts {
    private Texts() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static List<@Nullable String> orEmpty(@Nullable List<@Nullable String> texts) {
        return texts == null ? List.of() : texts;
    }

    /** Those that are there. */
    static List<String> present(@Nullable List<@Nullable String> texts) {
        return orEmpty(texts).stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
