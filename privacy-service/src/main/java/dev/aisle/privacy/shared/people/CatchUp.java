package dev.aisle.privacy.shared.people;

import dev.aisle.platform.restore.ReapplyErasures;
import java.util.Collection;

/** Brings people up to what the other services were told of them beyond this database, before anything of them is written. */
public interface CatchUp {
    /**
     * Takes over what is newer. The caller holds the people.
     *
     * @throws ReapplyErasures.NotDone when more is lost than what can be taken over for them alone
     */
    void adopt(Collection<String> pseudonyms);
}
