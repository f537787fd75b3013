package dev.aisle.campaign.results.policies;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.results.bandits.CountedOutcomes;
import dev.aisle.campaign.results.bandits.Outcome;
import dev.aisle.campaign.results.bandits.ReleaseOutcomes;
import dev.aisle.campaign.results.bandits.ReleaseOutcomes.Released;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the contacts of a version with their rewards: of people who allow analytics, as long as they do. No row is anybody's contact. They are made from the
 * numbers that the guard has released: so many people of a context and variation, so many of them with the largest reward that counts and the others with
 * none that both come to the released sums.
 */
@Singleton
class ReadContacts {
    private final ReadCampaigns readCampaigns;
    private final ReadDefinition readDefinition;
    private final ReleaseOutcomes releaseOutcomes;
    private final Transactions transactions;
    private final GuardedFigures guarded;

    ReadContacts(
            ReadCampaigns readCampaigns,
            ReadDefinition readDefinition,
            ReleaseOutcomes releaseOutcomes,
            Transactions transactions,
            GuardedFigures guarded) {
        this.readCampaigns = readCampaigns;
        this.readDefinition = readDefinition;
        this.releaseOutcomes = releaseOutcomes;
        this.transactions = transactions;
        this.guarded = guarded;
    }

    /**
     * The contacts of a version.
     *
     * @param at when they were counted; {@code null} when nothing is shown
     * @param noneLeft whether nothing is because the reader has had today's new numbers
     */
    record Contacts(
            Definition definition, Reward reward, @Nullable Instant at, boolean noneLeft, List<Row> rows) {}

    /**
     * A contact as it may have been.
     *
     * @param propensity share of the variation in the context
     */
    record Row(int context, String variation, double propensity, double reward) {}

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
        Released released = releaseOutcomes.of(connection, definition, kind, time);
        return released.answer() instanceof Answer.Shown answer
                ? new Contacts(
                        definition,
                        kind,
                        answer.at(),
                        false,
                        rows(released.counted().shown(answer, guarded.level())))
                : new Contacts(definition, kind, null, released.answer() instanceof Answer.NoneLeft, List.of());
    }

    /** Mixed, so that any part of them is like the whole. */
    private static List<Row> rows(CountedOutcomes.Shown shown) {
        List<Outcome> outcomes = shown.outcomes().stream()
                .filter(one -> one.rewards().n() >= shown.least())
                .toList();
        Map<Integer, Long> sizes = outcomes.stream()
                .collect(Collectors.groupingBy(
                        Outcome::context,
                        Collectors.summingLong(one -> one.rewards().n())));
        List<Map.Entry<Double, Row>> placed = new ArrayList<>();
        for (Outcome one : outcomes) {
            long n = one.rewards().n();
            double share = (double) n / sizes.getOrDefault(one.context(), n);
            long with = Math.min(n, Math.round(one.rewards().sum() / shown.most()));
            for (long number = 0; number < n; number++) {
                boolean has = number < with;
                double place = has ? (number + 0.5) / with : (number - with + 0.5) / (n - with);
                placed.add(Map.entry(place, new Row(one.context(), one.variation(), share, has ? shown.most() : 0)));
            }
        }
        placed.sort(Comparator.comparingDouble(Map.Entry::getKey));
        return placed.stream().map(Map.Entry::getValue).toList();
    }
}
