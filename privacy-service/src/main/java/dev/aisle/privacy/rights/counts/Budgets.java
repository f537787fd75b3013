package dev.aisle.privacy.rights.counts;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/** What analysts have spent. */
@ApplicationScoped
class Budgets {
    private final Session session;

    Budgets(Session session) {
        this.session = session;
    }

    /** Whose budget, of what, and when. */
    public record Purse(String analyst, Dataset dataset, long period) {}

    /** Spends, or spends nothing when it would be more than the limit. The row's lock decides between two at once. */
    public boolean spend(Purse purse, long micros, long limitMicros) {
        return micros <= limitMicros
                && session.createNativeMutationQuery("""
                    insert into privacy_budget as b (analyst, dataset, period, spent_micros)
                    values (:analyst, :dataset, :period, :micros)
                    on conflict (analyst, dataset, period)
                    do update set spent_micros = b.spent_micros + excluded.spent_micros
                    where b.spent_micros + excluded.spent_micros <= :most
                    """)
                                .setParameter("analyst", purse.analyst())
                                .setParameter("dataset", purse.dataset().wireName())
                                .setParameter("period", purse.period())
                                .setParameter("micros", micros)
                                .setParameter("most", limitMicros)
                                .executeUpdate()
                        == 1;
    }

    /** What is spent. */
    public long spent(Purse purse) {
        return session.createNativeQuery("""
            select spent_micros from privacy_budget
            where analyst = :analyst and dataset = :dataset and period = :period
            """, Long.class)
                .setParameter("analyst", purse.analyst())
                .setParameter("dataset", purse.dataset().wireName())
                .setParameter("period", purse.period())
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }
}
