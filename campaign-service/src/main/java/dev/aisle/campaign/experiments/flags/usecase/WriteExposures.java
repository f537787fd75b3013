package dev.aisle.campaign.experiments.flags.usecase;

import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.experiments.usecase.RecordExposure;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.storage.DatabaseWentBack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Writes exposures in one transaction, under the locks of their people. What was written a moment ago isn't written again. */
@Singleton
class WriteExposures {
    private static final Duration SURE = Duration.ofSeconds(60);

    private final RecordExposure recordExposure;
    private final PersonRepository people;
    private final ConsentView consents;
    private final Recently<Written> written = new Recently<>(SURE);

    WriteExposures(RecordExposure recordExposure, PersonRepository people, ConsentView consents) {
        this.recordExposure = recordExposure;
        this.people = people;
        this.consents = consents;
    }

    private record Written(String variation, int browsers) {}

    void write(List<Exposed> exposures) {
        List<Exposed> fresh = exposures.stream()
                .filter(one -> !isWritten(one))
                .sorted(Comparator.comparing(Exposed::unit).thenComparing(Exposed::experiment))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        try (Use _ = consents.beginUse()) {
            QuarkusTransaction.requiringNew().run(() -> {
                Set<String> alive =
                        people.lockAlive(fresh.stream().map(Exposed::pseudonym).toList());
                recordExposure.record(fresh.stream()
                        .filter(one -> alive.contains(one.pseudonym()))
                        .toList());
            });
        }
        fresh.forEach(one -> written.put(
                key(one), new Written(one.variation(), one.browsers().size())));
    }

    /** What was written may be lost. */
    void forget(@Observes DatabaseWentBack wentBack) {
        written.forgetAll();
    }

    private boolean isWritten(Exposed one) {
        return new Written(one.variation(), one.browsers().size()).equals(written.get(key(one)));
    }

    private static String key(Exposed one) {
        return one.experiment() + "/" + one.phase() + "/" + one.unit();
    }
}
