package dev.aisle.recommender.interactions.usecase;

import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.identity.Successors;
import dev.aisle.recommender.assistant.conversations.store.ConversationRepository;
import dev.aisle.recommender.assistant.learning.store.OutcomeRepository;
import dev.aisle.recommender.interactions.store.ExposureRepository;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.served.store.ServedListRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;

/** Puts what a person did, was shown, was answered and has said to the assistant under the pseudonym of the newer key. Done again, there is nothing left to move. */
@ApplicationScoped
public class MovePerson {
    private final Successors successors;
    private final InteractionRepository interactions;
    private final ExposureRepository exposures;
    private final ServedListRepository servedLists;
    private final ConversationRepository conversations;
    private final OutcomeRepository outcomes;

    MovePerson(
            Successors successors,
            InteractionRepository interactions,
            ExposureRepository exposures,
            ServedListRepository servedLists,
            ConversationRepository conversations,
            OutcomeRepository outcomes) {
        this.successors = successors;
        this.interactions = interactions;
        this.exposures = exposures;
        this.servedLists = servedLists;
        this.conversations = conversations;
        this.outcomes = outcomes;
    }

    /** Moves it. */
    @Transactional
    public void move(Succession succession) {
        successors.put(succession);
        move(succession.pseudonym(), succession.successor());
    }

    /** Moves at the end of a transaction what it has written late for pseudonyms of older keys. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(Collection<String> written) {
        successors.among(written).forEach(this::move);
    }

    private void move(String pseudonym, String successor) {
        interactions.move(pseudonym, successor);
        exposures.move(pseudonym, successor);
        servedLists.move(pseudonym, successor);
        conversations.move(pseudonym, successor);
        outcomes.move(pseudonym, successor);
    }

    /** Forgets where an old pseudonym led to: its key is retired, and nothing comes under it any more. */
    @Transactional
    public void retire(String pseudonym) {
        successors.forget(pseudonym);
    }
}
