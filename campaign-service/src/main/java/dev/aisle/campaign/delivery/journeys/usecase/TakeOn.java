package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.domain.definition.TriggerType;
import dev.aisle.campaign.campaigns.usecase.RunningCampaigns;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Journey.Begun;
import dev.aisle.campaign.delivery.journeys.domain.Journey.State;
import dev.aisle.campaign.delivery.journeys.domain.Recipient;
import dev.aisle.campaign.delivery.journeys.store.JourneyRepository;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.platform.consent.ConsentAtUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes journeys on, in one transaction with what they send and what is noted of them. */
@ApplicationScoped
public class TakeOn {
    private final RunningCampaigns running;
    private final PersonRepository people;
    private final JourneyRepository journeys;
    private final RunProgram runProgram;
    private final PeopleNow peopleNow;
    private final JudgeSend judgeSend;
    private final ConsentAtUse consents;
    private final JourneySettings settings;

    TakeOn(
            RunningCampaigns running,
            PersonRepository people,
            JourneyRepository journeys,
            RunProgram runProgram,
            PeopleNow peopleNow,
            JudgeSend judgeSend,
            ConsentAtUse consents,
            JourneySettings settings) {
        this.running = running;
        this.people = people;
        this.journeys = journeys;
        this.runProgram = runProgram;
        this.peopleNow = peopleNow;
        this.judgeSend = judgeSend;
        this.consents = consents;
        this.settings = settings;
    }

    /**
     * Takes on those that the lease still holds. People are locked before journeys, as everywhere.
     *
     * @param items what was recommended, by the journey's id
     */
    @Transactional
    public void all(List<Journey> due, UUID lease, Map<Long, List<Map<String, String>>> items, Instant now) {
        Set<String> alive =
                people.lock(due.stream().map(Journey::pseudonym).toList()).keySet();
        Map<String, Definition> definitions = running.now().stream()
                .collect(Collectors.toMap(one -> one.campaign().id(), Function.identity()));
        List<Journey> after = new ArrayList<>();
        List<Journey> begun = new ArrayList<>();
        for (Journey journey : journeys.held(due.stream().map(Journey::id).toList(), lease)) {
            Definition definition = definitions.get(journey.campaign());
            if (!alive.contains(journey.pseudonym())) {
                journeys.remove(journey.pseudonym());
            } else if (definition == null) {
                // Paused since the claim: it stands as it was.
                after.add(journey);
            } else if (journey.state() == State.STANDING) {
                after.add(strike(journey, definition, begun, now));
            } else {
                after.add(runProgram.run(journey, items.getOrDefault(journey.id(), List.of()), now));
            }
        }
        journeys.save(after, now);
        journeys.add(begun, now);
    }

    /**
     * The clock has struck for somebody: a journey begins, and the next moment is put. That one comes after the moment that was meant, so that
     * a clock that is put back doesn't strike twice.
     */
    private Journey strike(Journey standing, Definition definition, List<Journey> begun, Instant now) {
        if (definition.trigger().type() != TriggerType.SCHEDULE) {
            return standing.ended(State.DONE);
        }
        Recipient recipient = peopleNow.recipient(standing.pseudonym());
        Instant meant = Objects.requireNonNull(standing.dueAt());
        // The person may have moved and the schedule may have changed since the moment was put.
        Optional<Instant> strikes = StandOnSchedule.nextFor(definition, recipient, meant.minusNanos(1));
        if (strikes.isEmpty()) {
            return standing.ended(State.DONE);
        }
        if (strikes.get().isAfter(now)) {
            return standing.at(0, strikes.get());
        }
        Journey journey = Journey.begun(
                standing.pseudonym(),
                definition.campaign().reference(),
                new Begun("schedule:" + strikes.get(), null),
                consents.of(standing.pseudonym()).version(),
                now,
                now);
        if (!strikes.get().isBefore(now.minus(settings.latest())) && isFor(journey, definition, now)) {
            begun.add(journey);
        }
        return StandOnSchedule.nextFor(definition, recipient, now.isAfter(strikes.get()) ? now : strikes.get())
                .map(next -> standing.at(0, next))
                .orElseGet(() -> standing.ended(State.DONE));
    }

    /** Everybody stands on the schedule; a journey begins for those whom it is for. */
    private boolean isFor(Journey journey, Definition definition, Instant now) {
        return judgeSend.way(journey, definition, now).isPresent()
                && definition.campaign().audience().includes(peopleNow.person(journey.pseudonym(), now));
    }
}
