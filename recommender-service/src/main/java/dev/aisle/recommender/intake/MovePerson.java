package dev.aisle.recommender.intake;

import dev.aisle.platform.person.PersonHook;
import dev.aisle.recommender.assistant.conversations.store.ConversationRepository;
import dev.aisle.recommender.assistant.learning.OutcomeRepository;
import dev.aisle.recommender.interactions.ExposureRepository;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.served.ServedListRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts what a person did, was shown, was answered and has said to the assistant under the pseudonym of the newer key. */
@ApplicationScoped
class MovePerson implements PersonHook {
    private final InteractionRepository interactions;
    private final ExposureRepository exposures;
    private final ServedListRepository servedLists;
    private final ConversationRepository conversations;
    private final OutcomeRepository outcomes;

    MovePerson(
            InteractionRepository interactions,
            ExposureRepository exposures,
            ServedListRepository servedLists,
            ConversationRepository conversations,
            OutcomeRepository outcomes) {
        this.interactions = interactions;
        this.exposures = exposures;
        this.servedLists = servedLists;
        this.conversations = conversations;
        this.outcomes = outcomes;
    }

    @Override
    public void move(String pseudonym, String successor) {
        interactions.move(pseudonym, successor);
        exposures.move(pseudonym, successor);
        servedLists.move(pseudonym, successor);
        conversations.move(pseudonym, successor);
        outcomes.move(pseudonym, successor);
    }
}
