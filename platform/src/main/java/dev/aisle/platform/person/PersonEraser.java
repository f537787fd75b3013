package dev.aisle.platform.person;

import java.util.Map;
import java.util.Set;

/**
 * The part of a removal that only the service itself knows: what has to happen beside the deletion of rows. Rows that are left afterwards in
 * the tables of the contract are deleted by {@link PersonRows}.
 */
public interface PersonEraser {
    /** Makes sure that nothing of a person who is erased for good is written any more, in the transaction of the erasure. */
    default void fence(String pseudonym) {}

    /** Removes what the service holds of a person, in the caller's transaction; how much of what there was. */
    Map<String, Long> remove(String pseudonym, Removal why);

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
