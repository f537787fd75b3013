package dev.aisle.campaign.results.bandits;

import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shares that are in force. Whoever decides holds them for a moment, so a decision costs nothing more. */
@Singleton
public class CurrentShares {
    private final BanditRepository epochs;
    private final AgroalDataSource database;

    CurrentShares(BanditRepository epochs, AgroalDataSource database) {
        this.epochs = epochs;
        this.database = database;
    }

    /** Those of a campaign; {@code null} when it has no bandit. */
    public @Nullable Shares of(Definition definition) {
        BanditPlan plan = definition.bandit();
        if (plan == null) {
            return null;
        }
        Campaign campaign = definition.campaign();
        Optional<LearnedEpoch> newest = Sql.on(
                database,
                "What was learned could not be read",
                connection -> epochs.newest(connection, campaign.id(), campaign.version()));
        return newest.map(epoch -> Shares.of(epoch.number(), plan, campaign.variations(), epoch.weights()))
                .orElseGet(() -> Shares.unlearned(plan, campaign.variations()));
    }
}
