package dev.aisle.campaign.flags.usecase;

import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.experiments.usecase.RecordExposure;
import dev.aisle.campaign.people.store.PersonRepository;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes exposures in one transaction, under the locks of their people. What was written a moment ago isn't written again. */
@Singleton
class WriteExposures {
    private static final int MOST = 100_000;
    private static final Duration SURE = Duration.ofSeconds(60);

    private final RecordExposure recordExposure;
    private final PersonRepository people;
    private final ConsentView consents;
    private final InstantSource clock;
    private final Map<String, Written> written = new ConcurrentHashMap<>();

    WriteExposures(RecordExposure recordExposure, PersonRepository people, ConsentView consents, InstantSource clock) {
        this.recordExposure = recordExposure;
        this.people = people;
        this.consents = consents;
        this.clock = clock;
    }

    private record Written(String variation, Instant at, int browsers) {}

    void write(List<Exposed> exposures) {
        Instant now = clock.instant();
        List<Exposed> fresh = exposures.stream()
                .filter(one -> !isWritten(one, now))
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
        if (written.size() + fresh.size() > MOST) {
            written.clear();
        }
        fresh.forEach(one -> written.put(
                key(one), new Written(one.variation(), now, one.browsers().size())));
    }

    private boolean isWritten(Exposed one, Instant now) {
        Written before = written.get(key(one));
        return before != null
                && before.variation().equals(one.variation())
                && before.browsers() == one.browsers().size()
                && now.isBefore(before.at().plus(SURE));
    }

    private static String key(Exposed one) {
        return one.experiment() + "/" + one.phase() + "/" + one.unit();
    }
}
