package dev.aisle.campaign.offers.allocations;

import dev.aisle.campaign.offers.allocations.OfferPlan.Given;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.hibernate.Session;

/** Which variation was allocated to whom, and how the last allocation of a campaign went. */
@ApplicationScoped
class AllocationRepository {
    private static final String ADD = """
            insert into coupon_allocation (campaign_id, pseudonym, variation, expected_value, expected_cost, allocated_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (campaign_id, pseudonym) do update set variation = excluded.variation,
                expected_value = excluded.expected_value, expected_cost = excluded.expected_cost,
                allocated_at = excluded.allocated_at
            """;

    private final Session database;
    private final AgroalDataSource dataSource;

    AllocationRepository(Session database, AgroalDataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /** Keeps what people were given of a campaign. */
    public void add(String campaign, Collection<Given> given, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Given one : given) {
                add.setString(1, campaign);
                add.setString(2, one.pseudonym());
                add.setString(3, one.variation());
                add.setDouble(4, one.value());
                add.setDouble(5, one.cost());
                add.setTimestamp(6, Timestamp.from(at));
                add.addBatch();
            }
            add.executeBatch();
        } catch (SQLException e) {
            throw new StorageException("Allocations could not be kept", e);
        }
    }

    /** Removes what was allocated of a campaign before a moment: who isn't in the newest allocation gets nothing. */
    public void removeBefore(String campaign, Instant moment) {
        database.createNativeMutationQuery(
                        "delete from coupon_allocation where campaign_id = :campaign and allocated_at < :moment")
                .setParameter("campaign", campaign)
                .setParameter("moment", moment)
                .executeUpdate();
    }

    /** Keeps how an allocation went, as JSON without a person in it. */
    public void report(String campaign, Instant at, String report) {
        database.createNativeMutationQuery("""
                        insert into coupon_allocation_report (campaign_id, made_at, report) values (:campaign, :at, :report)
                        on conflict (campaign_id) do update set made_at = excluded.made_at, report = excluded.report
                        """)
                .setParameter("campaign", campaign)
                .setParameter("at", at)
                .setParameter("report", report)
                .executeUpdate();
    }

    /** How the last allocation of a campaign went. */
    public Optional<String> report(String campaign) {
        return database.createNativeQuery(
                        "select report from coupon_allocation_report where campaign_id = :campaign", String.class)
                .setParameter("campaign", campaign)
                .getResultStream()
                .findFirst();
    }
}
