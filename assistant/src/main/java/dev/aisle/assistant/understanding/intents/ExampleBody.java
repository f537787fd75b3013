package dev.aisle.assistant.understanding.intents;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.problem.Problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An example as it is sent.
 *
 * @param locale {@code en} or {@code zh}
 */
record ExampleBody(
        @Nullable String text,
        @Nullable String locale,
        @Nullable String intent) {
    private static final int LONGEST = 500;

    /** The example; empty when something is wrong, which is told. */
    Optional<OwnExample> example(String id, List<FieldError> errors) {
        String said = text == null ? "" : text.strip();
        if (said.isEmpty() || said.length() > LONGEST || said.codePoints().noneMatch(Character::isLetterOrDigit)) {
            errors.add(new FieldError("text", "must be 1 to " + LONGEST + " characters with a letter or a digit"));
        } else if (said.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("text", "must be one line without control characters"));
        }
        Optional<Language> language = Stream.of(Language.values())
                .filter(one -> one.tag().equals(locale))
                .findFirst();
        if (language.isEmpty()) {
            errors.add(new FieldError("locale", "must be en or zh"));
        }
        Optional<Intent> wanted = Stream.of(Intent.values())
                .filter(one -> one.wireName().equals(intent))
                .findFirst();
        if (wanted.isEmpty()) {
            errors.add(new FieldError(
                    "intent",
                    "must be one of "
                            + Arrays.stream(Intent.values())
                                    .map(Intent::wireName)
                                    .collect(Collectors.joining(", "))));
        }
        return errors.isEmpty()
                ? Optional.of(new OwnExample(
                        id,
                        new Example(
                                language.orElseThrow(),
                                wanted.orElseThrow(),
                                StorableText.of(said).text())))
                : Optional.empty();
    }
}
