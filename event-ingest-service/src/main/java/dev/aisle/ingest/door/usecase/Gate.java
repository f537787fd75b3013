package dev.aisle.ingest.door.usecase;

import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.schemas.usecase.CurrentSchemas;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lets a request in or turns it away as a whole: readable, with a key of ours, and at a time when consents are known. */
@Singleton
class Gate {
    private final WriteKeys writeKeys;
    private final Admission admission;
    private final CurrentSchemas schemas;
    private final String tenant;
    private final Currency shopCurrency;

    Gate(
            WriteKeys writeKeys,
            Admission admission,
            CurrentSchemas schemas,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            @ConfigProperty(name = "aisle.currency", defaultValue = "USD") String currency) {
        this.writeKeys = writeKeys;
        this.admission = admission;
        this.schemas = schemas;
        this.tenant = tenant;
        this.shopCurrency = Currency.getInstance(currency);
    }

    Entry enter(Body body, Caller caller) {
        return switch (body) {
            case Body.TooLarge tooLarge -> new Entry.TurnedAway(new Intake.TooLarge(tooLarge.message()));
            case Body.Malformed malformed -> new Entry.TurnedAway(malformed(malformed, caller));
            case Body.Parsed parsed -> enter(parsed, caller.keyBeside(parsed.writeKey()));
        };
    }

    /** To somebody without a key of ours nothing else is said. */
    private Intake.Refusal malformed(Body.Malformed malformed, Caller caller) {
        String key = caller.keyBeside(null);
        return key != null && writeKeys.nameOf(key).isEmpty()
                ? unknownKey()
                : new Intake.Malformed(malformed.message());
    }

    private Entry enter(Body.Parsed body, @Nullable String key) {
        if (key == null) {
            return new Entry.TurnedAway(new Intake.KeyRefused(
                    "Send the write key as the user name of Basic, or where this protocol has its place for it."));
        }
        Optional<String> source = writeKeys.nameOf(key);
        if (source.isEmpty()) {
            return new Entry.TurnedAway(unknownKey());
        }
        if (!admission.open()) {
            return new Entry.TurnedAway(
                    new Intake.Unavailable("Consents are not known yet. Send it again in a few seconds."));
        }
        return new Entry.Entered(
                body,
                new Arrival(
                        tenant,
                        source.get(),
                        shopCurrency,
                        Instant.now(),
                        body.sentAt(),
                        body.context(),
                        body.denied(),
                        schemas.get()));
    }

    private static Intake.Refusal unknownKey() {
        return new Intake.KeyRefused("This write key is not known.");
    }
}
