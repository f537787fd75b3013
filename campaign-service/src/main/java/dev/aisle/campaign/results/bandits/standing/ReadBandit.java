package dev.aisle.campaign.results.bandits.standing;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.results.bandits.BanditRepository;
import dev.aisle.campaign.results.bandits.BanditRepository.Release;
import dev.aisle.campaign.results.bandits.CountedOutcomes;
import dev.aisle.campaign.results.bandits.LearnedEpoch;
import dev.aisle.campaign.results.bandits.Outcome;
import dev.aisle.campaign.results.bandits.ReleaseOutcomes;
import dev.aisle.campaign.results.bandits.ReleaseOutcomes.Released;
import dev.aisle.campaign.results.bandits.Weighing;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a version of a campaign has learned, as the guard shows it. The shares that are shown are those that the released numbers would give; those in
 * force are learned from exact numbers and would tell what one person did.
 */
@Singleton
class ReadBandit {
    private final ReadCampaigns readCampaigns;
    private final ReadDefinition readDefinition;
    private final BanditRepository epochs;
    private final ReleaseOutcomes releaseOutcomes;
    private final Transactions transactions;
    private final GuardedFigures guarded;

    ReadBandit(
            ReadCampaigns readCampaigns,
            ReadDefinition readDefinition,
            BanditRepository epochs,
            ReleaseOutcomes releaseOutcomes,
            Transactions transactions,
            GuardedFigures guarded) {
        this.readCampaigns = readCampaigns;
        this.readDefinition = readDefinition;
        this.epochs = epochs;
        this.releaseOutcomes = releaseOutcomes;
        this.transactions = transactions;
        this.guarded = guarded;
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
        Released released = releaseOutcomes.of(connection, definition, plan.reward(), plan.within());
        List<Variation> variations = definition.campaign().variations();
        List<String> ids = variations.stream().map(Variation::id).toList();
        if (!(released.answer() instanceof Answer.Shown answer)) {
            boolean noneLeft = released.answer() instanceof Answer.NoneLeft;
            return learned(
                    definition,
                    plan,
                    ids,
                    null,
                    noneLeft,
                    guarded.level().k(),
                    List.of(),
                    List.of(
                            noneLeft
                                    ? "The numbers aren't shown: you have had today's new numbers. Ask again tomorrow (UTC); those that you have seen stay."
                                    : "Too few people who allow analytics and whose time is over so far: their number doesn't stand out of its noise."));
        }
        CountedOutcomes.Shown shown = released.counted().shown(answer, guarded.level());
        keep(connection, definition, answer.at(), shown.outcomes());
        List<LearnedEpoch> newest =
                epochs
                        .releases(
                                connection,
                                definition.campaign().id(),
                                definition.campaign().version(),
                                most)
                        .stream()
                        .map(one -> new LearnedEpoch(
                                one.number(),
                                one.at(),
                                Weighing.weights(plan, variations, one.evidence()),
                                one.evidence()))
                        .toList();
        List<String> words = new BanditWords(plan, ids, shown.least()).of(newest.getFirst());
        return learned(definition, plan, ids, answer.at(), false, shown.least(), newest, words);
    }

    private void keep(Connection connection, Definition definition, Instant at, List<Outcome> outcomes)
            throws SQLException {
        String id = definition.campaign().id();
        int version = definition.campaign().version();
        Optional<Release> last =
                epochs.releases(connection, id, version, 1).stream().findFirst();
        if (last.isEmpty() || !last.get().at().equals(at)) {
            epochs.release(
                    connection,
                    id,
                    version,
                    new Release(last.map(Release::number).orElse(0) + 1, at, outcomes));
        }
    }

    private Learned learned(
            Definition definition,
            BanditPlan plan,
            List<String> variations,
            @Nullable Instant countedAt,
            boolean noneLeft,
            int threshold,
            List<LearnedEpoch> newest,
            List<String> words) {
        return new Learned(
                definition.campaign().id(),
                definition.campaign().version(),
                plan,
                variations,
                countedAt,
                noneLeft,
                guarded.left(),
                threshold,
                newest,
                words);
    }
}
