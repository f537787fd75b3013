package dev.aisle.ingest.door.usecase;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.EventHints;
import dev.aisle.ingest.door.domain.ItemReader;
import dev.aisle.ingest.door.domain.RawItem;
import dev.aisle.ingest.door.domain.Reading;
import dev.aisle.ingest.shared.values.Fault;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;

/** The twin of {@link TakeEvents} that says what would happen, and stores and counts nothing. */
@Singleton
public class ValidateEvents {
    private final Gate gate;
    private final Admission admission;

    ValidateEvents(Gate gate, Admission admission) {
        this.gate = gate;
        this.admission = admission;
    }

    /** Looks at a request that its protocol's reader has read. */
    public Preview validate(Body body, Caller caller) {
        return switch (gate.look(body, caller)) {
            case Entry.TurnedAway away -> new Preview.TurnedAway(away.refusal());
            case Entry.Entered entered ->
                new Preview.Seen(entered.body().items().stream()
                        .map(item -> verdict(item, entered.arrival()))
                        .toList());
        };
    }

    private Verdict verdict(RawItem item, Arrival arrival) {
        return switch (ItemReader.read(item, arrival)) {
            case Reading.Rejection rejection -> new Verdict.Rejected(rejection);
            case Reading.Candidate candidate -> {
                String type = candidate.identity().userId().isEmpty() ? "anonymous_id" : "customer_id";
                Optional<Admitted> admitted = admission.admit(candidate, arrival);
                yield admitted.isPresent()
                        ? new Verdict.Accepted(
                                candidate.index(),
                                type,
                                withoutPerson(admitted.get().event()),
                                admitted.get().link(),
                                EventHints.of(candidate, arrival.schemas()).stream()
                                        .map(Fault::message)
                                        .collect(Collectors.joining(" ")))
                        : new Verdict.Dropped(candidate.index(), candidate.messageId(), TakeEvents.NO_CONSENT);
            }
        };
    }

    private static ShopEvent withoutPerson(ShopEvent event) {
        return event.toBuilder().clearPseudonym().clearAnonymousPseudonym().build();
    }
}
