package dev.aisle.ingest.refine;

import dev.aisle.contracts.ingest.v1.IngestSetting;
import dev.aisle.ingest.catalog.stream.CatalogMetrics;
import dev.aisle.ingest.catalog.stream.CatalogTopology;
import dev.aisle.ingest.refine.steps.RefineMetrics;
import dev.aisle.ingest.refine.steps.RefineRules;
import dev.aisle.ingest.refine.steps.Standing;
import dev.aisle.ingest.refine.values.Rates;
import dev.aisle.ingest.settings.SettingsView;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.SeenConsent;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.startup.Reason;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What the Quarkus extension runs: the topology, and a new thread for one that failed. With
 * {@code aisle.refine.enabled=false} the extension finds no topology and this process is a door only.
 */
@ApplicationScoped
class RefineStream {
    private static final Logger LOG = Logger.getLogger(RefineStream.class);
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final RefineRules rules;

    RefineStream(
            @ConfigProperty(name = "aisle.currency", defaultValue = "USD") String currency,
            @ConfigProperty(name = "aisle.refine.most-events-per-minute", defaultValue = "120") int mostEventsPerMinute,
            @ConfigProperty(name = "aisle.refine.allowed-lateness", defaultValue = "24h") Duration allowedLateness,
            @ConfigProperty(name = "aisle.refine.sweep-every", defaultValue = "1m") Duration sweepEvery,
            SettingsView settings) {
        Supplier<Rates> rates = settings.derived(RefineStream::ratesIn);
        rules = new RefineRules(
                Currency.getInstance(currency), rates, mostEventsPerMinute, allowedLateness, sweepEvery);
    }

    private static Rates ratesIn(Collection<IngestSetting> settings) {
        return settings.stream()
                .filter(IngestSetting::hasExchangeRates)
                .findFirst()
                .map(setting -> Rates.of(setting.getExchangeRates()))
                .orElse(Rates.NONE);
    }

    @Produces
    @Singleton
    @LookupIfProperty(name = "aisle.refine.enabled", stringValue = "true", lookupIfMissing = true)
    Topology topology(
            ConsentView consents,
            ErasedSubjects erased,
            PayloadSeals seals,
            ConsentAtUse atUse,
            ReceiptSigner signer,
            CatalogMetrics catalog,
            RefineMetrics metrics) {
        Standing standing = new Standing(
                seen -> catchUp(seen, consents, erased, atUse),
                person -> consentOf(person, consents, erased),
                erased::contains,
                person -> pseudonymOf(person, consents, erased));
        PayloadSeals patient = seals.asking(standing.consentOf(), seen -> caughtUpFor(seen, consents, erased, atUse));
        return CatalogTopology.addTo(RefineTopology.of(standing, rules, patient, signer, metrics), catalog);
    }

    /** After a long outage of the broker the thread gives up; the next one goes on where the last transaction ended. */
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceThread() {
        return failure -> {
            LOG.errorf(failure, "A refine thread failed and is replaced: %s", Reason.of(failure));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    /** While the views lag, everybody would seem to have withdrawn: the stream waits for them, nothing is lost. */
    private static Consent consentOf(String person, ConsentView consents, ErasedSubjects erased) {
        while (true) {
            await(consents, erased);
            Optional<Consent> consent = consents.ifCurrent(person);
            if (consent.isPresent()) {
                return consent.get();
            }
        }
    }

    /** An event can come before the consent under which the door let it in: then that is waited for, whatever the view says. */
    private static void catchUp(SeenConsent seen, ConsentView consents, ErasedSubjects erased, ConsentAtUse atUse) {
        patiently(consents, erased, () -> {
            atUse.catchUp(List.of(seen));
            return true;
        });
    }

    private static String pseudonymOf(String person, ConsentView consents, ErasedSubjects erased) {
        await(consents, erased);
        return consents.standing(person);
    }

    private static boolean caughtUpFor(
            SeenConsent seen, ConsentView consents, ErasedSubjects erased, ConsentAtUse atUse) {
        return patiently(consents, erased, () -> atUse.caughtUpFor(seen));
    }

    private static <T> T patiently(ConsentView consents, ErasedSubjects erased, Supplier<T> question) {
        while (true) {
            await(consents, erased);
            try {
                return question.get();
            } catch (ConsentAtUse.UnknownNow e) {
                LOG.debug("The consents lag, the stream waits for them");
            }
        }
    }

    private static void await(ConsentView consents, ErasedSubjects erased) {
        while (!(consents.current() && erased.current())) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while waiting for consents");
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
    }
}
