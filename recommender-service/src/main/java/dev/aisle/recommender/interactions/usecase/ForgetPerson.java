package dev.aisle.recommender.interactions.usecase;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.Outstanding;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.storage.Ledger;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.recommender.assistant.conversations.store.ConversationRepository;
import dev.aisle.recommender.assistant.learning.store.OutcomeRepository;
import dev.aisle.recommender.interactions.domain.PersonErasing;
import dev.aisle.recommender.interactions.store.ErasedPeople;
import dev.aisle.recommender.interactions.store.ExposureRepository;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.served.store.ServedListRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes everything of a person and answers with a receipt. */
@ApplicationScoped
public class ForgetPerson {
    private static final String CONSUMER = "erasures";

    private final Ledger ledger;
    private final ErasedPeople erasedPeople;
    private final ErasureMarks marks;
    private final InteractionRepository interactions;
    private final ExposureRepository exposures;
    private final ServedListRepository servedLists;
    private final ConversationRepository conversations;
    private final OutcomeRepository outcomes;
    private final Successors successors;
    private final Event<PersonErasing> erasing;
    private final Outbox outbox;
    private final ReceiptSigner signer;
    private final String service;
    private final Duration retrainWithin;

    ForgetPerson(
            Ledger ledger,
            ErasedPeople erasedPeople,
            ErasureMarks marks,
            InteractionRepository interactions,
            ExposureRepository exposures,
            ServedListRepository servedLists,
            ConversationRepository conversations,
            OutcomeRepository outcomes,
            Successors successors,
            Event<PersonErasing> erasing,
            Outbox outbox,
            ReceiptSigner signer,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "aisle.training.after-erasure-within") Duration retrainWithin) {
        this.ledger = ledger;
        this.erasedPeople = erasedPeople;
        this.marks = marks;
        this.interactions = interactions;
        this.exposures = exposures;
        this.servedLists = servedLists;
        this.conversations = conversations;
        this.outcomes = outcomes;
        this.successors = successors;
        this.erasing = erasing;
        this.outbox = outbox;
        this.signer = signer;
        this.service = service;
        this.retrainWithin = retrainWithin;
    }

    /** Erases one person; the same request again does nothing. */
    @Transactional
    public void forget(Erasure erasure) {
        String pseudonym = erasure.getPseudonym();
        if (!ledger.firstSeen(CONSUMER, erasure.getRequestId() + "/" + marks.of(pseudonym))) {
            return;
        }
        erasedPeople.add(pseudonym);
        successors.forget(pseudonym);
        erasing.fire(new PersonErasing(pseudonym));
        long removedInteractions = interactions.deleteOf(pseudonym);
        long removedExposures = exposures.deleteOf(pseudonym);
        long removedLists = servedLists.deleteOf(pseudonym);
        long removedConversations = conversations.deleteOf(pseudonym);
        long removedOutcomes = outcomes.deleteOf(pseudonym);
        outbox.put(
                Topic.ERASURE_RECEIPTS,
                pseudonym,
                receipt(
                        erasure,
                        Map.of(
                                "interactions", removedInteractions,
                                "exposures", removedExposures,
                                "served-lists", removedLists,
                                "conversations", removedConversations,
                                "learned-of-conversations", removedOutcomes)));
    }

    /** Models hold no person, but what they learned together from everybody follows at the next training only. */
    private ErasureReceipt receipt(Erasure erasure, Map<String, Long> removed) {
        ErasureReceipt.Builder receipt = ErasureReceipts.ofDatabase(erasure, service, removed).toBuilder();
        if (removed.getOrDefault("interactions", 0L) > 0) {
            Instant due = Instant.now().plus(retrainWithin);
            receipt.addOutstanding(Outstanding.newBuilder()
                    .setWhat("neighbour lists, item factors and popularity, at the next training")
                    .setDue(Timestamp.newBuilder().setSeconds(due.getEpochSecond())));
        }
        return signer.sign(receipt.build());
    }
}
