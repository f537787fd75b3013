package dev.aisle.privacy.consent.store;

import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.domain.HistoryEntry;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What subjects have said, in versions. */
@ApplicationScoped
public class ConsentRepository implements PanacheRepositoryBase<ConsentVersionRow, Long> {
    /** The current state; {@link ConsentSnapshot#NONE} when there is none. */
    public ConsentSnapshot current(String pseudonym) {
        return find("pseudonym = ?1 order by version desc", pseudonym)
                .firstResultOptional()
                .map(row -> row.toEntry().snapshot())
                .orElse(ConsentSnapshot.NONE);
    }

    /** The state at a moment. */
    public ConsentSnapshot asOf(String pseudonym, Instant at) {
        return find("pseudonym = ?1 and changedAt <= ?2 order by version desc", pseudonym, at)
                .firstResultOptional()
                .map(row -> row.toEntry().snapshot())
                .orElse(ConsentSnapshot.NONE);
    }

    /** The versions after one, oldest first. */
    public List<HistoryEntry> history(String pseudonym, long afterVersion, int atMost) {
        return find("pseudonym = ?1 and version > ?2 order by version", pseudonym, afterVersion)
                .range(0, atMost - 1)
                .stream()
                .map(ConsentVersionRow::toEntry)
                .toList();
    }

    /** Adds the next version. */
    public void append(String pseudonym, HistoryEntry entry) {
        persist(new ConsentVersionRow(pseudonym, entry));
    }

    /** Removes all that a subject ever said; how many versions that were. */
    public long erase(String pseudonym) {
        return getSession()
                .createNativeMutationQuery("delete from consent_version where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }
}
