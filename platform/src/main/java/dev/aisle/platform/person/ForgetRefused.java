package dev.aisle.platform.person;

import dev.aisle.platform.consent.RefusedPeople;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Removes rows of people that no purpose holds any more, once the term is over. A yes ends by time as well, without a message, and an older
 * backup brings rows back: so the tables are asked, not the messages.
 */
@Singleton
@IfBuildProperty(name = "quarkus.datasource.db-kind", stringValue = "postgresql")
public class ForgetRefused {
    private static final Logger LOG = Logger.getLogger(ForgetRefused.class);

    private final PersonRows rows;
    private final RefusedPeople refused;
    private final Counter forgotten;

    ForgetRefused(PersonRows rows, RefusedPeople refused, MeterRegistry metrics) {
        this.rows = rows;
        this.refused = refused;
        this.forgotten = Counter.builder("aisle.withdrawn.forgotten")
                .description("People of whom rows were removed since no purpose held them any more")
                .register(metrics);
    }

    @Scheduled(
            every = "${aisle.withdrawn.check-every:12h}",
            delayed = "${aisle.withdrawn.first-check-after:5m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        forget(Instant.now());
    }

    /** Removes what no purpose has held for the term at a moment; of how many people that was. */
    public int forget(Instant now) {
        if (!refused.known()) {
            return 0;
        }
        int people = 0;
        for (String pseudonym : rows.unheld(refused, now)) {
            // Judged once more there: somebody may have said yes while the others were removed.
            if (rows.forget(pseudonym, refused, now).values().stream().anyMatch(count -> count > 0)) {
                people++;
            }
        }
        forgotten.increment((double) people);
        if (people > 0) {
            LOG.infof("Removed rows of %d people that no purpose held any more", people);
        }
        return people;
    }
}
