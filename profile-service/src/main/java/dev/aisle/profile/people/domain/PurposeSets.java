package dev.aisle.profile.people.domain;

import dev.aisle.contracts.common.v1.Purpose;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sets of purposes as numbers: bit n is the purpose whose number is n. */
public final class PurposeSets {
    private static final int BITS = Arrays.stream(Purpose.values())
                    .filter(purpose -> purpose != Purpose.UNRECOGNIZED)
                    .mapToInt(Purpose::getNumber)
                    .max()
                    .orElseThrow()
            + 1;
    private static final List<Set<Purpose>> SETS =
            IntStream.range(0, 1 << BITS).mapToObj(PurposeSets::set).toList();

    private PurposeSets() {}

    /** The number of a set; what this version doesn't know is left out. */
    public static int bits(Collection<Purpose> purposes) {
        int bits = 0;
        for (Purpose purpose : purposes) {
            bits |= purpose == Purpose.UNRECOGNIZED ? 0 : 1 << purpose.getNumber();
        }
        return bits;
    }

    /** The set of a number; always the same object. */
    public static Set<Purpose> of(int bits) {
        return SETS.get(bits & ((1 << BITS) - 1));
    }

    private static Set<Purpose> set(int bits) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose != Purpose.UNRECOGNIZED)
                .filter(purpose -> (bits & (1 << purpose.getNumber())) != 0)
                .collect(Collectors.toUnmodifiableSet());
    }
}
