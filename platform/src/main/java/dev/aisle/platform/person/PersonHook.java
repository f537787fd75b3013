package dev.aisle.platform.person;

import dev.aisle.contracts.privacy.v1.Outstanding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has to happen in a service beside its rows when a person is erased, moves to another pseudonym or is no longer held. Rows that are left afterwards
 * in the tables of the contract are deleted by {@link PersonRows}.
 */
public interface PersonHook {
    /** Makes sure that nothing of a person who is erased for good is written any more, in the transaction of the erasure. */
    default void fence(String pseudonym) {}

    /** Removes what the service holds of a person, in the caller's transaction; how much of what there was. */
    default Map<String, Long> remove(String pseudonym) {
        return Map.of();
    }

    /** What goes later of somebody of whom so much of what was removed; a receipt says it. */
    default List<Outstanding> outstanding(Map<String, Long> removed) {
        return List.of();
    }

    /** Puts what the service holds of a person under the pseudonym of the newer key, in the caller's transaction. */
    default void move(String pseudonym, String successor) {}

    /** Takes away what every {@link #move} has left behind, in the caller's transaction; rows of the contract's tables go afterwards. */
    default void leave(String pseudonym) {}

    /**
     * Does what has to happen beside the deletion of a person's rows that no purpose holds any more, in the caller's transaction. The person may
     * come again.
     *
     * @param tables those whose rows of the person go; all other rows stay
     * @return how many rows of what it removed itself
     */
    default Map<String, Long> forget(String pseudonym, Set<String> tables) {
        return Map.of();
    }

    /** Tables each of whose rows holds what came under several versions of a consent: only the service itself can take one out. */
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
