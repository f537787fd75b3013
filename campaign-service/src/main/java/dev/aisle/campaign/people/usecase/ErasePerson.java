package dev.aisle.campaign.people.usecase;

import dev.aisle.campaign.allocations.store.AllocationRepository;
import dev.aisle.campaign.audiences.store.AudienceRepository;
import dev.aisle.campaign.coupons.store.PersonCoupons;
import dev.aisle.campaign.experiments.store.ExposureRepository;
import dev.aisle.campaign.feedback.store.FeedbackRepository;
import dev.aisle.campaign.journeys.store.FiringRepository;
import dev.aisle.campaign.journeys.store.JourneyRepository;
import dev.aisle.campaign.journeys.store.RecipientRepository;
import dev.aisle.campaign.messages.store.OpenMessages;
import dev.aisle.campaign.messages.store.Suppressions;
import dev.aisle.campaign.metrics.store.FactRepository;
import dev.aisle.campaign.people.store.ItemRepository;
import dev.aisle.campaign.people.store.PersonRepository;
import dev.aisle.campaign.people.store.SegmentRepository;
import dev.aisle.campaign.placements.store.DecisionRepository;
import dev.aisle.campaign.reports.store.ContactRepository;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.storage.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Removes everything of a person and answers with a receipt. Asked again, there is nothing left and the answer says so. */
@ApplicationScoped
public class ErasePerson {
    private final PersonRepository people;
    private final ItemRepository items;
    private final SegmentRepository segments;
    private final DecisionRepository decisions;
    private final OpenMessages messages;
    private final Suppressions suppressions;
    private final PersonCoupons coupons;
    private final JourneyRepository journeys;
    private final FiringRepository firings;
    private final RecipientRepository recipients;
    private final AllocationRepository allocations;
    private final AudienceRepository audiences;
    private final FeedbackRepository feedback;
    private final ContactRepository results;
    private final ExposureRepository exposures;
    private final FactRepository facts;
    private final Successors successors;
    private final Outbox outbox;
    private final ReceiptSigner signer;
    private final InstantSource clock;

    ErasePerson(
            PersonRepository people,
            ItemRepository items,
            SegmentRepository segments,
            DecisionRepository decisions,
            OpenMessages messages,
            Suppressions suppressions,
            PersonCoupons coupons,
            JourneyRepository journeys,
            FiringRepository firings,
            RecipientRepository recipients,
            AllocationRepository allocations,
            AudienceRepository audiences,
            FeedbackRepository feedback,
            ContactRepository results,
            ExposureRepository exposures,
            FactRepository facts,
            Successors successors,
            Outbox outbox,
            ReceiptSigner signer,
            InstantSource clock) {
        this.people = people;
        this.items = items;
        this.segments = segments;
        this.decisions = decisions;
        this.messages = messages;
        this.suppressions = suppressions;
        this.coupons = coupons;
        this.journeys = journeys;
        this.firings = firings;
        this.recipients = recipients;
        this.allocations = allocations;
        this.audiences = audiences;
        this.feedback = feedback;
        this.results = results;
        this.exposures = exposures;
        this.facts = facts;
        this.successors = successors;
        this.outbox = outbox;
        this.signer = signer;
        this.clock = clock;
    }

    /** Erases in one transaction with the receipt; decisions are also what the frequency caps count. */
    @Transactional
    public void erase(Erasure erasure) {
        String pseudonym = erasure.getPseudonym();
        people.fence(pseudonym, clock.instant());
        successors.forget(pseudonym);
        Map<String, Long> removed = new HashMap<>(Map.of(
                "items", items.remove(pseudonym),
                "segments", segments.remove(pseudonym),
                "decisions", decisions.remove(pseudonym),
                "messages", messages.remove(pseudonym),
                "suppressions", suppressions.remove(pseudonym),
                "coupons", coupons.remove(pseudonym),
                "journeys", journeys.remove(pseudonym),
                "firings", firings.remove(pseudonym),
                "recipients", recipients.remove(pseudonym),
                "allocations", allocations.remove(pseudonym)));
        removed.putAll(Map.of(
                "adAudiences", audiences.remove(pseudonym),
                "feedback", feedback.remove(pseudonym),
                "results", results.remove(pseudonym),
                "experiments", exposures.remove(pseudonym),
                "metrics", facts.remove(pseudonym)));
        outbox.put(
                Topic.ERASURE_RECEIPTS,
                pseudonym,
                signer.sign(ErasureReceipts.ofDatabase(erasure, "campaign-service", removed)));
    }
}
