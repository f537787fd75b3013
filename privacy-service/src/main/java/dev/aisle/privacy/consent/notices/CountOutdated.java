package dev.aisle.privacy.consent.notices;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.shared.people.CountsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;

/** Says before a notice is published about how many people would have to be asked again. */
@ApplicationScoped
class CountOutdated {
    private final ConsentRepository consents;
    private final CountsConfig config;

    CountOutdated(ConsentRepository consents, CountsConfig config) {
        this.consents = consents;
        this.config = config;
    }

    /** People whose yes to a purpose rests on one of these notices, rounded down to a multiple of k; empty below k. */
    @Transactional
    public Optional<Long> about(Purpose purpose, Set<String> notices) {
        long k = config.k();
        long people = consents.countGranting(notices, purpose) / k * k;
        return people == 0 ? Optional.empty() : Optional.of(people);
    }
}
