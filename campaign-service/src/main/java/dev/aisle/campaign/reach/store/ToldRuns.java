package dev.aisle.campaign.reach.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Dry runs whose numbers were told, to anybody: two marketers can meet. */
@ApplicationScoped
public class ToldRuns {
    private final Session database;

    ToldRuns(Session database) {
        this.database = database;
    }

    /** A version of a campaign. */
    public record Told(String campaign, int version) {}

    /** The last ones after a moment. */
    public List<Told> after(Instant moment, int most) {
        return database.createNativeQuery(
                        "select campaign_id, version from dry_run_told where told_at > :moment order by told_at desc limit :most",
                        Tuple.class)
                .setParameter("moment", moment)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> new Told(row.get(0, String.class), row.get(1, Integer.class)))
                .toList();
    }

    /** Its numbers are told; those of before a moment are forgotten. */
    public void tell(Told told, Instant at, Instant forgotten) {
        database.createNativeMutationQuery("delete from dry_run_told where told_at <= :forgotten")
                .setParameter("forgotten", forgotten)
                .executeUpdate();
        database.createNativeMutationQuery("""
                        insert into dry_run_told (campaign_id, version, told_at) values (:campaign, :version, :at)
                        on conflict (campaign_id, version) do update set told_at = excluded.told_at
                        """)
                .setParameter("campaign", told.campaign())
                .setParameter("version", told.version())
                .setParameter("at", at)
                .executeUpdate();
    }
}
