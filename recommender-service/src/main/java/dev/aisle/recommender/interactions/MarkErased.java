package dev.aisle.recommender.interactions;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.Outstanding;
import dev.aisle.platform.person.Going;
import dev.aisle.platform.person.PersonHook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps out what is still on its way of who was erased, and has models that learned from somebody whose interactions go marked. */
@ApplicationScoped
class MarkErased implements PersonHook {
    private final ErasedPeople erasedPeople;
    private final Event<PersonErasing> erasing;
    private final Duration retrainWithin;

    MarkErased(
            ErasedPeople erasedPeople,
            Event<PersonErasing> erasing,
            @ConfigProperty(name = "aisle.training.after-erasure-within") Duration retrainWithin) {
        this.erasedPeople = erasedPeople;
        this.erasing = erasing;
        this.retrainWithin = retrainWithin;
    }

    @Override
    public void fence(String pseudonym) {
        erasedPeople.add(pseudonym);
    }

    @Override
    public Map<String, Long> going(Going going) {
        if (going.endsHolding("interaction")) {
            erasing.fire(new PersonErasing(going.pseudonym()));
        }
        return Map.of();
    }

    /** Models hold no person, but what they learned together from everybody follows at the next training only. */
    @Override
    public List<Outstanding> outstanding(Map<String, Long> removed) {
        return removed.getOrDefault("interactions", 0L) == 0
                ? List.of()
                : List.of(Outstanding.newBuilder()
                        .setWhat("neighbour lists, item factors and popularity, at the next training")
                        .setDue(Timestamp.newBuilder()
                                .setSeconds(Instant.now().plus(retrainWithin).getEpochSecond()))
                        .build());
    }
}
