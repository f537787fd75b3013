package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.placements.store.PersonReader;
import dev.aisle.campaign.placements.store.PersonReader.Known;
import dev.aisle.campaign.placements.store.PersonReader.Wanted;
import dev.aisle.campaign.shared.Together;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reads what decisions need to know of people: of all who are asked for at the same time by one statement. */
@Singleton
class ReadPeople {
    private static final int LANES = 1;
    private static final int MOST = 64;
    private static final Duration APART = Duration.ofMillis(2);

    private final Together<Wanted, Known> together;

    ReadPeople(PersonReader reader) {
        this.together = new Together<>("read-people", LANES, MOST, APART, reader::read);
    }

    void start(@Observes StartupEvent event) {
        together.start();
    }

    void stop(@Observes ShutdownEvent event) {
        together.stop();
    }

    Known read(Wanted wanted) {
        return together.ask(wanted);
    }
}
