package dev.aisle.ingest.door.usecase;

import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.door.domain.BodyReader;
import dev.aisle.ingest.door.domain.Call;
import dev.aisle.ingest.door.domain.ItemReader;
import dev.aisle.ingest.door.domain.RawItem;
import dev.aisle.ingest.door.domain.Reading;
import dev.aisle.ingest.keys.usecase.KeyCheck;
import dev.aisle.ingest.keys.usecase.WriteKeys;
import dev.aisle.ingest.shared.store.AcknowledgedWriter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes the events of one request in. Nothing counts as taken before the broker has all of it. */
@Singleton
public class TakeEvents {
    private final WriteKeys writeKeys;
    private final Admission admission;
    private final AcknowledgedWriter writer;
    private final DoorMetrics metrics;
    private final String tenant;
    private final Currency shopCurrency;

    TakeEvents(
            WriteKeys writeKeys,
            Admission admission,
            AcknowledgedWriter writer,
            DoorMetrics metrics,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            @ConfigProperty(name = "aisle.currency", defaultValue = "USD") String currency) {
        this.writeKeys = writeKeys;
        this.admission = admission;
        this.writer = writer;
        this.metrics = metrics;
        this.tenant = tenant;
        this.shopCurrency = Currency.getInstance(currency);
    }

    /**
     * Takes a request in.
     *
     * @param body decoded
     * @param headerKey the write key of the Authorization header; {@code null} when there is none
     * @param origin of the page that a browser sends from; {@code null} when there is none
     */
    public Intake take(Call call, byte[] body, @Nullable String headerKey, @Nullable String origin) {
        return switch (BodyReader.read(body, call)) {
            case Body.TooLarge tooLarge -> new Intake.TooLarge(tooLarge.message());
            case Body.Malformed malformed ->
                headerKey != null && writeKeys.check(headerKey, origin, 0) instanceof KeyCheck.Unknown unknown
                        ? new Intake.KeyRefused(unknown.message())
                        : new Intake.Malformed(malformed.message());
            case Body.Parsed parsed -> take(parsed, headerKey != null ? headerKey : parsed.writeKey(), origin);
        };
    }

    private Intake take(Body.Parsed body, @Nullable String key, @Nullable String origin) {
        if (key == null) {
            return new Intake.KeyRefused("Send the write key as the user name of Basic or as writeKey in the body.");
        }
        if (!admission.open()) {
            return new Intake.Unavailable("Consents are not known yet. Send it again in a few seconds.");
        }
        return switch (writeKeys.check(key, origin, body.items().size())) {
            case KeyCheck.Passed passed -> write(body, arrival(body, passed.name()));
            case KeyCheck.Unknown unknown -> new Intake.KeyRefused(unknown.message());
            case KeyCheck.OriginRefused refused -> new Intake.OriginRefused(refused.message());
            case KeyCheck.RateLimited limited -> new Intake.RateLimited(limited.message(), limited.retryAfterSeconds());
            case KeyCheck.NotYet ignored ->
                new Intake.Unavailable("The write keys are not known yet. Send it again in a few seconds.");
        };
    }

    private Arrival arrival(Body.Parsed body, String source) {
        return new Arrival(tenant, source, shopCurrency, Instant.now(), body.sentAt(), body.context());
    }

    private Intake write(Body.Parsed body, Arrival arrival) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        List<Intake.Dropped> dropped = new ArrayList<>();
        List<Reading.Rejection> rejected = new ArrayList<>();
        for (RawItem item : body.items()) {
            switch (ItemReader.read(item, arrival)) {
                case Reading.Rejection rejection -> {
                    rejected.add(rejection);
                    records.add(DoorRecords.rejected(
                            rejection, admission.admitRest(rejection, arrival.receivedAt()), arrival));
                }
                case Reading.Candidate candidate ->
                    admission
                            .admit(candidate, arrival.receivedAt())
                            .ifPresentOrElse(
                                    event -> records.add(DoorRecords.raw(event, arrival.receivedAt())),
                                    () -> dropped.add(dropped(candidate)));
            }
        }
        if (!writer.write(records)) {
            return new Intake.Unavailable("The broker did not take the events. Send them again in a few seconds.");
        }
        int accepted = records.size() - rejected.size();
        metrics.count(accepted, dropped.size(), rejected.size());
        return new Intake.Taken(accepted, dropped, rejected, body.single());
    }

    private static Intake.Dropped dropped(Reading.Candidate candidate) {
        return new Intake.Dropped(candidate.index(), candidate.messageId(), "no-consent");
    }
}
