package dev.aisle.recommender.intake;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.Outstanding;
import dev.aisle.platform.person.PersonHook;
import dev.aisle.recommender.assistant.conversations.store.ConversationRepository;
import dev.aisle.recommender.assistant.learning.OutcomeRepository;
import dev.aisle.recommender.interactions.ErasedPeople;
import dev.aisle.recommender.interactions.ExposureRepository;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.interactions.PersonErasing;
import dev.aisle.recommender.served.ServedListRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes everything of a person; models that learned from it are marked. */
@ApplicationScoped
class RemovePerson implements PersonHook {
    private final ErasedPeople erasedPeople;
    private final InteractionRepository interactions;
    private final ExposureRepository exposures;
    private final ServedListRepository servedLists;
    private final ConversationRepository conversations;
    private final OutcomeRepository outcomes;
    private final Event<PersonErasing> erasing;
    private final Duration retrainWithin;

    RemovePerson(
            ErasedPeople erasedPeople,
            InteractionRepository interactions,
            ExposureRepository exposures,
            ServedListRepository servedLists,
            ConversationRepository conversations,
            OutcomeRepository outcomes,
            Event<PersonErasing> erasing,
            @ConfigProperty(name = "aisle.training.after-erasure-within") Duration retrainWithin) {
        this.erasedPeople = erasedPeople;
        this.interactions = interactions;
        this.exposures = exposures;
        this.servedLists = servedLists;
        this.conversations = conversations;
        this.outcomes = outcomes;
        this.erasing = erasing;
        this.retrainWithin = retrainWithin;
    }

    @Override
    public void fence(String pseudonym) {
        erasedPeople.add(pseudonym);
    }

    @Override
    public Map<String, Long> remove(String pseudonym) {
        erasing.fire(new PersonErasing(pseudonym));
        long ofInteractions = interactions.deleteOf(pseudonym);
        long ofExposures = exposures.deleteOf(pseudonym);
        long ofLists = servedLists.deleteOf(pseudonym);
        long ofConversations = conversations.deleteOf(pseudonym);
        long ofOutcomes = outcomes.deleteOf(pseudonym);
        return Map.of(
                "interactions", ofInteractions,
                "exposures", ofExposures,
                "served-lists", ofLists,
                "conversations", ofConversations,
                "learned-of-conversations", ofOutcomes);
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

    @Override
    public Map<String, Long> forget(String pseudonym, Set<String> tables) {
        if (tables.contains("interaction")) {
            erasing.fire(new PersonErasing(pseudonym));
        }
        return Map.of();
    }
}
