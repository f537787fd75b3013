package dev.aisle.campaign.delivery.journeys.store;

import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.util.List;

/** How many people are where in a campaign's journeys: each counts once in a version, by the latest journey, and once at a step of it. */
@Singleton
public class CountRepository {
    private static final String STANDING = """
        select campaign_version, step, state, count(*) as people from (
            select distinct on (campaign_version, pseudonym) campaign_version, step, state from journey
            where campaign_id = ? and campaign_version > 0 order by campaign_version, pseudonym, id desc) latest
        group by campaign_version, step, state
        """;
    private static final String FIRED = """
        select campaign_version, step, outcome, count(*) as people from (
            select distinct on (campaign_version, step, pseudonym) campaign_version, step, outcome from journey_firing
            where campaign_id = ? and campaign_version > 0
            order by campaign_version, step, pseudonym, number desc) latest
        group by campaign_version, step, outcome
        """;

    private final AgroalDataSource database;

    CountRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** So many people, of a version and step; what counts is a state or an outcome. */
    public record Count(int version, int step, String what, long people) {}

    /** Who is on the way and who has ended, by where they stand. */
    public List<Count> standing(String campaign) {
        return counts(STANDING, campaign);
    }

    /** What became of steps that were due. */
    public List<Count> fired(String campaign) {
        return counts(FIRED, campaign);
    }

    private List<Count> counts(String sql, String campaign) {
        return Sql.on(
                database,
                "Journeys could not be counted",
                connection -> Sql.query(
                        connection,
                        sql,
                        row -> new Count(row.getInt(1), row.getInt(2), row.getString(3), row.getLong(4)),
                        campaign));
    }
}
