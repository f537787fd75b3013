package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.results.uplift.TrialRepository.Assigned;
import dev.aisle.campaign.results.uplift.model.LearnUplift;
import dev.aisle.campaign.results.uplift.model.LearnUplift.Subject;
import dev.aisle.campaign.results.uplift.model.UpliftModel;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learns whom the variations of a campaign move, from the newest of its versions that chance assigned to enough people. */
@Singleton
class TrainUplift {
    private static final String REVENUE = "revenue";

    /** Half of the least people an arm: of fewer the noise hardly ever makes enough. */
    private static final int WORTH_A_TRY = 50;

    private final ReadCampaigns campaigns;
    private final ReadDefinition readDefinition;
    private final ReadTrial readTrial;
    private final ModelRepository models;
    private final Transactions transactions;
    private final UpliftRules rules;
    private final GuardedFigures guarded;
    private final InstantSource clock;

    TrainUplift(
            ReadCampaigns campaigns,
            ReadDefinition readDefinition,
            ReadTrial readTrial,
            ModelRepository models,
            Transactions transactions,
            UpliftRules rules,
            GuardedFigures guarded,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.readDefinition = readDefinition;
        this.readTrial = readTrial;
        this.models = models;
        this.transactions = transactions;
        this.rules = rules;
        this.guarded = guarded;
        this.clock = clock;
    }

    /** How learning ends. */
    public sealed interface Outcome {
        /** Learned of so many variations. */
        record Learned(int variations) implements Outcome {}

        /** No version was assigned by chance to so many people in two arms whose time is over. */
        record TooFew(int least) implements Outcome {}

        /** The caller has no new answers left today. */
        record NoneLeft() implements Outcome {}

        /** There is no such campaign. */
        record Missing() implements Outcome {}
    }

    /** Learns anew. Costs the caller an answer a variation, also when too few people are there: that says something, too. */
    public Outcome train(String id) {
        return train(id, 0);
    }

    /** Learns what is worth a try, by the service itself: its own day isn't used up by campaigns that have just begun. */
    Outcome trainByItself(String id) {
        return train(id, WORTH_A_TRY);
    }

    private Outcome train(String id, int fewest) {
        if (campaigns.one(id).isEmpty()) {
            return new Outcome.Missing();
        }
        return campaigns.versions(id).stream()
                .map(version -> readDefinition.of(id, version.number()))
                .flatMap(Optional::stream)
                // What was allocated went to those who were expected to be moved: nothing is learned from that.
                .filter(definition -> !definition.allocated() && definition.bandit() == null)
                .map(definition -> train(definition, fewest))
                .filter(outcome -> !(outcome instanceof Outcome.TooFew))
                .findFirst()
                .orElseGet(() -> new Outcome.TooFew(rules.leastPeople()));
    }

    /** Each variation is a release of its own. */
    private Outcome train(Definition definition, int fewest) {
        Instant now = clock.instant();
        List<Assigned> people = readTrial.over(definition, rules.currency(definition), Instant.EPOCH, now);
        List<UpliftModel> learned = new ArrayList<>();
        for (Variation variation : definition.campaign().variations()) {
            List<Assigned> two = of(variation.id(), people);
            if (smallerArm(two) < fewest) {
                continue;
            }
            if (!guarded.spend()) {
                return new Outcome.NoneLeft();
            }
            Instant last =
                    two.stream().map(Assigned::at).max(Instant::compareTo).orElse(now);
            Subject subject = new Subject(
                    definition.campaign().id(),
                    definition.campaign().version(),
                    variation.id(),
                    definition.goal().metric().equals(REVENUE),
                    now,
                    last);
            new LearnUplift(rules.audit(), guarded.noise(), rules.leastLearned())
                    .of(subject, two.stream().map(Assigned::observed).toList())
                    .ifPresent(learned::add);
        }
        transactions.call(connection -> {
            for (UpliftModel model : learned) {
                models.add(connection, model);
            }
            return learned.size();
        });
        return learned.isEmpty() ? new Outcome.TooFew(rules.leastPeople()) : new Outcome.Learned(learned.size());
    }

    /** A variation beside the comparison group. */
    static List<Assigned> of(String variation, List<Assigned> people) {
        return people.stream()
                .filter(one ->
                        one.observed().holdout() || one.observed().variation().equals(variation))
                .toList();
    }

    private static long smallerArm(List<Assigned> people) {
        long heldOut = people.stream().filter(one -> one.observed().holdout()).count();
        return Math.min(heldOut, people.size() - heldOut);
    }
}
