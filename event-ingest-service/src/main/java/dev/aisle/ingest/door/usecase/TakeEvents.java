package dev.aisle.ingest.door.usecase;

import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.EventHints;
import dev.aisle.ingest.door.domain.ItemReader;
import dev.aisle.ingest.door.domain.RawItem;
import dev.aisle.ingest.door.domain.Reading;
import dev.aisle.ingest.shared.broker.AcknowledgedWriter;
import dev.aisle.ingest.shared.values.Fault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes the events of one request in, whatever protocol it came by. Nothing counts as taken before the broker has all of it. */
@Singleton
public class TakeEvents {
    static final String NO_CONSENT = "no-consent";

    private final Gate gate;
    private final Admission admission;
    private final DoorRecords doorRecords;
    private final AcknowledgedWriter writer;
    private final DoorMetrics metrics;
    private final MinimisationMetrics minimisation;

    TakeEvents(
            Gate gate,
            Admission admission,
            DoorRecords doorRecords,
            AcknowledgedWriter writer,
            DoorMetrics metrics,
            MinimisationMetrics minimisation) {
        this.gate = gate;
        this.admission = admission;
        this.doorRecords = doorRecords;
        this.writer = writer;
        this.metrics = metrics;
        this.minimisation = minimisation;
    }

    /** Takes a request in that its protocol's reader has read, and waits for the broker. */
    public Intake take(Body body, Caller caller) {
        return begin(body, caller).toCompletableFuture().join();
    }

    /** The same without waiting. */
    public CompletionStage<Intake> begin(Body body, Caller caller) {
        return switch (gate.enter(body, caller)) {
            case Entry.TurnedAway away -> {
                metrics.countTurnedAway();
                yield CompletableFuture.completedFuture(away.refusal());
            }
            case Entry.Entered entered -> write(entered.body(), entered.arrival());
        };
    }

    private CompletionStage<Intake> write(Body.Parsed body, Arrival arrival) {
        List<ProducerRecord<String, byte[]>> records =
                new ArrayList<>(body.items().size());
        List<Admitted> admitted = new ArrayList<>(body.items().size());
        List<Intake.Dropped> dropped = new ArrayList<>();
        List<Intake.Unlinked> unlinked = new ArrayList<>();
        List<Reading.Rejection> rejected = new ArrayList<>();
        List<Intake.Hint> hints = new ArrayList<>();
        for (RawItem item : body.items()) {
            switch (ItemReader.read(item, arrival)) {
                case Reading.Rejection rejection -> {
                    rejected.add(rejection);
                    records.add(doorRecords.rejected(rejection, admission.admitRest(rejection, arrival), arrival));
                }
                case Reading.Candidate candidate -> {
                    EventHints.of(candidate, arrival.schemas()).forEach(hint -> hints.add(hint(candidate, hint)));
                    admission
                            .admit(candidate, arrival)
                            .ifPresentOrElse(
                                    event -> {
                                        admitted.add(event);
                                        if (event.link().refused()) {
                                            unlinked.add(unlinked(candidate, event));
                                        }
                                        records.add(doorRecords.raw(event, arrival.receivedAt()));
                                    },
                                    () -> dropped.add(dropped(candidate)));
                }
            }
        }
        Intake.Taken taken = new Intake.Taken(admitted.size(), dropped, rejected, hints, unlinked, body.single());
        return writer.begin(records).thenApply(written -> written ? counted(taken, admitted) : notWritten());
    }

    private Intake counted(Intake.Taken taken, List<Admitted> admitted) {
        metrics.count(taken.accepted(), taken.dropped().size(), taken.rejected().size());
        admitted.forEach(minimisation::count);
        admitted.forEach(event -> metrics.countLink(event.link()));
        return taken;
    }

    private static Intake notWritten() {
        return new Intake.Unavailable("The broker did not take the events. Send them again in a few seconds.");
    }

    private static Intake.Hint hint(Reading.Candidate candidate, Fault hint) {
        return new Intake.Hint(candidate.index(), candidate.messageId(), hint.field(), hint.message());
    }

    private static Intake.Unlinked unlinked(Reading.Candidate candidate, Admitted event) {
        return new Intake.Unlinked(
                candidate.index(), candidate.messageId(), event.link().code());
    }

    private static Intake.Dropped dropped(Reading.Candidate candidate) {
        return new Intake.Dropped(candidate.index(), candidate.messageId(), NO_CONSENT);
    }
}
