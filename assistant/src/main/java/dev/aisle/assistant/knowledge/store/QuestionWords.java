package dev.aisle.assistant.knowledge.store;

import dev.aisle.assistant.shared.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What is known of the words of questions: which say nothing, and which mean nearly the same. The lists ship beside this class. */
final class QuestionWords {
    private final Map<Language, Set<String>> asking = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Set<String>>> same = new EnumMap<>(Language.class);

    /**
     * Reads the lists.
     *
     * @param forms the form in which the index has the words of a text
     */
    QuestionWords(BiFunction<Language, String, Set<String>> forms) {
        for (Language language : Language.values()) {
            Set<String> empty = new HashSet<>();
            for (String line : lines("asking-" + language.tag() + ".txt")) {
                List<String> words = Arrays.asList(line.split(" ", -1));
                empty.addAll(words);
                words.forEach(word -> empty.addAll(forms.apply(language, word)));
            }
            asking.put(language, empty);
            Map<String, Set<String>> others = new HashMap<>();
            for (String line : lines("same-" + language.tag() + ".txt")) {
                Set<String> group = new LinkedHashSet<>();
                Arrays.asList(line.split(" ", -1)).forEach(word -> group.addAll(forms.apply(language, word)));
                group.forEach(word -> others.computeIfAbsent(word, added -> new LinkedHashSet<>())
                        .addAll(group));
            }
            same.put(language, others);
        }
    }

    /** Whether a word only makes a question of a text. */
    boolean saysNothing(Language language, String word) {
        return asking.getOrDefault(language, Set.of()).contains(word);
    }

    /** Words that mean nearly the same, without itself. */
    Set<String> like(Language language, String word) {
        Set<String> group =
                new LinkedHashSet<>(same.getOrDefault(language, Map.of()).getOrDefault(word, Set.of()));
        group.remove(word);
        return group;
    }

    private static List<String> lines(String name) {
        try (InputStream stream =
                QuestionWords.class.getResourceAsStream("/dev/aisle/assistant/knowledge/store/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not beside the class");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }
}
