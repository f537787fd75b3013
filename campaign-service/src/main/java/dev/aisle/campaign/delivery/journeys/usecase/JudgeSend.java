package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.algorithms.contact.ContactCap;
import dev.aisle.algorithms.contact.ContactPolicy;
import dev.aisle.algorithms.contact.ContactPolicy.Contact;
import dev.aisle.algorithms.contact.ContactPolicy.Scope;
import dev.aisle.algorithms.contact.ContactPolicy.Scoped;
import dev.aisle.algorithms.contact.QuietHours;
import dev.aisle.campaign.campaigns.contacts.SaidByPerson;
import dev.aisle.campaign.campaigns.domain.Assignment;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.domain.Schedule;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.SinceEntry;
import dev.aisle.campaign.delivery.feedback.Wishes;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Outcome;
import dev.aisle.campaign.delivery.journeys.domain.Recipient;
import dev.aisle.campaign.delivery.journeys.domain.Verdict;
import dev.aisle.campaign.delivery.journeys.store.FiringRepository;
import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.placements.usecase.CapsOverAll;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether a message that is due goes: consent, audience, quiet hours, comparison group, caps, in this order; the first rule that says no is
 * kept. All of it is asked when the message is due and not when the journey begins, since segments follow the same events a moment later.
 */
@ApplicationScoped
public class JudgeSend {
    private final ConsentAtUse consents;
    private final ErasedSubjects erased;
    private final FiringRepository firings;
    private final Wishes wishes;
    private final CapsOverAll overAll;
    private final JourneySettings settings;

    JudgeSend(
            ConsentAtUse consents,
            ErasedSubjects erased,
            FiringRepository firings,
            Wishes wishes,
            CapsOverAll overAll,
            JourneySettings settings) {
        this.consents = consents;
        this.erased = erased;
        this.firings = firings;
        this.wishes = wishes;
        this.overAll = overAll;
        this.settings = settings;
    }

    /** All that it depends on. */
    public record Case(Journey journey, Definition definition, Person person, Recipient recipient, Instant now) {
        Campaign campaign() {
            return definition.campaign();
        }

        ZoneId zone() {
            return recipient.zoneOr(campaign().schedule().zone());
        }
    }

    /** The way by which a message reaches somebody, and what it is for. */
    public record Way(Channel channel, Purpose purpose) {}

    /** The first of the campaign's channels that the person allows, of e-mail and web hooks; empty when none is allowed. */
    public Optional<Way> way(Journey journey, Definition definition, Instant now) {
        Consent consent = consents.of(journey.pseudonym());
        if (erased.contains(journey.pseudonym())
                || !consent.allows(Purpose.PERSONALIZATION, now, journey.consentVersion())) {
            return Optional.empty();
        }
        return Ways.of(definition).stream()
                .filter(way -> consent.allows(way.purpose(), now, journey.consentVersion()))
                .findFirst();
    }

    /** What became of a message that is due. */
    public sealed interface Ruling {}

    /** The message goes, by this way. */
    public record May(Way way) implements Ruling {}

    /** The message stays back. */
    public record No(Verdict verdict) implements Ruling {}

    /** The message would have gone by this way, but the person belongs to the comparison group. */
    public record HeldOut(Verdict verdict, Way way) implements Ruling {}

    /** Decides by the consent of this moment. Consents are looked up once: a withdrawal a moment later finds the message in the queue. */
    public Ruling judge(Case given) {
        Optional<Verdict> early = leaves(given).or(() -> schedule(given));
        if (early.isPresent()) {
            return new No(early.get());
        }
        Optional<Way> way = way(given.journey(), given.definition(), given.now());
        if (way.isEmpty()) {
            return new No(new Verdict(Outcome.NO_CONSENT, "consent"));
        }
        Optional<Verdict> later = eligibility(given).or(() -> unwanted(given)).or(() -> quiet(given));
        if (later.isPresent()) {
            return new No(later.get());
        }
        if (Assignment.of(given.campaign(), given.journey().pseudonym()) instanceof Assignment.HeldOut) {
            return new HeldOut(new Verdict(Outcome.HELD_OUT, "holdout"), way.get());
        }
        return caps(given).<Ruling>map(No::new).orElseGet(() -> new May(way.get()));
    }

    private static Optional<Verdict> leaves(Case given) {
        SinceEntry exit = given.definition().journey().exit();
        return exit != null && exit.holds(given.journey().seen(), given.person())
                ? Optional.of(new Verdict(Outcome.CANCELLED, "exit"))
                : Optional.empty();
    }

    private static Optional<Verdict> schedule(Case given) {
        return given.campaign().schedule().covers(given.now()) ? Optional.empty() : notEligible("schedule");
    }

    private static Optional<Verdict> eligibility(Case given) {
        Campaign campaign = given.campaign();
        if (!campaign.audience().includes(given.person())) {
            return notEligible("audience");
        }
        if (!campaign.conditions().ordersHold(given.person())) {
            return notEligible("eligibility.orders");
        }
        return campaign.conditions()
                        .contextHolds(given.person(), given.journey().productId() != null)
                ? Optional.empty()
                : notEligible("eligibility.context");
    }

    private Optional<Verdict> unwanted(Case given) {
        return wishes.of(given.journey().pseudonym()).wants(given.campaign().id())
                ? Optional.empty()
                : notEligible("not-for-me");
    }

    private static Optional<Verdict> notEligible(String rule) {
        return Optional.of(new Verdict(Outcome.NOT_ELIGIBLE, rule));
    }

    private static Optional<Verdict> quiet(Case given) {
        Schedule.QuietHours hours = given.campaign().schedule().quietHours();
        if (hours == null) {
            return Optional.empty();
        }
        QuietHours quiet = new QuietHours(hours.from(), hours.to());
        return quiet.quietAt(given.now(), given.zone())
                ? Optional.of(new Verdict(
                        Outcome.POSTPONED, "schedule.quietHours", quiet.nextAllowed(given.now(), given.zone())))
                : Optional.empty();
    }

    /** Messages and placements together, as the placements count them. */
    private boolean reachedOverAll(Case given) {
        Optional<Duration> longest = overAll.longestWindow();
        if (longest.isEmpty()) {
            return false;
        }
        String pseudonym = given.journey().pseudonym();
        Instant after = given.now().minus(longest.get());
        List<Contact> earlier = new ArrayList<>(firings.contacts(pseudonym, after));
        earlier.addAll(firings.placements(pseudonym, after));
        Contact wanted = new Contact("", given.journey().campaign(), given.now());
        return overAll.policy().reached(earlier, wanted, given.zone()).isPresent();
    }

    /** The campaign's cap counts its journeys, the caps over all campaigns count messages; who said "too often" has narrower ones. */
    private Optional<Verdict> caps(Case given) {
        Journey journey = given.journey();
        SaidByPerson said = wishes.of(journey.pseudonym());
        FrequencyCap ofCampaign = said.lowered(given.campaign()).frequencyCap();
        if (ofCampaign != null
                && !ofCampaign.allows(
                        firings.journeysBefore(journey, ofCampaign.countsAfter(given.now())), given.now())) {
            return Optional.of(new Verdict(Outcome.CAPPED, "caps.perPerson"));
        }
        if (reachedOverAll(given)) {
            return Optional.of(new Verdict(Outcome.CAPPED, "caps.overAll"));
        }
        List<Scoped> caps = new ArrayList<>(said.contacts().caps());
        caps.add(new Scoped(
                Scope.PERSON, new ContactCap.Rolling(settings.messagesPerPerson(), settings.messagesWindow())));
        Instant after = caps.stream()
                .map(scoped -> scoped.cap().countsAfter(given.now(), given.zone()))
                .min(Comparator.naturalOrder())
                .orElse(given.now());
        List<Contact> earlier = firings.contacts(journey.pseudonym(), after);
        Contact wanted = new Contact("", journey.campaign(), given.now());
        return new ContactPolicy(caps)
                .reached(earlier, wanted, given.zone())
                .map(_ -> new Verdict(Outcome.CAPPED, "caps.allCampaigns"));
    }
}
