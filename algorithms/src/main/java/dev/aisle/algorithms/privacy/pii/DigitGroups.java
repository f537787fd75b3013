package dev.aisle.algorithms.privacy.pii;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text that is nothing but groups of digits and what may stand between the groups of one number.
 *
 * @param bounds start and end of each group, one after the other
 */
record DigitGroups(String text, List<Integer> bounds) {
    private static final int WIDEST_GAP = 3;

    /** All stretches of a text, from left to right; between groups only those characters, at most three. */
    static List<DigitGroups> of(String text, String between) {
        List<DigitGroups> all = new ArrayList<>();
        List<Integer> bounds = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            if (!Characters.isDigit(text.charAt(at))) {
                continue;
            }
            if (!bounds.isEmpty() && !isGap(text, bounds.getLast(), at, between)) {
                all.add(new DigitGroups(text, List.copyOf(bounds)));
                bounds.clear();
            }
            bounds.add(at);
            while (at + 1 < text.length() && Characters.isDigit(text.charAt(at + 1))) {
                at++;
            }
            bounds.add(at + 1);
        }
        if (!bounds.isEmpty()) {
            all.add(new DigitGroups(text, List.copyOf(bounds)));
        }
        return all;
    }

    private static boolean isGap(String text, int from, int to, String between) {
        for (int i = from; i < to; i++) {
            if (between.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return to - from <= WIDEST_GAP;
    }

    int count() {
        return bounds.size() / 2;
    }

    int start(int group) {
        return bounds.get(2 * group);
    }

    int end(int group) {
        return bounds.get(2 * group + 1);
    }

    int length(int group) {
        return end(group) - start(group);
    }

    /** What stands between a group and the next. */
    String gapBehind(int group) {
        return text.substring(end(group), start(group + 1));
    }

    /** How many digits these groups have together. */
    int digits(int first, int last) {
        int digits = 0;
        for (int group = first; group <= last; group++) {
            digits += length(group);
        }
        return digits;
    }

    /** The digits of these groups without what stands between. */
    String join(int first, int last) {
        StringBuilder digits = new StringBuilder();
        for (int group = first; group <= last; group++) {
            digits.append(text, start(group), end(group));
        }
        return digits.toString();
    }
}
