package dev.aisle.campaign.campaigns.domain.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.Audience;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.CampaignKind;
import dev.aisle.campaign.campaigns.domain.CampaignStatus;
import dev.aisle.campaign.campaigns.domain.Conditions;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.domain.InVariation;
import dev.aisle.campaign.campaigns.domain.Schedule;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan;
import dev.aisle.campaign.campaigns.domain.definition.Channel;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.Definition.Goal;
import dev.aisle.campaign.campaigns.domain.definition.Definition.Limits;
import dev.aisle.campaign.campaigns.domain.definition.Definition.Trigger;
import dev.aisle.campaign.campaigns.domain.definition.JourneyPlan;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a definition as it is written in a file or sent over HTTP. */
public final class DefinitionReader {
    /** All fields that a definition may have. */
    public static final List<String> FIELDS = List.of(
            "name",
            "description",
            "kind",
            "goal",
            "audience",
            "trigger",
            "eligibility",
            "placements",
            "channels",
            "priority",
            "exclusive",
            "schedule",
            "caps",
            "value",
            "budget",
            "cost",
            "holdout",
            "experiment",
            "assignment",
            "steps",
            "exit",
            "fallbacks",
            "variations");

    private static final int MOST_PLACES = 20;

    private DefinitionReader() {}

    /** Reads it as a version of a campaign. */
    public static Reading read(String id, int version, JsonNode json) {
        Spot spot = Spot.root(json);
        if (!spot.object(FIELDS)) {
            return new Reading.Wrong(spot.findings());
        }
        String name = spot.at("name").text(120);
        String description = spot.is("description") ? spot.at("description").text(1000) : "";
        CampaignKind kind =
                CampaignKind.of(spot.at("kind").word(CampaignKind.codes())).orElse(CampaignKind.COUPON);
        Goal goal = spot.is("goal") ? TermsReader.goal(spot.at("goal")) : new Goal("conversion", Duration.ofDays(7));
        Trigger trigger =
                spot.is("trigger") ? TermsReader.trigger(spot.at("trigger")) : new Trigger(TriggerType.VISIT, Map.of());
        Set<String> placements = placements(spot.at("placements"));
        Set<Channel> channels = channels(spot.at("channels"));
        Schedule schedule = spot.is("schedule") ? ScheduleReader.read(spot.at("schedule")) : Schedule.ALWAYS;
        checkWays(spot, trigger, placements, channels, schedule);
        Audience audience = spot.is("audience") ? AudienceReader.read(spot.at("audience")) : new Audience.Everyone();
        Conditions usual = Conditions.usual(kind);
        Conditions conditions = spot.is("eligibility") ? TermsReader.conditions(spot.at("eligibility"), usual) : usual;
        int priority = spot.is("priority") ? (int) spot.at("priority").whole(0, 1000) : 50;
        boolean exclusive = spot.is("exclusive") && spot.at("exclusive").flag();
        double holdout = spot.is("holdout") ? spot.at("holdout").share(false) : 0;
        Caps caps = caps(spot.at("caps"));
        Limits limits = limits(spot, caps);
        Map<String, String> fallbacks = fallbacks(spot.at("fallbacks"));
        List<Variation> variations = new VariationReader(
                        !placements.isEmpty(),
                        channels,
                        spot.is("steps") || spot.node().path("assignment").isObject())
                .read(spot.at("variations"));
        JourneyPlan journey = StepsReader.read(spot, variations);
        InVariation only = only(spot);
        String seed = only == null ? experiment(spot, id) : id;
        boolean allocated = BanditReader.allocated(spot);
        BanditPlan bandit = BanditReader.read(spot, variations.size(), !placements.isEmpty());
        if (allocated && limits.budget() == null) {
            spot.at("budget")
                    .wrong("There is nothing to allocate.", "Write {\"amount\": 500.00, \"currency\": \"EUR\"}.");
        }
        if (!spot.findings().isEmpty()) {
            return new Reading.Wrong(spot.findings());
        }
        Campaign campaign = new Campaign(
                id,
                version,
                kind,
                CampaignStatus.ACTIVE,
                priority,
                placements,
                audience,
                conditions,
                schedule,
                holdout,
                seed,
                caps.perPerson(),
                variations,
                fallbacks,
                only);
        return new Reading.Good(new Definition(
                campaign, name, description, goal, trigger, channels, limits, exclusive, allocated, journey, bandit));
    }

    private record Caps(
            @Nullable FrequencyCap perPerson, @Nullable Long most) {}

    private static Caps caps(Spot spot) {
        if (spot.node().isMissingNode() || spot.node().isNull() || !spot.object(List.of("perPerson", "total"))) {
            return new Caps(null, null);
        }
        return new Caps(
                spot.is("perPerson") ? TermsReader.cap(spot.at("perPerson")) : null,
                spot.is("total") ? Long.valueOf(spot.at("total").whole(1, 1_000_000_000L)) : null);
    }

    private static Limits limits(Spot spot, Caps caps) {
        Amount value = spot.is("value") ? TermsReader.amount(spot.at("value")) : null;
        Amount budget = spot.is("budget") ? TermsReader.amount(spot.at("budget")) : null;
        Amount cost = spot.is("cost") ? TermsReader.amount(spot.at("cost")) : null;
        sameCurrency(value, spot.at("budget"), budget);
        sameCurrency(value == null ? budget : value, spot.at("cost"), cost);
        return new Limits(value, budget, cost, caps.most());
    }

    private static void sameCurrency(@Nullable Amount first, Spot spot, @Nullable Amount second) {
        if (first != null && second != null && !first.currency().equals(second.currency())) {
            spot.at("currency")
                    .wrong(
                            "Value, budget and cost have different currencies.",
                            "Write all in " + first.currency() + ".");
        }
    }

    private static Set<String> placements(Spot spot) {
        Set<String> all = new TreeSet<>();
        if (spot.node().isMissingNode() || spot.node().isNull()) {
            return all;
        }
        for (Spot one : spot.elements(0, MOST_PLACES, "placements")) {
            String name = one.name("a placement");
            if (!name.isEmpty() && !all.add(name)) {
                one.wrong("The placement " + name + " is named twice.", "Leave one out.");
            }
        }
        return all;
    }

    private static Set<Channel> channels(Spot spot) {
        Set<Channel> all = new TreeSet<>();
        if (spot.node().isMissingNode() || spot.node().isNull()) {
            return all;
        }
        for (Spot one : spot.elements(0, Channel.values().length, "channels")) {
            Optional<Channel> channel = Channel.of(one.word(Channel.codes()));
            channel.ifPresent(all::add);
        }
        return all;
    }

    /** A page asks for what it shows; everything else is sent when something has happened. */
    private static void checkWays(
            Spot spot, Trigger trigger, Set<String> placements, Set<Channel> channels, Schedule schedule) {
        boolean visit = trigger.type() == TriggerType.VISIT;
        if (visit && placements.isEmpty() && !spot.is("placements")) {
            spot.at("placements")
                    .wrong(
                            "A campaign that pages show needs a placement.",
                            "Name one such as home; or name a trigger and a channel, for what is sent.");
        }
        if (visit && spot.is("placements") && spot.node().path("placements").isEmpty()) {
            spot.at("placements").wrong("There is no placement in it.", "Name one such as home.");
        }
        if (visit && !channels.isEmpty()) {
            spot.at("channels").wrong("Nothing is sent at a visit.", "Leave channels out, or name another trigger.");
        }
        if (!visit && channels.isEmpty()) {
            spot.at("channels")
                    .wrong("A campaign with a trigger is sent, and needs a channel.", Spot.known(Channel.codes()));
        }
        if (!visit && !placements.isEmpty()) {
            spot.at("placements")
                    .wrong(
                            "Placements are shown at a visit.",
                            "Leave them out, or the trigger; or make two campaigns.");
        }
        List.of("steps", "exit").stream()
                .filter(field -> visit && spot.is(field))
                .forEach(field -> spot.at(field)
                        .wrong(
                                "A journey begins with a trigger other than a visit.",
                                "Leave it out, or name another trigger."));
        boolean clock = trigger.type() == TriggerType.SCHEDULE;
        if (clock != (schedule.cron() != null)) {
            spot.at("schedule")
                    .at("cron")
                    .wrong(
                            clock
                                    ? "The trigger schedule needs a cron expression."
                                    : "Only the trigger schedule has one.",
                            clock ? "Write \"0 9 * * 1\" for Mondays at nine." : "Leave it out.");
        }
    }

    private static Map<String, String> fallbacks(Spot spot) {
        Map<String, String> all = new TreeMap<>();
        if (spot.node().isMissingNode() || spot.node().isNull() || !spot.node().isObject()) {
            if (spot.node().isArray()
                    || (spot.node().isValueNode() && !spot.node().isNull())) {
                spot.wrong("Expected an object, not " + spot.kind() + ".", "Write {\"coupon.code\": \"…\"}.");
            }
            return all;
        }
        spot.node()
                .fieldNames()
                .forEachRemaining(name -> all.put(name, spot.at(name).text(200)));
        return all;
    }

    private static String experiment(Spot spot, String id) {
        if (!spot.is("experiment")) {
            return id;
        }
        Spot experiment = spot.at("experiment");
        return experiment.object(List.of("id", "variation"))
                ? experiment.at("id").name("the id of an experiment")
                : id;
    }

    /** With a variation the experiment says who gets the campaign; without, its id is the seed of the campaign's own assignment. */
    private static @Nullable InVariation only(Spot spot) {
        Spot experiment = spot.at("experiment");
        if (!experiment.is("variation") || !experiment.object(List.of("id", "variation"))) {
            return null;
        }
        return new InVariation(
                experiment.at("id").name("the id of an experiment"),
                experiment.at("variation").name("the key of a variation"));
    }
}
