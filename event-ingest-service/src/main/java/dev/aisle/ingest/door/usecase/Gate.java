package dev.aisle.ingest.door.usecase;

import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Body;
import dev.aisle.ingest.settings.keys.KeyCheck;
import dev.aisle.ingest.settings.keys.WriteKeys;
import dev.aisle.ingest.settings.schemas.CurrentSchemas;
import dev.aisle.platform.domains.Domains;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Currency;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lets a request in or turns it away as a whole: readable, with a key of ours, and at a time when consents are known. */
@Singleton
class Gate {
    private final WriteKeys writeKeys;
    private final Admission admission;
    private final CurrentSchemas schemas;
    private final Domains domains;
    private final String tenant;
    private final Currency shopCurrency;

    Gate(
            WriteKeys writeKeys,
            Admission admission,
            CurrentSchemas schemas,
            Domains domains,
            @ConfigProperty(name = "aisle.tenant") String tenant,
            @ConfigProperty(name = "aisle.currency", defaultValue = "USD") String currency) {
        this.writeKeys = writeKeys;
        this.admission = admission;
        this.schemas = schemas;
        this.domains = domains;
        this.tenant = tenant;
        this.shopCurrency = Currency.getInstance(currency);
    }

    /** Whether the request comes in; its events are taken out of its key's limit. */
    Entry enter(Body body, Caller caller) {
        return enter(
                body,
                caller,
                body instanceof Body.Parsed parsed ? parsed.items().size() : 0);
    }

    /** Whether it would come in; takes nothing out of a limit. */
    Entry look(Body body, Caller caller) {
        return enter(body, caller, 0);
    }

    private Entry enter(Body body, Caller caller, int events) {
        return switch (body) {
            case Body.TooLarge tooLarge -> new Entry.TurnedAway(new Intake.TooLarge(tooLarge.message()));
            case Body.Malformed malformed -> new Entry.TurnedAway(malformed(malformed, caller));
            case Body.Parsed parsed -> enter(parsed, caller.keyBeside(parsed.writeKey()), caller.origin(), events);
        };
    }

    /** To somebody without a key of ours nothing else is said. */
    private Intake.Refusal malformed(Body.Malformed malformed, Caller caller) {
        String key = caller.keyBeside(null);
        return key != null && writeKeys.check(key, caller.origin(), 0) instanceof KeyCheck.Unknown unknown
                ? new Intake.KeyRefused(unknown.message())
                : new Intake.Malformed(malformed.message());
    }

    private Entry enter(Body.Parsed body, @Nullable String key, @Nullable String origin, int events) {
        if (key == null) {
            return new Entry.TurnedAway(new Intake.KeyRefused(
                    "Send the write key as the user name of Basic, or where this protocol has its place for it."));
        }
        if (!admission.open()) {
            return new Entry.TurnedAway(
                    new Intake.Unavailable("Consents are not known yet. Send it again in a few seconds."));
        }
        return switch (writeKeys.check(key, origin, events)) {
            case KeyCheck.Passed passed -> entered(body, passed);
            case KeyCheck.Unknown unknown -> new Entry.TurnedAway(new Intake.KeyRefused(unknown.message()));
            case KeyCheck.OriginRefused refused -> new Entry.TurnedAway(new Intake.OriginRefused(refused.message()));
            case KeyCheck.RateLimited limited ->
                new Entry.TurnedAway(new Intake.RateLimited(limited.message(), limited.retryAfterSeconds()));
            case KeyCheck.NotYet ignored ->
                new Entry.TurnedAway(
                        new Intake.Unavailable("The write keys are not known yet. Send it again in a few seconds."));
        };
    }

    private Entry entered(Body.Parsed body, KeyCheck.Passed key) {
        return new Entry.Entered(
                body,
                new Arrival(
                        tenant,
                        key.name(),
                        key.server(),
                        shopCurrency,
                        Instant.now(),
                        body.sentAt(),
                        body.context(),
                        body.denied(),
                        schemas.get(),
                        domains));
    }
}
