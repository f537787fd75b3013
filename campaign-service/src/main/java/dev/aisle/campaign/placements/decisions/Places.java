package dev.aisle.campaign.placements.decisions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Places in a line-up, from 0; written as ranges: {@code 0-3,7}. */
public record Places(BitSet set) {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern HYPHEN = Pattern.compile("-");

    /** Reads {@code 0-3,7}. */
    @JsonCreator
    public static Places of(String ranges) {
        BitSet set = new BitSet();
        COMMA.splitAsStream(ranges).forEach(range -> {
            List<Integer> ends =
                    HYPHEN.splitAsStream(range).map(Integer::valueOf).toList();
            set.set(ends.getFirst(), ends.getLast() + 1);
        });
        return new Places(set);
    }

    /** Writes it. */
    @JsonValue
    public String ranges() {
        StringJoiner ranges = new StringJoiner(",");
        for (int from = set.nextSetBit(0); from >= 0; ) {
            int after = set.nextClearBit(from);
            ranges.add(after == from + 1 ? Integer.toString(from) : from + "-" + (after - 1));
            from = set.nextSetBit(after);
        }
        return ranges.toString();
    }
}
