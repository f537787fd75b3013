package dev.aisle.algorithms.federated;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A product's title as a set of words. Words that hold a digit (a size, a year, a model) tell products apart that are else called the same.
 *
 * @param all lower case, without accents, sorted
 */
record TitleWords(Set<String> all) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGIT = Pattern.compile(".*\\p{N}.*");

    static TitleWords of(String title) {
        String plain = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return new TitleWords(Arrays.stream(BETWEEN.split(plain, -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** {@code 2 |A ∩ B| / (|A| + |B|)} (Dice); 0 when the words with digits differ, or one has no words. */
    double likeness(TitleWords other) {
        if (all.isEmpty() || other.all.isEmpty() || !numbers().equals(other.numbers())) {
            return 0;
        }
        long common = all.stream().filter(other.all::contains).count();
        return 2.0 * common / (all.size() + other.all.size());
    }

    private Set<String> numbers() {
        return all.stream().filter(word -> DIGIT.matcher(word).matches()).collect(Collectors.toSet());
    }
}
