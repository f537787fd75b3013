package dev.aisle.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into the pieces of a BERT vocabulary, lower case and without accents; Han characters stand alone.
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al. 2018</a>; the rules are those of its published tokenizer
 */
final class WordPiece {
    private static final int LONGEST_WORD = 100;
    private static final int[][] ASCII_MARKS = {{33, 47}, {58, 64}, {91, 96}, {123, 126}};
    private static final int[][] IDEOGRAPHS = {
        {0x4E00, 0x9FFF},
        {0x3400, 0x4DBF},
        {0x20000, 0x2A6DF},
        {0x2A700, 0x2B81F},
        {0x2B920, 0x2CEAF},
        {0xF900, 0xFAFF},
        {0x2F800, 0x2FA1F}
    };

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int begin;
    private final int end;

    /**
     * Over a vocabulary that isn't copied.
     *
     * @param vocabulary piece → number; pieces within a word begin with {@code ##}
     * @throws IllegalArgumentException when a special piece is missing
     */
    public WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.unknown = special("[UNK]");
        this.begin = special("[CLS]");
        this.end = special("[SEP]");
    }

    private int special(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("The vocabulary has no " + piece);
        }
        return number;
    }

    /** The numbers of the text's pieces between the marks of begin and end, at most so many in all. */
    public long[] encode(String text, int most) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(begin);
        for (String word : words(text)) {
            if (pieces.size() >= most) {
                break;
            }
            cut(word, pieces);
        }
        List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), most - 1));
        long[] numbers = new long[kept.size() + 1];
        for (int place = 0; place < kept.size(); place++) {
            numbers[place] = kept.get(place);
        }
        numbers[kept.size()] = end;
        return numbers;
    }

    private void cut(String word, List<Integer> into) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            into.add(unknown);
            return;
        }
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer number = null;
            for (; to > from; to = word.offsetByCodePoints(to, -1)) {
                String piece = word.substring(from, to);
                number = vocabulary.get(from == 0 ? piece : "##" + piece);
                if (number != null) {
                    break;
                }
            }
            if (number == null) {
                into.add(unknown);
                return;
            }
            pieces.add(number);
            from = to;
        }
        into.addAll(pieces);
    }

    /** Words, punctuation marks and Han characters one by one. */
    static List<String> words(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().filter(point -> !isNothing(point)).forEach(point -> {
            if (isIn(IDEOGRAPHS, point)) {
                plain.append(' ').appendCodePoint(point).append(' ');
            } else {
                plain.appendCodePoint(isSpace(point) ? ' ' : point);
            }
        });
        String decomposed = Normalizer.normalize(plain, Normalizer.Form.NFD);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        StringBuilder unaccented = new StringBuilder();
        decomposed
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(unaccented::appendCodePoint);
        unaccented.codePoints().map(Character::toLowerCase).forEach(point -> {
            if (point == ' ') {
                flush(word, words);
            } else if (isPunctuation(point)) {
                flush(word, words);
                words.add(Character.toString(point));
            } else {
                word.appendCodePoint(point);
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isSpace(int point) {
        return point == '\t' || point == '\n' || point == '\r' || Character.isSpaceChar(point);
    }

    private static boolean isNothing(int point) {
        if (point == '\t' || point == '\n' || point == '\r') {
            return false;
        }
        return point == 0xFFFD
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE,
                            Character.SURROGATE -> true;
                    default -> false;
                };
    }

    private static boolean isPunctuation(int point) {
        return isIn(ASCII_MARKS, point)
                || switch (Character.getType(point)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isIn(int[][] ranges, int point) {
        for (int[] range : ranges) {
            if (point >= range[0] && point <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
