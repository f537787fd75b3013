package dev.aisle.campaign.reach.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.people.domain.Person;
import dev.aisle.campaign.people.store.WalkRepository;
import dev.aisle.campaign.people.store.WalkRepository.Walked;
import dev.aisle.campaign.reach.domain.Overlap;
import dev.aisle.campaign.reach.domain.Reach;
import dev.aisle.campaign.reach.domain.Reach.Rule;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Walks everybody and counts who would get a campaign. Only people who allow personalization now are looked at; nothing of them is kept. */
@ApplicationScoped
public class CountReach {
    private static final int PAGE = 2_000;
    private static final String HOLDOUT = "holdout";

    private final WalkRepository people;
    private final ConsentView consents;
    private final CampaignSettings settings;
    private final InstantSource clock;

    CountReach(WalkRepository people, ConsentView consents, CampaignSettings settings, InstantSource clock) {
        this.people = people;
        this.consents = consents;
        this.settings = settings;
        this.clock = clock;
    }

    /** The least number of people that a campaign may be for, and of whom something is told. */
    public int threshold() {
        return settings.threshold();
    }

    /** Whether the audience has people enough; the walk ends as soon as it has. */
    public boolean isEnough(Campaign campaign) {
        long[] inside = {0};
        walk((_, person) -> {
            inside[0] += campaign.audience().includes(person) ? 1 : 0;
            return inside[0] < threshold();
        });
        return inside[0] >= threshold();
    }

    /**
     * How many would get what, were everybody to come now; nothing is told of it when, compared with what was told of others, it would tell of too few
     * people.
     *
     * @param told campaigns whose numbers were told before
     */
    public Counted count(Campaign campaign, List<Campaign> told) {
        Overlap overlap = new Overlap(told.size());
        List<Campaign> all = Stream.concat(Stream.of(campaign), told.stream()).toList();
        Map<String, Long> variations = new HashMap<>();
        campaign.variations().stream()
                .filter(variation -> variation.weight() > 0)
                .forEach(variation -> variations.put(variation.id(), 0L));
        if (campaign.holdoutShare() > 0) {
            variations.put(HOLDOUT, 0L);
        }
        Map<Rule, Long> stopped = new HashMap<>();
        walk((pseudonym, person) -> {
            overlap.add(
                    all.stream().map(one -> one.audience().includes(person)).toList(),
                    all.stream().map(one -> stoppedBy(one, person).isEmpty()).toList());
            Optional<Rule> rule = stoppedBy(campaign, person);
            if (rule.isPresent()) {
                stopped.merge(rule.get(), 1L, Long::sum);
            } else {
                variations.merge(place(campaign, pseudonym), 1L, Long::sum);
            }
            return true;
        });
        KThreshold threshold = new KThreshold(threshold());
        boolean mayBeTold = overlap.mayBeTold(threshold);
        return new Counted(mayBeTold ? Reach.of(variations, stopped, threshold) : Reach.NOTHING, mayBeTold);
    }

    /**
     * What was counted.
     *
     * @param mayBeTold false when the numbers are withheld because of others that were told
     */
    public record Counted(Reach reach, boolean mayBeTold) {}

    private static String place(Campaign campaign, String pseudonym) {
        return switch (Assignment.of(campaign, pseudonym)) {
            case Assignment.Treated treated -> treated.variation().id();
            case Assignment.HeldOut _ -> HOLDOUT;
        };
    }

    /** The first rule that keeps somebody out. What lies on the page isn't known here, so that a past stands for it. */
    private static Optional<Rule> stoppedBy(Campaign campaign, Person person) {
        if (!campaign.audience().includes(person)) {
            return Optional.of(new Rule("/audience", "isn't in the audience"));
        }
        if (!campaign.conditions().ordersHold(person)) {
            return Optional.of(
                    new Rule("/eligibility/orders", person.hasBought() ? "has ordered already" : "hasn't ordered yet"));
        }
        return campaign.conditions().contextHolds(person, false)
                ? Optional.empty()
                : Optional.of(new Rule(
                        "/eligibility/context", "has seen or bought nothing lately; a page with products would do"));
    }

    /** Everybody who allows it, until the visitor has enough. */
    public void walk(BiPredicate<String, Person> visitor) {
        Instant now = clock.instant();
        Instant recent = now.minus(settings.recentFor());
        String after = "";
        while (true) {
            String from = after;
            List<Walked> page = QuarkusTransaction.requiringNew().call(() -> people.page(from, PAGE, recent));
            // A use a page: a withdrawal waits for the page, not for the walk.
            try (Use _ = consents.beginUse()) {
                for (Walked one : page) {
                    if (consents.allows(one.pseudonym(), Purpose.PERSONALIZATION)
                            && !visitor.test(one.pseudonym(), one.person())) {
                        return;
                    }
                }
            }
            if (page.size() < PAGE) {
                return;
            }
            after = page.getLast().pseudonym();
        }
    }
}
