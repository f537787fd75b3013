package dev.aisle.campaign.delivery.journeys.usecase;

import dev.aisle.campaign.delivery.journeys.domain.Instruction;
import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.domain.Journey.State;
import dev.aisle.campaign.delivery.journeys.domain.Outcome;
import dev.aisle.campaign.delivery.journeys.domain.Verdict;
import dev.aisle.campaign.delivery.journeys.store.FiringRepository;
import dev.aisle.campaign.delivery.journeys.usecase.EnteredVersions.Entered;
import dev.aisle.campaign.delivery.journeys.usecase.JudgeSend.Case;
import dev.aisle.campaign.delivery.journeys.usecase.JudgeSend.Way;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.results.responses.Assigned;
import dev.aisle.campaign.results.responses.RecordAssignment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through a journey's program until it has to wait or is at its end. In the caller's transaction. */
@ApplicationScoped
class RunProgram {
    private final EnteredVersions versions;
    private final PeopleNow peopleNow;
    private final JudgeSend judgeSend;
    private final SendStep sendStep;
    private final FiringRepository firings;
    private final RecordAssignment recordAssignment;
    private final JourneySettings settings;

    RunProgram(
            EnteredVersions versions,
            PeopleNow peopleNow,
            JudgeSend judgeSend,
            SendStep sendStep,
            FiringRepository firings,
            RecordAssignment recordAssignment,
            JourneySettings settings) {
        this.versions = versions;
        this.peopleNow = peopleNow;
        this.judgeSend = judgeSend;
        this.sendStep = sendStep;
        this.firings = firings;
        this.recordAssignment = recordAssignment;
        this.settings = settings;
    }

    /** Where the journey stands afterwards. */
    Journey run(Journey due, List<Map<String, String>> items, Instant now) {
        if (isStale(due, now)) {
            note(due, new Verdict(Outcome.STALE, "overdue"), now);
            return due.ended(State.DONE);
        }
        Entered entered = versions.of(due);
        Person person = peopleNow.person(due.pseudonym(), now);
        Journey journey = due.at(due.step(), now);
        while (journey.isWaiting() && !entered.program().endsAt(journey.step())) {
            int next = journey.step() + 1;
            switch (entered.program().lines().get(journey.step()).instruction()) {
                case Instruction.Wait wait -> {
                    return journey.at(next, now.plus(wait.span()));
                }
                case Instruction.JumpUnless jump ->
                    journey = journey.at(jump.condition().holds(journey.seen(), person) ? next : jump.target(), now);
                case Instruction.Jump jump -> journey = journey.at(jump.target(), now);
                case Instruction.Send send -> {
                    Case given = new Case(
                            journey, entered.definition(), person, peopleNow.recipient(journey.pseudonym()), now);
                    Optional<Verdict> no = switch (judgeSend.judge(given)) {
                        case JudgeSend.May may -> sendStep.send(given, send, items, may.way());
                        case JudgeSend.No kept -> Optional.of(kept.verdict());
                        case JudgeSend.HeldOut held -> {
                            countHeldOut(given, held.way());
                            yield Optional.of(held.verdict());
                        }
                    };
                    if (no.isPresent()) {
                        note(journey, no.get(), now);
                    }
                    if (no.isPresent() && no.get().outcome() == Outcome.POSTPONED) {
                        return journey.at(
                                journey.step(), Objects.requireNonNull(no.get().until()));
                    }
                    journey = goesOn(no) ? journey.at(next, now) : journey.ended(endOf(no.get()));
                }
            }
        }
        return journey.isWaiting() ? journey.ended(State.DONE) : journey;
    }

    private boolean isStale(Journey due, Instant now) {
        Instant moment = due.dueAt();
        return moment != null && moment.isBefore(now.minus(settings.staleAfter()));
    }

    /** Too many messages for now is no reason to leave; every other no is. */
    private static boolean goesOn(Optional<Verdict> no) {
        return no.isEmpty() || no.get().outcome() == Outcome.CAPPED;
    }

    private static State endOf(Verdict no) {
        return no.outcome() == Outcome.CANCELLED ? State.CANCELLED : State.DONE;
    }

    /** Who gets the message is counted where it is queued; the comparison group has to be counted at the same moment. */
    private void countHeldOut(Case given, Way way) {
        Journey journey = given.journey();
        recordAssignment.record(new Assigned(
                journey.pseudonym(),
                journey.campaign(),
                journey.version(),
                null,
                journey.messageId(),
                way.channel().wireName(),
                given.now()));
    }

    private void note(Journey journey, Verdict verdict, Instant now) {
        firings.add(journey, verdict.outcome(), verdict.rule(), null, now);
    }

    /** Whether the message that comes next shows recommended products to somebody who allows it. */
    boolean showsItems(Journey journey, Instant now) {
        if (!journey.isWaiting()) {
            return false;
        }
        Entered entered = versions.of(journey);
        return entered.program().lines().stream()
                        .map(line -> line.instruction() instanceof Instruction.Send send ? send : null)
                        .flatMap(Stream::ofNullable)
                        .map(send -> WriteMessage.variation(entered.definition().campaign(), send, journey.pseudonym()))
                        .flatMap(variation -> variation.content().values().stream())
                        .anyMatch(WriteMessage::usesItems)
                && judgeSend.way(journey, entered.definition(), now).isPresent();
    }
}
