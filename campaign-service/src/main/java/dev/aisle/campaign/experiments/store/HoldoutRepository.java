package dev.aisle.campaign.experiments.store;

import dev.aisle.campaign.experiments.domain.GlobalHoldout;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The shop's global holdout. Works in the transaction of the caller, if there is one. */
@Singleton
public class HoldoutRepository {
    private static final String FAILURE = "The global holdout could not be read or written";

    private final AgroalDataSource dataSource;

    HoldoutRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** As it stands. */
    public GlobalHoldout get() {
        return Sql.on(
                dataSource,
                FAILURE,
                connection -> Sql.query(
                                connection,
                                "select share, seed, revision from global_holdout",
                                row -> new GlobalHoldout(
                                        row.getDouble("share"), row.getString("seed"), row.getLong("revision")))
                        .getFirst());
    }

    /** Writes it. */
    public void put(GlobalHoldout holdout, Instant at) {
        Sql.on(
                dataSource,
                FAILURE,
                connection -> Sql.update(
                        connection,
                        "update global_holdout set share = ?, seed = ?, revision = ?, changed_at = ?",
                        holdout.share(),
                        holdout.seed(),
                        holdout.revision(),
                        at));
    }
}
