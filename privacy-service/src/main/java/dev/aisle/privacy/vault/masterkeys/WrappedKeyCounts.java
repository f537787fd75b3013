package dev.aisle.privacy.vault.masterkeys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.Session;

/** Counts the keys that each master key wraps: of subjects and of disclosures to ad platforms. */
@ApplicationScoped
class WrappedKeyCounts {
    private static final String COUNT = """
            select master_key_id, count(*) from (
                select master_key_id from subject_key union all select master_key_id from ad_disclosure) as keys
            group by 1 order by 1
            """;

    private final Session session;

    WrappedKeyCounts(Session session) {
        this.session = session;
    }

    /** Returns how many keys each master key wraps. */
    public Map<String, Long> byMasterKey() {
        Map<String, Long> counts = new LinkedHashMap<>();
        session.createNativeQuery(COUNT, Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
        return counts;
    }
}
