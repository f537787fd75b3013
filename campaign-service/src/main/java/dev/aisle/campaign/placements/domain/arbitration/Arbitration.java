package dev.aisle.campaign.placements.domain.arbitration;

import dev.aisle.algorithms.contact.ContactPolicy;
import dev.aisle.algorithms.contact.ContactPolicy.Contact;
import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.CampaignStatus;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.Situation;
import dev.aisle.campaign.results.bandits.Epoch;
import dev.aisle.campaign.results.bandits.Shares;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a placement to one of the campaigns that may be given to a person there: to an exclusive one first, else to the one of the highest
 * expected incremental value; priority and then the id decide between equals. Only then does chance come in: the winner's hash says whether the
 * person gets it or belongs to its comparison group, so that being held out says nothing about the other campaigns.
 */
public record Arbitration(ContactPolicy policy) {
    private static final String PLACEMENT = "placement";
    /** Depends on no person: whoever keeps contenders keeps them in this order, so that there is next to nothing to sort for each decision. */
    public static final Comparator<Contender> BEST_FIRST = Comparator.comparing(Contender::exclusive)
            .thenComparingDouble(
                    contender -> contender.exclusive() ? 0 : contender.worth().expected())
            .thenComparingInt(contender -> contender.campaign().priority())
            .reversed()
            .thenComparing(contender -> contender.campaign().id());

    /** Those that look at one campaign alone. */
    private static final List<Rule> BEFORE_COMPARING = List.of(
            Rule.STATE,
            Rule.PLACEMENT,
            Rule.SCHEDULE,
            Rule.AUDIENCE,
            Rule.ORDERS,
            Rule.CONTEXT,
            Rule.ALLOCATION,
            Rule.UNWANTED,
            Rule.PERSON_CAP,
            Rule.CONTACT_CAP,
            Rule.TOTAL,
            Rule.BUDGET,
            Rule.COUPON,
            Rule.LOSS,
            // The last one: whom it stops could have got the campaign otherwise, and counts in the experiment.
            Rule.EXPERIMENT);

    /** Decides. */
    public Ruling decide(Collection<Contender> contenders, Situation situation) {
        boolean enough = contactsReached(situation);
        List<Contender> eligible = new ArrayList<>();
        Map<Rule, List<Campaign>> stopped = new EnumMap<>(Rule.class);
        for (Contender contender : contenders) {
            Rule rule = stoppedBy(contender, situation, enough);
            if (rule == null) {
                eligible.add(contender);
            } else {
                stopped.computeIfAbsent(rule, _ -> new ArrayList<>()).add(contender.campaign());
            }
        }
        eligible.sort(BEST_FIRST);
        Choice choice = eligible.isEmpty() ? new Choice.NoCampaign() : assign(eligible.getFirst(), situation);
        return new Ruling(choice, eligible, stopped);
    }

    /** The rules that stop a campaign before it is compared with others, all of them. */
    public List<Rule> allThatStop(Contender contender, Situation situation) {
        boolean enough = contactsReached(situation);
        return BEFORE_COMPARING.stream()
                .filter(rule -> stops(rule, contender, situation, enough))
                .toList();
    }

    /** The first rule that stops a campaign before it is compared with others; {@code null} when none does. */
    private static @Nullable Rule stoppedBy(Contender contender, Situation situation, boolean enough) {
        for (int number = 0; number < BEFORE_COMPARING.size(); number++) {
            Rule rule = BEFORE_COMPARING.get(number);
            if (stops(rule, contender, situation, enough)) {
                return rule;
            }
        }
        return null;
    }

    private static boolean stops(Rule rule, Contender contender, Situation situation, boolean enough) {
        Campaign campaign = contender.campaign();
        return switch (rule) {
            case STATE -> campaign.status() != CampaignStatus.ACTIVE;
            case PLACEMENT ->
                !campaign.placements().contains(situation.request().placement());
            case SCHEDULE -> !campaign.schedule().covers(situation.now());
            case AUDIENCE -> !campaign.audience().includes(situation.person());
            case ORDERS -> !campaign.conditions().ordersHold(situation.person());
            case CONTEXT ->
                !campaign.conditions()
                        .contextHolds(situation.person(), situation.request().hasContext());
            case ALLOCATION -> contender.allocated() && allocated(campaign, situation) == null;
            case UNWANTED -> !situation.said().wants(campaign.id());
            case PERSON_CAP -> !isFresh(campaign, situation);
            case CONTACT_CAP -> enough;
            case TOTAL, BUDGET, COUPON -> contender.supply().rule() == rule;
            case LOSS -> contender.worth().measured() && contender.worth().expected() < 0;
            case EXPERIMENT -> !situation.isIn(campaign.only());
            case CONSENT, EXCLUSIVE, VALUE, PRIORITY, HOLDOUT -> false;
        };
    }

    private static boolean isFresh(Campaign campaign, Situation situation) {
        FrequencyCap cap = situation.said().lowered(campaign).frequencyCap();
        return cap == null || cap.allows(situation.shown().getOrDefault(campaign.id(), List.of()), situation.now());
    }

    private boolean contactsReached(Situation situation) {
        return reached(situation.shown(), situation.now());
    }

    /** Whether a person got campaigns as often as the policy allows, whichever they were. */
    public boolean reached(Map<String, List<Instant>> shown, Instant now) {
        if (policy.caps().isEmpty()) {
            return false;
        }
        List<Contact> earlier = shown.entrySet().stream()
                .flatMap(campaign ->
                        campaign.getValue().stream().map(at -> new Contact(PLACEMENT, campaign.getKey(), at)))
                .toList();
        return policy.reached(earlier, new Contact(PLACEMENT, "", now), ZoneOffset.UTC)
                .isPresent();
    }

    /** The variation that was allocated; {@code null} when none was, or none that is there any more. */
    private static @Nullable Variation allocated(Campaign campaign, Situation situation) {
        String variation = situation.allocated().get(campaign.id());
        return campaign.variations().stream()
                .filter(one -> one.id().equals(variation))
                .findFirst()
                .orElse(null);
    }

    private static Choice assign(Contender contender, Situation situation) {
        Campaign campaign = contender.campaign();
        Variation own = contender.allocated() ? allocated(campaign, situation) : null;
        Shares shares = contender.shares();
        Epoch epoch = shares == null ? null : shares.epochFor(situation.person());
        List<Variation> weighted = shares == null || epoch == null ? campaign.variations() : shares.of(epoch);
        return switch (Assignment.of(campaign, weighted, situation.request().subject())) {
            case Assignment.Treated t ->
                own == null
                        ? new Choice.Offer(campaign, t.variation(), t.propensity(), epoch)
                        : new Choice.Offer(campaign, own, 1 - campaign.holdoutShare());
            case Assignment.HeldOut h -> new Choice.HeldOut(campaign, h.propensity());
        };
    }
}
