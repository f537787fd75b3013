package dev.aisle.campaign.campaigns.reach;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.reach.Reach.Counted;
import dev.aisle.campaign.campaigns.reach.Reach.Rule;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.people.WalkRepository;
import dev.aisle.campaign.people.WalkRepository.Walked;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.guard.GuardedFigures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Walks everybody and counts who would get a campaign. Only people who allow personalization now are looked at; nothing of them is kept. */
@ApplicationScoped
public class CountReach {
    private static final int PAGE = 2_000;
    private static final String HOLDOUT = "holdout";
    private static final Rule AUDIENCE = new Rule("/audience", "isn't in the audience");
    private static final Rule ORDERED = new Rule("/eligibility/orders", "has ordered already");
    private static final Rule NOT_ORDERED = new Rule("/eligibility/orders", "hasn't ordered yet");
    private static final Rule NO_CONTEXT =
            new Rule("/eligibility/context", "has seen or bought nothing lately; a page with products would do");
    private static final List<Rule> RULES = List.of(AUDIENCE, ORDERED, NOT_ORDERED, NO_CONTEXT);

    private final WalkRepository people;
    private final ConsentView consents;
    private final CampaignSettings settings;
    private final GuardedFigures guarded;
    private final InstantSource clock;

    CountReach(
            WalkRepository people,
            ConsentView consents,
            CampaignSettings settings,
            GuardedFigures guarded,
            InstantSource clock) {
        this.people = people;
        this.consents = consents;
        this.settings = settings;
        this.guarded = guarded;
        this.clock = clock;
    }

    /** The least number of people that a campaign may be for, and of whom something is told. */
    public int threshold() {
        return settings.threshold();
    }

    /** How many people are in the audience, as the guard shows it: the same for every campaign with this audience. */
    public Answer audience(Campaign campaign) {
        long[] inside = {0};
        walk((_, person) -> {
            inside[0] += campaign.audience().includes(person) ? 1 : 0;
            return true;
        });
        return guarded.ask(Question.people("audience " + campaign.audience(), inside[0]));
    }

    /** How many would get what, were everybody to come now. */
    public Counted count(Campaign campaign) {
        SortedMap<String, Long> variations = new TreeMap<>();
        campaign.variations().stream()
                .filter(variation -> variation.weight() > 0)
                .forEach(variation -> variations.put(variation.id(), 0L));
        if (campaign.holdoutShare() > 0) {
            variations.put(HOLDOUT, 0L);
        }
        Map<Rule, Long> stopped = new HashMap<>();
        walk((pseudonym, person) -> {
            Optional<Rule> rule = stoppedBy(campaign, person);
            if (rule.isPresent()) {
                stopped.merge(rule.get(), 1L, Long::sum);
            } else {
                variations.merge(place(campaign, pseudonym), 1L, Long::sum);
            }
            return true;
        });
        return new Counted(variations, RULES, stopped);
    }

    private static String place(Campaign campaign, String pseudonym) {
        return switch (Assignment.of(campaign, pseudonym)) {
            case Assignment.Treated treated -> treated.variation().id();
            case Assignment.HeldOut _ -> HOLDOUT;
        };
    }

    /** The first rule that keeps somebody out. What lies on the page isn't known here, so that a past stands for it. */
    private static Optional<Rule> stoppedBy(Campaign campaign, Person person) {
        if (!campaign.audience().includes(person)) {
            return Optional.of(AUDIENCE);
        }
        if (!campaign.conditions().ordersHold(person)) {
            return Optional.of(person.hasBought() ? ORDERED : NOT_ORDERED);
        }
        return campaign.conditions().contextHolds(person, false) ? Optional.empty() : Optional.of(NO_CONTEXT);
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
