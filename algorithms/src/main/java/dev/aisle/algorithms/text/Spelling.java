package dev.aisle.algorithms.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what is mistyped in words of Latin letters: a word that nobody knows becomes the known one that is one edit away (a letter left out, put in, taken for
 * another, or two swapped), or two edits for long words among the preferred ones. A swap is the likeliest edit; preferred words win over others, and among equals the
 * commoner one. Words with digits, and what is near no known word, stay as they are.
 */
public final class Spelling {
    private static final Pattern WORD = Pattern.compile("(?<!\\p{N})\\p{IsLatin}++(?:'\\p{IsLatin}++)?(?!\\p{N})");
    private static final int SHORTEST = 3;
    /** So short only swaps are put right, since nearly everything is one letter away. */
    private static final int SHORT = 4;

    private static final int LONG = 6;
    private static final int LONGEST = 24;

    private static final int SWAPPED = 0;
    private static final int OTHER_EDIT = 1;
    private static final int TWO_EDITS = 2;

    private final Map<String, Integer> known;
    private final Map<String, Integer> preferred;

    /**
     * Over words in lower case.
     *
     * @param known word → its rank, the commonest 0
     * @param preferred word → its rank; words of the field, which a mistyped one is first taken for
     */
    public Spelling(Map<String, Integer> known, Map<String, Integer> preferred) {
        this.known = new HashMap<>(known);
        this.preferred = new HashMap<>(preferred);
    }

    /** The text with its unknown words replaced by known ones; everything else stays as it is. */
    public String correct(String text) {
        return WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(found -> Matcher.quoteReplacement(word(found.group())));
    }

    private String word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (word.length() < SHORTEST
                || word.length() > LONGEST
                || preferred.containsKey(lower)
                || known.containsKey(lower)) {
            return word;
        }
        Best best = new Best();
        for (int at = 0; at + 1 < lower.length(); at++) {
            best.see(
                    lower.substring(0, at) + lower.charAt(at + 1) + lower.charAt(at) + lower.substring(at + 2),
                    SWAPPED);
        }
        if (lower.length() >= SHORT) {
            edits(lower, best);
        }
        if (best.word == null && lower.length() >= LONG) {
            preferred.forEach((candidate, rank) -> {
                if (twoEditsAway(lower, candidate)) {
                    best.see(candidate, TWO_EDITS);
                }
            });
        }
        return best.word == null ? word : best.word;
    }

    private void edits(String lower, Best best) {
        for (int at = 0; at <= lower.length(); at++) {
            String before = lower.substring(0, at);
            String after = lower.substring(at);
            if (!after.isEmpty()) {
                best.see(before + after.substring(1), OTHER_EDIT);
            }
            for (char letter = 'a'; letter <= 'z'; letter++) {
                best.see(before + letter + after, OTHER_EDIT);
                if (!after.isEmpty()) {
                    best.see(before + letter + after.substring(1), OTHER_EDIT);
                }
            }
        }
    }

    /** Whether two edits at most make one out of the other (optimal string alignment). */
    static boolean twoEditsAway(String one, String other) {
        if (Math.abs(one.length() - other.length()) > TWO_EDITS || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int m = 0; m <= other.length(); m++) {
            last[m] = m;
        }
        for (int n = 1; n <= one.length(); n++) {
            now[0] = n;
            for (int m = 1; m <= other.length(); m++) {
                int differs = one.charAt(n - 1) == other.charAt(m - 1) ? 0 : 1;
                now[m] = Math.min(last[m - 1] + differs, 1 + Math.min(last[m], now[m - 1]));
                if (n > 1
                        && m > 1
                        && one.charAt(n - 1) == other.charAt(m - 2)
                        && one.charAt(n - 2) == other.charAt(m - 1)) {
                    now[m] = Math.min(now[m], before[m - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[other.length()] <= TWO_EDITS;
    }

    /** The best word seen so far. */
    private final class Best {
        private static final int UNPREFERRED = 1;
        private @Nullable String word;
        private int edits;
        private int list;
        private int rank;

        void see(String candidate, int edit) {
            Integer own = preferred.get(candidate);
            Integer found = own == null ? known.get(candidate) : own;
            if (found == null || candidate.length() < SHORTEST) {
                return;
            }
            int in = own == null ? UNPREFERRED : 0;
            boolean better = word == null
                    || in < list
                    || (in == list
                            && (edit < edits
                                    || (edit == edits
                                            && (found < rank || (found == rank && candidate.compareTo(word) < 0)))));
            if (better) {
                word = candidate;
                edits = edit;
                list = in;
                rank = found;
            }
        }
    }
}
