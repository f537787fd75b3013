package dev.aisle.algorithms.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text in any language: runs of letters, digits and marks, in lower case and compatibility form (NFKC). Scripts that put no spaces
 * between words (Han, kana, Thai, Lao, Khmer, Burmese) give pairs of neighbouring characters, and a single one where it stands alone.
 */
public final class Words {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private boolean unspaced;

    private Words() {}

    /** The words in the order of the text, repeats too. */
    public static List<String> of(String text) {
        Words found = new Words();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(found::add);
        found.end();
        return found.words;
    }

    private void add(int point) {
        if (!belongsToWord(point)) {
            end();
            return;
        }
        boolean ofUnspaced = unspaced(point);
        if (ofUnspaced != unspaced) {
            end();
        }
        unspaced = ofUnspaced;
        run.appendCodePoint(point);
    }

    private static boolean belongsToWord(int point) {
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Letters and marks that several scripts share, such as the mark of a long kana, belong to the run they stand in. */
    private boolean unspaced(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            case COMMON, INHERITED -> unspaced && !run.isEmpty() && !Character.isDigit(point);
            default -> false;
        };
    }

    private void end() {
        if (unspaced && run.codePointCount(0, run.length()) > 1) {
            int[] points = run.codePoints().toArray();
            for (int n = 0; n + 1 < points.length; n++) {
                words.add(new String(points, n, 2));
            }
        } else if (!run.isEmpty()) {
            words.add(run.toString());
        }
        run.setLength(0);
    }
}
