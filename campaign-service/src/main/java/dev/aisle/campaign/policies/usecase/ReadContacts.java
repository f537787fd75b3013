package dev.aisle.campaign.policies.usecase;

import dev.aisle.campaign.bandits.store.OutcomeRepository;
import dev.aisle.campaign.bandits.store.OutcomeRepository.Question;
import dev.aisle.campaign.bandits.store.OutcomeRepository.Shown;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the contacts of a version with their rewards: of people who allow analytics, as long as they do. */
@Singleton
class ReadContacts {
    private static final int MOST = 500_000;

    private final ReadCampaigns readCampaigns;
    private final ReadDefinition readDefinition;
    private final OutcomeRepository outcomes;
    private final Transactions transactions;
    private final InstantSource clock;

    ReadContacts(
            ReadCampaigns readCampaigns,
            ReadDefinition readDefinition,
            OutcomeRepository outcomes,
            Transactions transactions,
            InstantSource clock) {
        this.readCampaigns = readCampaigns;
        this.readDefinition = readDefinition;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The contacts of a version.
     *
     * @param people how many they were shown to
     * @param rows the oldest first
     */
    record Contacts(Definition definition, Reward reward, long people, List<Shown> rows) {}

    /**
     * Reads them; empty when there is no such version.
     *
     * @param version {@code null} for the one that runs, or else the newest
     * @param reward {@code null} for the bandit's, or else clicks
     * @param within {@code null} for the bandit's, or as long as such a reward takes
     */
    Optional<Contacts> of(
            String campaign, @Nullable Integer version, @Nullable Reward reward, @Nullable Duration within) {
        return readCampaigns
                .one(campaign)
                .flatMap(seen -> readDefinition.of(
                        campaign, version == null ? Integer.valueOf(seen.shown().number()) : version))
                .map(definition -> transactions.call(connection -> read(connection, definition, reward, within)));
    }

    private Contacts read(
            Connection connection, Definition definition, @Nullable Reward reward, @Nullable Duration within)
            throws SQLException {
        BanditPlan plan = definition.bandit();
        Reward kind = reward != null ? reward : plan != null ? plan.reward() : Reward.CLICKS;
        Duration time = within != null ? within : plan != null ? plan.within() : kind.usual();
        String id = definition.campaign().id();
        int version = definition.campaign().version();
        String currency = kind == Reward.REVENUE
                ? outcomes.currency(connection, id, version).orElse("")
                : null;
        Question question =
                new Question(id, version, kind, time, clock.instant().minus(time), currency);
        return new Contacts(
                definition, kind, outcomes.people(connection, question), outcomes.rows(connection, question, MOST));
    }
}
