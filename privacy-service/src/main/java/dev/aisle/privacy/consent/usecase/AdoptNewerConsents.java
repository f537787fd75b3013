package dev.aisle.privacy.consent.usecase;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.restore.ErasuresReapplied;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.consent.store.ConsentTopic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * After an older backup was put back, this service knows again what people have said since: the topic of consents is newer. It is asked at
 * each start, before the service is ready; a database that wasn't put back is never behind it.
 */
@ApplicationScoped
public class AdoptNewerConsents {
    private static final Logger LOG = Logger.getLogger(AdoptNewerConsents.class);

    private final ConsentTopic topic;
    private final ConsentRepository consents;
    private final AdoptConsent adoptConsent;
    private final ErasedSubjects erased;
    private final MeterRegistry metrics;

    AdoptNewerConsents(
            ConsentTopic topic,
            ConsentRepository consents,
            AdoptConsent adoptConsent,
            ErasedSubjects erased,
            MeterRegistry metrics) {
        this.topic = topic;
        this.consents = consents;
        this.adoptConsent = adoptConsent;
        this.erased = erased;
        this.metrics = metrics;
    }

    /** Whoever was erased is gone already; the others get their newest word. */
    void adopt(@Observes ErasuresReapplied reapplied) {
        List<ConsentState> newer = topic.newerThan(
                pseudonyms -> QuarkusTransaction.requiringNew().call(() -> consents.versions(pseudonyms)));
        int adopted = 0;
        for (ConsentState told : newer) {
            if (!erased.contains(told.getPseudonym()) && adoptConsent.adopt(told)) {
                adopted++;
            }
        }
        if (adopted > 0) {
            Counter.builder("aisle.consents.restored")
                    .description("People whose newer word was taken over from the topic after a restore")
                    .register(metrics)
                    .increment((double) adopted);
            LOG.warnf(
                    "%d people had said something that this database didn't know; the topic of consents did", adopted);
        }
    }
}
