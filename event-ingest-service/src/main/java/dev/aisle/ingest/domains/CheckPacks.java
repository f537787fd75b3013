package dev.aisle.ingest.domains;

import dev.aisle.platform.domains.Domains;
import dev.aisle.platform.domains.InvalidPackException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** A pack whose events the door can't read ends the start. */
@Singleton
class CheckPacks {
    private final Domains domains;

    CheckPacks(Domains domains) {
        this.domains = domains;
    }

    void check(@Observes StartupEvent event) {
        List<String> faults = domains.packs().stream()
                .flatMap(pack -> ReadablePack.faults(pack).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidPackException(faults);
        }
    }
}
