package dev.aisle.platform.restore;

import dev.aisle.platform.erasure.Erased;
import java.util.Collection;
import java.util.Set;

/**
 * What an older backup brought back was removed again; whoever keeps more than rows of the contract's tables looks after that now.
 *
 * @param everyone who was ever erased
 * @param cameBack pseudonyms of them that stood in a table
 */
public record ErasuresReapplied(Collection<Erased> everyone, Set<String> cameBack) {
    public ErasuresReapplied {
        cameBack = Set.copyOf(cameBack);
    }
}
