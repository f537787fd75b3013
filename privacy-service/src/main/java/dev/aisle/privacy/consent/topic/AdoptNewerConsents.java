package dev.aisle.privacy.consent.topic;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.platform.restore.ErasuresReapplied;
import dev.aisle.privacy.consent.topic.ConsentTopic.Beyond;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Adopts what the topic of consents knows of anybody beyond this database: at each start, and while the service runs whenever the database went back, by
 * a failover to a replica that lacked the last seconds or by a restore. Until it is done, nobody's consent is written.
 */
@ApplicationScoped
class AdoptNewerConsents {
    private static final Logger LOG = Logger.getLogger(AdoptNewerConsents.class);

    private final ConsentTopic topic;
    private final ConsentOrder order;
    private final AdoptConsent adoptConsent;
    private final ErasedSubjects erased;
    private final MeterRegistry metrics;

    AdoptNewerConsents(
            ConsentTopic topic,
            ConsentOrder order,
            AdoptConsent adoptConsent,
            ErasedSubjects erased,
            MeterRegistry metrics) {
        this.topic = topic;
        this.order = order;
        this.adoptConsent = adoptConsent;
        this.erased = erased;
        this.metrics = metrics;
    }

    /** Whoever was erased is gone already; the others get their newest word. */
    void adopt(@Observes ErasuresReapplied reapplied) {
        Beyond beyond =
                topic.beyond(pseudonyms -> QuarkusTransaction.requiringNew().call(() -> order.place(pseudonyms)));
        int adopted = 0;
        for (ConsentState told : beyond.newer()) {
            if (!erased.contains(told.getPseudonym()) && adoptConsent.adopt(told)) {
                adopted++;
            }
        }
        boolean isBehind = adopted > 0;
        QuarkusTransaction.requiringNew().run(() -> {
            if (isBehind || beyond.epoch() > order.epoch()) {
                order.beginAfter(beyond.epoch(), beyond.revision());
            }
        });
        if (isBehind) {
            Counter.builder("aisle.consents.restored")
                    .description("People whose newer word was taken over from the topic after the database went back")
                    .register(metrics)
                    .increment((double) adopted);
            LOG.warnf(
                    "%d people had said something that this database didn't know; the topic of consents did", adopted);
        }
    }
}
