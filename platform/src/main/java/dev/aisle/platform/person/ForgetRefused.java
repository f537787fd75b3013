package dev.aisle.platform.person;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.RefusedPeople;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Removes people of whom no purpose holds anything any more, once the term is over. A yes ends by time as well, without a message, and an older
 * backup brings rows back: so the tables are asked, not the messages.
 */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class ForgetRefused {
    private static final Logger LOG = Logger.getLogger(ForgetRefused.class);

    private final PersonRows rows;
    private final RefusedPeople refused;
    private final Set<Purpose> purposes;
    private final Counter forgotten;

    ForgetRefused(
            PersonRows rows,
            RefusedPeople refused,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.rows = rows;
        this.refused = refused;
        this.purposes = DataMap.purposesOf(service);
        this.forgotten = Counter.builder("aisle.withdrawn.forgotten")
                .description("People who were removed since no purpose held their data any more")
                .register(metrics);
    }

    @Scheduled(
            every = "${aisle.withdrawn.check-every:12h}",
            delayed = "${aisle.withdrawn.first-check-after:5m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        forget(Instant.now());
    }

    /** Removes those whose term is over at a moment; how many people that were. */
    public int forget(Instant now) {
        if (!rows.areForgotten() || !refused.known()) {
            return 0;
        }
        int people = 0;
        for (String pseudonym : rows.pseudonyms(one -> refused.isOver(one, purposes, now))) {
            // Somebody may have said yes while the others were removed.
            if (refused.isOver(pseudonym, purposes, now)
                    && rows.forget(pseudonym, refused.kept(now)).values().stream()
                            .anyMatch(count -> count > 0)) {
                people++;
            }
        }
        forgotten.increment((double) people);
        if (people > 0) {
            LOG.infof("Removed %d people of whom no purpose held anything any more", people);
        }
        return people;
    }
}
