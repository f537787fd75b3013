package dev.aisle.assistant.understanding.entities;

import java.util.Map;
import java.util.OptionalInt;

/** Numbers that are written in Chinese characters, below a hundred million. */
public final class ChineseNumbers {
    /** What such a number is made of, for a pattern. */
    public static final String CHARACTERS = "[〇零一二两三四五六七八九十百千万]";

    private static final Map<Character, Integer> DIGITS = Map.ofEntries(
            Map.entry('〇', 0),
            Map.entry('零', 0),
            Map.entry('一', 1),
            Map.entry('二', 2),
            Map.entry('两', 2),
            Map.entry('三', 3),
            Map.entry('四', 4),
            Map.entry('五', 5),
            Map.entry('六', 6),
            Map.entry('七', 7),
            Map.entry('八', 8),
            Map.entry('九', 9));
    private static final Map<Character, Integer> UNITS = Map.of('十', 10, '百', 100, '千', 1_000);
    private static final int TEN_THOUSAND = 10_000;
    private static final int LONGEST = 9;

    private ChineseNumbers() {}

    /** The number in Arabic digits or Chinese characters; empty when it is none. */
    public static OptionalInt of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return OptionalInt.empty();
        }
        if (text.chars().allMatch(Character::isDigit)) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        int thousands = 0;
        int sum = 0;
        int digit = -1;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            Integer value = DIGITS.get(character);
            Integer unit = UNITS.get(character);
            if (value != null) {
                digit = value;
            } else if (unit != null) {
                sum += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            } else if (character == '万' && thousands == 0) {
                // All before it counts ten thousands.
                thousands = Math.max(1, sum + Math.max(0, digit)) * TEN_THOUSAND;
                sum = 0;
                digit = -1;
            } else {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(thousands + sum + Math.max(0, digit));
    }
}
