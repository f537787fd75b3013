package dev.aisle.algorithms.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The tone of a text, by what its words say: the longest known ones in each clause, turned round by a negation shortly before them, made stronger or weaker by
 * words like "very". Chinese and English, also mixed; what is in no list says nothing.
 */
public final class Tone {
    /** A negation doesn't make the opposite: "not good" is less bad than "bad". */
    private static final double TURNED = -0.8;
    /** So many unknown characters or words end what a negation or a degree is about. */
    private static final int REACH = 3;
    /** The sum at which a text counts as three quarters of the way to the end of the scale. */
    private static final double STRONG = 4;

    private static final Pattern CLAUSE = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’ ]+|\\s{2,}|\\v");
    private static final Pattern UNIT = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{M}\\p{N}'&&[^\\p{IsHan}]]+");

    private final Map<String, Says> words;
    private final int longest;

    private sealed interface Says {
        record Good(double value) implements Says {}

        record Not() implements Says {}

        record Degree(double factor) implements Says {}
    }

    private Tone(Map<String, Says> words) {
        this.words = words;
        this.longest = words.keySet().stream()
                .mapToInt(word -> units(word).size())
                .max()
                .orElse(0);
    }

    /** Knows the words that ship with it. */
    public static Tone ofShippedWords() {
        Map<String, Says> words = new HashMap<>();
        ToneWords.shipped().forEach((word, value) -> words.put(String.join(" ", units(word)), says(value)));
        return new Tone(words);
    }

    /** From −1, as bad as can be, to 1; 0 where nothing is said. */
    public double of(String text) {
        double sum = 0;
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
        for (String clause : CLAUSE.splitAsStream(plain).toList()) {
            sum += ofClause(units(clause));
        }
        return Math.tanh(sum / STRONG);
    }

    private double ofClause(List<String> units) {
        double sum = 0;
        double factor = 1;
        int unknown = 0;
        for (int at = 0; at < units.size(); ) {
            int size = known(units, at);
            Says says = size == 0 ? null : words.get(joined(units, at, size));
            switch (says) {
                case Says.Good good -> {
                    sum += good.value() * factor;
                    factor = 1;
                }
                case Says.Not ignored -> factor = TURNED;
                case Says.Degree degree -> factor *= degree.factor();
                case null -> unknown++;
            }
            if (says != null) {
                unknown = 0;
            } else if (unknown > REACH) {
                factor = 1;
            }
            at += Math.max(1, size);
        }
        return sum;
    }

    /** How many units the longest known word has that begins here; 0 for none. */
    private int known(List<String> units, int at) {
        for (int size = Math.min(longest, units.size() - at); size > 0; size--) {
            if (words.containsKey(joined(units, at, size))) {
                return size;
            }
        }
        return 0;
    }

    private static String joined(List<String> units, int at, int size) {
        return String.join(" ", units.subList(at, at + size));
    }

    /** Han characters one by one, other words whole. */
    private static List<String> units(String clause) {
        return UNIT.matcher(clause).results().map(found -> found.group()).toList();
    }

    private static Says says(String value) {
        if (value.equals("not")) {
            return new Says.Not();
        }
        return value.startsWith("x")
                ? new Says.Degree(Double.parseDouble(value.substring(1)))
                : new Says.Good(Double.parseDouble(value));
    }
}
