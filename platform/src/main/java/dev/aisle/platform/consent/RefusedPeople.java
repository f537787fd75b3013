package dev.aisle.platform.consent;

import dev.aisle.contracts.common.v1.Purpose;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Judges whose data no purpose holds any more, for so long that it has to go. */
@Singleton
@Unremovable
public class RefusedPeople {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConsentView consents;
    private final Duration keptFor;

    RefusedPeople(
            ConsentView consents,
            @ConfigProperty(name = "aisle.withdrawn.kept-for", defaultValue = "30d") Duration keptFor) {
        this.consents = consents;
        this.keptFor = keptFor;
    }

    /** Whether consents are known as of now: without that nobody may be judged. */
    public boolean known() {
        return consents.upToDate(PATIENCE);
    }

    /** From when on data is kept at a moment though no purpose holds it. */
    public Instant kept(Instant now) {
        return now.minus(keptFor);
    }

    /**
     * Whether a person has allowed none of these purposes for the whole term. Who never said anything isn't among them: were the topic of
     * consents lost, everybody would be.
     */
    public boolean isOver(String pseudonym, Set<Purpose> purposes, Instant now) {
        return consents.ifCurrent(pseudonym)
                .flatMap(consent -> consent.refusedSince(purposes, now))
                .filter(since -> !since.isAfter(kept(now)))
                .isPresent();
    }

    /**
     * The version such that what was let in under it or an earlier one has been of use to none of these purposes for the whole term, since each was
     * refused after it: a newer yes doesn't bring it back. Negative when there is none.
     */
    public long uselessUpTo(String pseudonym, Set<Purpose> purposes, Instant now) {
        return consents.ifCurrent(pseudonym)
                .map(consent -> consent.uselessUpTo(purposes, kept(now), now))
                .orElse(Fences.NONE);
    }
}
