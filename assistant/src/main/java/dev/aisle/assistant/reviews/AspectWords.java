package dev.aisle.assistant.reviews;

import dev.aisle.assistant.shared.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which reviews speak of aspects, by language; the lists ship beside this class. */
final class AspectWords {
    private static final Pattern WORD = Pattern.compile("[^\\p{L}]+");

    private final Map<Language, Map<Aspect, Set<String>>> words = new EnumMap<>(Language.class);

    AspectWords() {
        for (Language language : Language.values()) {
            Map<Aspect, Set<String>> aspects = new EnumMap<>(Aspect.class);
            for (String line : lines("aspects-" + language.tag() + ".txt")) {
                List<String> parts = Arrays.asList(line.split(" ", -1));
                aspects.put(
                        Aspect.valueOf(parts.getFirst().toUpperCase(Locale.ROOT)),
                        new HashSet<>(parts.subList(1, parts.size())));
            }
            words.put(language, aspects);
        }
    }

    /** What a clause speaks of. Chinese words are looked for as they stand, English ones whole. */
    Set<Aspect> of(Language language, String clause) {
        Set<Aspect> found = EnumSet.noneOf(Aspect.class);
        String plain = clause.toLowerCase(Locale.ROOT);
        List<String> whole = WORD.splitAsStream(plain).toList();
        words.getOrDefault(language, Map.of()).forEach((aspect, known) -> {
            boolean named = language == Language.CHINESE
                    ? known.stream().anyMatch(plain::contains)
                    : whole.stream().anyMatch(known::contains);
            if (named) {
                found.add(aspect);
            }
        });
        return found;
    }

    private static List<String> lines(String name) {
        try (InputStream stream = AspectWords.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not beside the class");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }
}
