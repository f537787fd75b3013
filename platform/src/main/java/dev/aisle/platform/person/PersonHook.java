package dev.aisle.platform.person;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.Outstanding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to happen in a feature beside the rows of a person that {@link PersonRows} removes, empties or moves as the contract says. */
public interface PersonHook {
    /** Makes sure that nothing of a person who is erased for good is written any more, in the transaction of the erasure. */
    default void fence(String pseudonym) {}

    /**
     * Does what has to happen before rows of a person go, in the caller's transaction; the rows themselves go afterwards.
     *
     * @return how much of what it has removed itself, by one word each: the contract's section with hyphens
     */
    default Map<String, Long> going(Going going) {
        return Map.of();
    }

    /** Takes that these purposes are refused since a version of the person's consent, in the transaction in which what they held goes. */
    default void withdrawn(String pseudonym, Set<Purpose> refused, long version) {}

    /** What goes later of somebody of whom so much of what was removed; a receipt says it. */
    default List<Outstanding> outstanding(Map<String, Long> removed) {
        return List.of();
    }

    /** Puts what the feature moves itself under the pseudonym of the newer key, in the caller's transaction, before the rows of the contract move. */
    default void move(String pseudonym, String successor) {}

    /** Tables each of whose rows holds what came under several versions of a consent: only the feature itself can take one out. */
    default Set<String> packed() {
        return Set.of();
    }

    /**
     * Removes what came under a version of the person's consent or an earlier one out of the {@link #packed} rows of a table, in the caller's transaction.
     *
     * @return how many rows changed
     */
    default long unpack(String pseudonym, String table, long version) {
        return 0;
    }
}
