package dev.aisle.algorithms.privacy.pii;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stretch of text that is nothing but groups of digits and what may stand between the groups of one number. */
final class DigitGroups {
    private static final int WIDEST_GAP = 3;

    private final String text;
    /** Start and end of each group, one after the other. */
    private final int[] bounds;
    /** How many digits stand before each group; sums, because every pair of groups may be asked for. */
    private final int[] digitsBefore;
    /** How many of the gaps before each group are more than spaces. */
    private final int[] joinsBefore;

    private DigitGroups(String text, int[] bounds) {
        this.text = text;
        this.bounds = bounds;
        int groups = bounds.length / 2;
        this.digitsBefore = new int[groups + 1];
        this.joinsBefore = new int[groups + 1];
        for (int group = 0; group < groups; group++) {
            digitsBefore[group + 1] = digitsBefore[group] + length(group);
            boolean joined = group + 1 < groups && !gapBehind(group).isBlank();
            joinsBefore[group + 1] = joinsBefore[group] + (joined ? 1 : 0);
        }
    }

    /** All stretches of a text, from left to right; between groups only those characters, at most three. */
    static List<DigitGroups> of(String text, String between) {
        List<DigitGroups> all = new ArrayList<>();
        int[] bounds = new int[16];
        int used = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!Characters.isDigit(text.charAt(at))) {
                continue;
            }
            if (used > 0 && !isGap(text, bounds[used - 1], at, between)) {
                all.add(new DigitGroups(text, Arrays.copyOf(bounds, used)));
                used = 0;
            }
            bounds = used + 2 > bounds.length ? Arrays.copyOf(bounds, 2 * bounds.length) : bounds;
            bounds[used++] = at;
            while (at + 1 < text.length() && Characters.isDigit(text.charAt(at + 1))) {
                at++;
            }
            bounds[used++] = at + 1;
        }
        if (used > 0) {
            all.add(new DigitGroups(text, Arrays.copyOf(bounds, used)));
        }
        return all;
    }

    private static boolean isGap(String text, int from, int to, String between) {
        if (to - from > WIDEST_GAP) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (between.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return text;
    }

    int count() {
        return bounds.length / 2;
    }

    int start(int group) {
        return bounds[2 * group];
    }

    int end(int group) {
        return bounds[2 * group + 1];
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
        return digitsBefore[last + 1] - digitsBefore[first];
    }

    /** Whether more than spaces stands between some of these groups. */
    boolean joined(int first, int last) {
        return joinsBefore[last] > joinsBefore[first];
    }

    /** Whether a group is a smaller number than another. */
    boolean isLess(int group, int other) {
        return length(group) < length(other)
                || (length(group) == length(other)
                        && text.substring(start(group), end(group)).compareTo(text.substring(start(other), end(other)))
                                < 0);
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
