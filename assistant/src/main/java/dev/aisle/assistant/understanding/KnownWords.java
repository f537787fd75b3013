package dev.aisle.assistant.understanding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.text.Spelling;
import dev.aisle.algorithms.text.Words;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.intents.Example;
import dev.aisle.assistant.understanding.intents.ShippedExamples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The English words that spelling knows: those of the sentence model's vocabulary, the commonest first, and preferred to them those of the examples. */
final class KnownWords {
    private static final String VOCABULARY = "all-minilm-l6-v2-q-tokenizer.json";

    private KnownWords() {}

    /** Puts right what is mistyped in English. */
    public static Spelling english() {
        return new Spelling(vocabulary(), preferred(ShippedExamples.of(Language.ENGLISH)));
    }

    private static Map<String, Integer> preferred(List<Example> examples) {
        Map<String, Long> counts = examples.stream()
                .flatMap(one -> Words.of(one.text()).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Integer> ranks = new HashMap<>();
        counts.forEach((word, count) -> ranks.put(word, (int) -count));
        return ranks;
    }

    private static Map<String, Integer> vocabulary() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(VOCABULARY)) {
            if (in == null) {
                return Map.of();
            }
            JsonNode pieces = new ObjectMapper().readTree(in).path("model").path("vocab");
            Map<String, Integer> words = new HashMap<>();
            pieces.properties().forEach(piece -> {
                if (piece.getKey().chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
                    words.put(piece.getKey(), piece.getValue().intValue());
                }
            });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(VOCABULARY + " can't be read", e);
        }
    }
}
