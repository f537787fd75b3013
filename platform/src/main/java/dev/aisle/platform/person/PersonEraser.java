package dev.aisle.platform.person;

import java.util.Map;

/**
 * The part of a removal that only the service itself knows: what has to happen beside the deletion of rows. Rows that are left afterwards in
 * the tables of the contract are deleted by {@link PersonRows}.
 */
public interface PersonEraser {
    /** Makes sure that nothing of a person who is erased for good is written any more, in the transaction of the erasure. */
    default void fence(String pseudonym) {}

    /** Removes what the service holds of a person, in the caller's transaction; how much of what there was. */
    Map<String, Long> remove(String pseudonym, Removal why);

    /** Whether everything that the service holds stays when all purposes are refused, since it is necessary. */
    default boolean keepsRefused() {
        return false;
    }
}
