package dev.aisle.campaign.people.usecase;

import dev.aisle.campaign.people.store.PersonRepository;
import dev.aisle.platform.restore.ErasuresReapplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** After an older backup was put back, the people whom it has brought back are fenced again. */
@ApplicationScoped
public class FenceErased {
    private final PersonRepository people;
    private final InstantSource clock;

    FenceErased(PersonRepository people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Fences them. */
    @Transactional
    void fence(@Observes ErasuresReapplied reapplied) {
        reapplied.cameBack().forEach(pseudonym -> people.fence(pseudonym, clock.instant()));
    }
}
