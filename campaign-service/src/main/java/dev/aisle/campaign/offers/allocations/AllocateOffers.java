package dev.aisle.campaign.offers.allocations;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.campaigns.reach.CountReach;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.campaigns.worth.PersonalUplift.Expected;
import dev.aisle.campaign.offers.allocations.CountedAllocation.Fairness;
import dev.aisle.campaign.offers.allocations.OfferPlan.Offer;
import dev.aisle.campaign.people.Person;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Gives each person of a campaign's audience one variation or none, so that they bring the most within its budget; kept for the decisions. */
@ApplicationScoped
class AllocateOffers {
    private static final int MOST_PEOPLE = 200_000;

    private final ReadCampaigns campaigns;
    private final ReadDefinition readDefinition;
    private final CountReach reach;
    private final PriceOffers priceOffers;
    private final KeepAllocations keepAllocations;
    private final InstantSource clock;
    private final GuardedFigures guarded;

    AllocateOffers(
            ReadCampaigns campaigns,
            ReadDefinition readDefinition,
            CountReach reach,
            PriceOffers priceOffers,
            KeepAllocations keepAllocations,
            InstantSource clock,
            GuardedFigures guarded) {
        this.campaigns = campaigns;
        this.readDefinition = readDefinition;
        this.reach = reach;
        this.priceOffers = priceOffers;
        this.keepAllocations = keepAllocations;
        this.clock = clock;
        this.guarded = guarded;
    }

    /**
     * How it went, as the guard showed it when it was made.
     *
     * @param people who could get something; {@code null} when nothing is shown
     * @param withheld why nothing is: {@code too-few-people} or {@code none-left}; {@code null} where something is
     * @param byVariation how many get which; without those that too few get
     * @param value that they are expected to bring, in minor units
     * @param cost that they are expected to have, in minor units
     * @param fairness who gets how much; {@code null} when no groups were named
     * @param standIns variations whose personal values told a protected segment, so that everybody counted as the average
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Report(
            String campaign,
            int version,
            Instant madeAt,
            @Nullable Long people,
            @Nullable String withheld,
            Map<String, Long> byVariation,
            double value,
            double cost,
            @Nullable Fairness fairness,
            List<String> standIns) {}

    /** How allocating ends. */
    public sealed interface Outcome {
        /** Done. */
        record Done(Report report) implements Outcome {}

        /** There is no such campaign. */
        record Missing() implements Outcome {}

        /** It can't be allocated as it is. */
        record Wrong(List<Finding> findings) implements Outcome {}

        /** More people than fit. */
        record TooMany(int most) implements Outcome {}
    }

    /**
     * Allocates the version that runs, else the newest.
     *
     * @param groups segments that the fairness report compares; each person counts in the first that fits
     */
    public Outcome allocate(String id, List<String> groups) {
        Optional<Definition> found = campaigns
                .one(id)
                .flatMap(seen -> readDefinition.of(id, seen.shown().number()));
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        Definition definition = found.get();
        Amount budget = definition.limits().budget();
        List<Finding> wrong = wrong(definition);
        if (budget == null || !wrong.isEmpty()) {
            return new Outcome.Wrong(wrong);
        }
        List<Candidate> candidates = candidates(definition, groups);
        if (candidates.size() > MOST_PEOPLE) {
            return new Outcome.TooMany(MOST_PEOPLE);
        }
        List<Offer> offers = priceOffers.offers(definition);
        Expected expected = candidates.isEmpty()
                ? Expected.unknown(0, offers.size())
                : priceOffers.expected(
                        definition,
                        offers,
                        candidates.stream().map(Candidate::pseudonym).toList());
        OfferPlan plan = new OfferPlan(offers, groups);
        for (int n = 0; n < candidates.size(); n++) {
            plan.add(
                    candidates.get(n).pseudonym(),
                    expected.values()[n],
                    candidates.get(n).group());
        }
        return new Outcome.Done(keep(definition, plan.allocate((double) budget.minorUnits()), expected.standIns()));
    }

    private static List<Finding> wrong(Definition definition) {
        if (!definition.allocated()) {
            return List.of(new Finding(
                    "/assignment", "Its variations are given by chance.", "Write \"assignment\": \"allocated\"."));
        }
        return definition.limits().budget() != null
                ? List.of()
                : List.of(new Finding(
                        "/budget",
                        "There is no budget to allocate.",
                        "Write it as {\"amount\": 500.00, \"currency\": \"EUR\"}."));
    }

    private record Candidate(String pseudonym, int group) {}

    private List<Candidate> candidates(Definition definition, List<String> groups) {
        Campaign campaign = definition.campaign();
        List<Candidate> candidates = new ArrayList<>();
        reach.walk((pseudonym, person) -> {
            if (campaign.audience().includes(person)
                    && campaign.conditions().ordersHold(person)
                    && Assignment.of(campaign, pseudonym) instanceof Assignment.Treated) {
                candidates.add(new Candidate(pseudonym, group(groups, person)));
            }
            return candidates.size() <= MOST_PEOPLE;
        });
        return candidates;
    }

    private static int group(List<String> groups, Person person) {
        return IntStream.range(0, groups.size())
                .filter(group -> person.isIn(groups.get(group)))
                .findFirst()
                .orElse(-1);
    }

    private Report keep(Definition definition, OfferPlan.Result result, List<String> standIns) {
        Instant now = clock.instant();
        keepAllocations.keep(definition.campaign().id(), result.given(), now);
        Report report = report(definition, result.counted(), standIns, now);
        keepAllocations.keep(report);
        return report;
    }

    private Report report(Definition definition, CountedAllocation counted, List<String> standIns, Instant now) {
        Answer answer =
                guarded.ask(counted.question(now + " " + definition.campaign().id()));
        Optional<CountedAllocation.Shown> shown = answer instanceof Answer.Shown one
                ? Optional.of(counted.shown(one, guarded.level()))
                : Optional.empty();
        return new Report(
                definition.campaign().id(),
                definition.campaign().version(),
                now,
                shown.map(CountedAllocation.Shown::people).orElse(null),
                shown.isPresent() ? null : answer instanceof Answer.NoneLeft ? "none-left" : "too-few-people",
                shown.map(CountedAllocation.Shown::byVariation).orElse(Map.of()),
                shown.map(CountedAllocation.Shown::value).orElse(0.0),
                shown.map(CountedAllocation.Shown::cost).orElse(0.0),
                counted.groups().isEmpty()
                        ? null
                        : shown.map(CountedAllocation.Shown::fairness).orElse(null),
                standIns);
    }

    /** How the last allocation of a campaign went; empty when there was none. */
    public Optional<String> last(String campaign) {
        return keepAllocations.last(campaign);
    }
}
