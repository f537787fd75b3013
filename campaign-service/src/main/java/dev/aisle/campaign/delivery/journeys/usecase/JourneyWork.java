package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.domain.definition.Behaviour;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.SinceEntry;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Journey.Begun;
import dev.aisle.campaign.delivery.journeys.domain.Journey.State;
import dev.aisle.campaign.delivery.journeys.domain.Outcome;
import dev.aisle.campaign.delivery.journeys.store.FiringRepository;
import dev.aisle.campaign.delivery.journeys.store.JourneyRepository;
import dev.aisle.campaign.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happens to the journeys of some people, one thing after the other; nothing is written before it is kept. */
public final class JourneyWork {
    /** Exit rules that ask for segments are asked when the journey goes on; here nothing else is known of the person. */
    private static final Person NOBODY = new Person(Map.of(), 0, List.of());

    private static final Set<TriggerType> ABANDONMENT =
            Set.of(TriggerType.BROWSE_ABANDONMENT, TriggerType.CART_ABANDONMENT);
    private static final Set<TriggerType> AFTER_AN_ORDER =
            Set.of(TriggerType.AFTER_PURCHASE, TriggerType.UP_SELL, TriggerType.REVIEW_REQUEST);

    private final Map<String, List<Journey>> open;
    private final Map<Long, Journey> before;
    private final Map<Long, String> left = new HashMap<>();
    private final JourneyRepository journeys;
    private final FiringRepository firings;
    private final EnteredVersions versions;
    private final Duration latest;
    private final Instant now;

    JourneyWork(
            Map<String, List<Journey>> open,
            JourneyRepository journeys,
            FiringRepository firings,
            EnteredVersions versions,
            Duration latest,
            Instant now) {
        this.open = open;
        this.before = open.values().stream().flatMap(List::stream).collect(Collectors.toMap(Journey::id, one -> one));
        this.journeys = journeys;
        this.firings = firings;
        this.versions = versions;
        this.latest = latest;
        this.now = now;
    }

    /**
     * The person did something.
     *
     * @param campaign whose message it was about; {@code null} when it was about none
     */
    public void happened(String pseudonym, Behaviour behaviour, @Nullable String campaign) {
        replaceEach(pseudonym, journey -> {
            if (!journey.isWaiting() || (campaign != null && !campaign.equals(journey.campaign()))) {
                return journey;
            }
            Journey after = journey.after(behaviour);
            Optional<String> rule = leaves(after, behaviour);
            rule.ifPresent(by -> left.put(journey.id(), by));
            return rule.isPresent() ? after.ended(State.CANCELLED) : after;
        });
    }

    private Optional<String> leaves(Journey journey, Behaviour behaviour) {
        Definition definition = versions.of(journey).definition();
        TriggerType type = definition.trigger().type();
        if (behaviour == Behaviour.BOUGHT && ABANDONMENT.contains(type)) {
            return Optional.of("purchase");
        }
        if (behaviour == Behaviour.RETURNED && AFTER_AN_ORDER.contains(type)) {
            return Optional.of("returned");
        }
        if (behaviour == Behaviour.REVIEWED && type == TriggerType.REVIEW_REQUEST) {
            return Optional.of("reviewed");
        }
        SinceEntry exit = definition.journey().exit();
        return exit != null && !exit.needsPerson() && exit.holds(journey.seen(), NOBODY)
                ? Optional.of("exit")
                : Optional.empty();
    }

    /**
     * Begins a journey, unless its moment is long past or the person is on the way already. What was looked at again begins the wait anew.
     *
     * @param consentVersion under which what began it may be used
     * @param at when that was
     */
    public void begin(String pseudonym, Definition definition, Begun begun, long consentVersion, Instant at) {
        Instant entered = at.isAfter(now) ? now : at;
        Instant due = entered.plus(after(definition));
        if (due.isBefore(now.minus(latest))) {
            return;
        }
        List<Journey> ofPerson = open.computeIfAbsent(pseudonym, _ -> new ArrayList<>());
        Optional<Journey> underway = ofPerson.stream()
                .filter(one -> one.isWaiting()
                        && one.campaign().equals(definition.campaign().id()))
                .findFirst();
        boolean abandonment = ABANDONMENT.contains(definition.trigger().type());
        // One that begins in this batch may prove to be an occasion of before; the table then takes the next.
        if (underway.isEmpty() || (!abandonment && underway.get().id() == 0)) {
            ofPerson.add(
                    Journey.begun(pseudonym, definition.campaign().reference(), begun, consentVersion, due, entered));
        } else if (abandonment && underway.get().step() == 0) {
            Journey waiting = underway.get();
            ofPerson.set(ofPerson.indexOf(waiting), waiting.anew(begun.productId(), due, entered));
        }
    }

    private static Duration after(Definition definition) {
        String after = definition.trigger().settings().get("after");
        return after == null ? Duration.ZERO : Duration.parse(after);
    }

    /** Writes what has become of them. */
    public void keep() {
        List<Journey> all = open.values().stream().flatMap(List::stream).toList();
        journeys.add(
                all.stream().filter(one -> one.id() == 0 && one.isWaiting()).toList(), now);
        List<Journey> changed = all.stream()
                .filter(one -> one.id() != 0 && !one.equals(before.get(one.id())))
                .toList();
        journeys.save(changed, now);
        changed.stream()
                .filter(one -> left.containsKey(one.id()))
                .forEach(one -> firings.add(one, Outcome.CANCELLED, left.getOrDefault(one.id(), ""), null, now));
    }

    private void replaceEach(String pseudonym, UnaryOperator<Journey> step) {
        List<Journey> ofPerson = open.get(pseudonym);
        if (ofPerson != null) {
            ofPerson.replaceAll(step);
        }
    }
}
