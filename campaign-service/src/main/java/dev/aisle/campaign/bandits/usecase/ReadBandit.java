package dev.aisle.campaign.bandits.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.bandits.domain.BanditWords;
import dev.aisle.campaign.bandits.domain.Learned;
import dev.aisle.campaign.bandits.domain.LearnedEpoch;
import dev.aisle.campaign.bandits.store.BanditRepository;
import dev.aisle.campaign.bandits.store.OutcomeRepository;
import dev.aisle.campaign.bandits.store.OutcomeRepository.Question;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a version of a campaign has learned. Of fewer people than the threshold nothing is told. */
@Singleton
public class ReadBandit {
    private final ReadCampaigns readCampaigns;
    private final ReadDefinition readDefinition;
    private final BanditRepository epochs;
    private final OutcomeRepository outcomes;
    private final Transactions transactions;
    private final KThreshold threshold;
    private final InstantSource clock;

    ReadBandit(
            ReadCampaigns readCampaigns,
            ReadDefinition readDefinition,
            BanditRepository epochs,
            OutcomeRepository outcomes,
            Transactions transactions,
            CampaignSettings settings,
            InstantSource clock) {
        this.readCampaigns = readCampaigns;
        this.readDefinition = readDefinition;
        this.epochs = epochs;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.threshold = new KThreshold(settings.threshold());
        this.clock = clock;
    }

    /** Reads it; empty when there is no such version, or it has no bandit. */
    public Optional<Learned> of(String id, @Nullable Integer version, int most) {
        return readCampaigns
                .one(id)
                .flatMap(seen -> readDefinition.of(
                        id, version == null ? Integer.valueOf(seen.shown().number()) : version))
                .filter(definition -> definition.bandit() != null)
                .map(definition -> transactions.call(connection -> read(connection, definition, most)));
    }

    private Learned read(Connection connection, Definition definition, int most) throws SQLException {
        BanditPlan plan = Objects.requireNonNull(definition.bandit());
        String id = definition.campaign().id();
        int version = definition.campaign().version();
        List<String> variations =
                definition.campaign().variations().stream().map(Variation::id).toList();
        long people = outcomes.people(
                connection,
                new Question(
                        id,
                        version,
                        BanditPlan.Reward.CLICKS,
                        plan.within(),
                        clock.instant().minus(plan.within()),
                        null));
        if (!threshold.allows(people)) {
            return new Learned(
                    id,
                    version,
                    plan,
                    variations,
                    false,
                    threshold.k(),
                    List.of(),
                    List.of(
                            "Of fewer than " + threshold.k()
                                    + " people who allow analytics nothing is told; so far there are no more whose time is over."));
        }
        List<LearnedEpoch> newest = epochs.history(connection, id, version, most);
        List<String> words = newest.isEmpty()
                ? List.of("Nothing was learned so far; the shares that were written are in force.")
                : new BanditWords(plan, variations, threshold.k()).of(newest.getFirst());
        return new Learned(id, version, plan, variations, true, threshold.k(), newest, words);
    }
}
