package dev.aisle.platform.consent;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.packed.PackedReader;
import dev.aisle.platform.packed.PackedWriter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The last refusals of a person, by purpose: what was let in under the version of one or an earlier one isn't used for its purpose.
 *
 * @param last the highest version of all
 */
record Fences(Map<Purpose, Fence> byPurpose, long last) {
    /** The version of a fence that isn't there. */
    static final long NONE = -1;

    private static final Fences EMPTY = new Fences(Map.of(), NONE);
    private static final Fence NO_FENCE = new Fence(NONE, 0);

    /** The version that refused a purpose last, and since when it was refused in seconds since 1970; 0 when that isn't known. */
    private record Fence(long version, long since) {}

    static Fences of(ConsentState state) {
        Map<Purpose, Fence> fences = new EnumMap<>(Purpose.class);
        state.getFencesList().stream()
                .filter(fence -> fence.getPurpose() != Purpose.UNRECOGNIZED)
                .forEach(fence -> fences.merge(
                        fence.getPurpose(),
                        new Fence(fence.getVersion(), fence.getRefusedSince().getSeconds()),
                        (one, other) -> one.version() >= other.version() ? one : other));
        return of(fences);
    }

    /** Writes them; a moment by how far it is from another one. */
    void write(long changedAt, PackedWriter out) {
        out.number(byPurpose.size());
        byPurpose.forEach((purpose, fence) -> {
            out.number(purpose.getNumber());
            out.signed(fence.version());
            out.number(fence.since() == 0 ? 0 : 1);
            out.signed(fence.since() == 0 ? 0 : fence.since() - changedAt);
        });
    }

    static Fences read(long changedAt, PackedReader in) {
        int count = (int) in.number();
        if (count == 0) {
            return EMPTY;
        }
        Map<Purpose, Fence> fences = new EnumMap<>(Purpose.class);
        for (int i = 0; i < count; i++) {
            Purpose purpose = Purpose.forNumber((int) in.number());
            long version = in.signed();
            boolean known = in.number() == 1;
            long since = in.signed();
            fences.put(purpose, new Fence(version, known ? changedAt + since : 0));
        }
        return of(fences);
    }

    private static Fences of(Map<Purpose, Fence> fences) {
        return new Fences(
                fences, fences.values().stream().mapToLong(Fence::version).max().orElse(NONE));
    }

    long version(Purpose purpose) {
        return byPurpose.getOrDefault(purpose, NO_FENCE).version();
    }

    /** Since when the purpose was refused, at the last refusal; 0 when that isn't known. */
    long since(Purpose purpose) {
        return byPurpose.getOrDefault(purpose, NO_FENCE).since();
    }

    /** The highest version that is of no use to any of these purposes, and wasn't at a moment; {@link #NONE} when there is none. */
    long uselessUpTo(Set<Purpose> purposes, Instant at) {
        long latest = at.getEpochSecond();
        return purposes.stream()
                .mapToLong(purpose -> {
                    long since = since(purpose);
                    return since > 0 && since <= latest ? version(purpose) : NONE;
                })
                .min()
                .orElse(NONE);
    }
}
