package dev.aisle.recommender.interactions.usecase;

import dev.aisle.platform.person.PersonEraser;
import dev.aisle.platform.person.Removal;
import dev.aisle.recommender.assistant.conversations.store.ConversationRepository;
import dev.aisle.recommender.assistant.learning.store.OutcomeRepository;
import dev.aisle.recommender.interactions.domain.PersonErasing;
import dev.aisle.recommender.interactions.store.ErasedPeople;
import dev.aisle.recommender.interactions.store.ExposureRepository;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.served.store.ServedListRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.Set;

/** Removes everything of a person; models that learned from it are marked. */
@ApplicationScoped
class RemovePerson implements PersonEraser {
    private final ErasedPeople erasedPeople;
    private final InteractionRepository interactions;
    private final ExposureRepository exposures;
    private final ServedListRepository servedLists;
    private final ConversationRepository conversations;
    private final OutcomeRepository outcomes;
    private final Event<PersonErasing> erasing;

    RemovePerson(
            ErasedPeople erasedPeople,
            InteractionRepository interactions,
            ExposureRepository exposures,
            ServedListRepository servedLists,
            ConversationRepository conversations,
            OutcomeRepository outcomes,
            Event<PersonErasing> erasing) {
        this.erasedPeople = erasedPeople;
        this.interactions = interactions;
        this.exposures = exposures;
        this.servedLists = servedLists;
        this.conversations = conversations;
        this.outcomes = outcomes;
        this.erasing = erasing;
    }

    @Override
    public void fence(String pseudonym) {
        erasedPeople.add(pseudonym);
    }

    @Override
    public Map<String, Long> remove(String pseudonym, Removal why) {
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

    @Override
    public Map<String, Long> forget(String pseudonym, Set<String> tables) {
        if (tables.contains("interaction")) {
            erasing.fire(new PersonErasing(pseudonym));
        }
        return Map.of();
    }
}
