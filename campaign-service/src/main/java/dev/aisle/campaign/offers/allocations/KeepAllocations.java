package dev.aisle.campaign.offers.allocations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.campaign.offers.allocations.OfferPlan.Given;
import dev.aisle.campaign.people.PersonRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps who gets which offer, and how that went. */
@ApplicationScoped
class KeepAllocations {
    private static final int BATCH = 1_000;

    private final AllocationRepository allocations;
    private final PersonRepository people;
    private final ConsentView consents;
    private final ObjectMapper json;

    KeepAllocations(
            AllocationRepository allocations, PersonRepository people, ConsentView consents, ObjectMapper json) {
        this.allocations = allocations;
        this.people = people;
        this.consents = consents;
        this.json = json;
    }

    /** Keeps who gets which offer. */
    void keep(String campaign, List<Given> given, Instant now) {
        for (int from = 0; from < given.size(); from += BATCH) {
            keepBatch(campaign, given.subList(from, Math.min(from + BATCH, given.size())), now);
        }
    }

    /** Keeps how it went; what the campaign's former allocation gave is gone with it. */
    void keep(AllocateOffers.Report report) {
        QuarkusTransaction.requiringNew().run(() -> {
            allocations.removeBefore(report.campaign(), report.madeAt());
            allocations.report(report.campaign(), report.madeAt(), write(report));
        });
    }

    /** The report on the last one of a campaign; empty when there was none. */
    Optional<String> last(String campaign) {
        return QuarkusTransaction.requiringNew().call(() -> allocations.report(campaign));
    }

    /** Keeps a batch under the people's locks, and only for those who still allow it, so that nothing comes after a withdrawal or an erasure. */
    private void keepBatch(String campaign, List<Given> batch, Instant now) {
        try (Use _ = consents.beginUse()) {
            QuarkusTransaction.requiringNew().run(() -> {
                Map<String, Long> withdrawn =
                        people.lock(batch.stream().map(Given::pseudonym).toList());
                allocations.add(
                        campaign,
                        batch.stream()
                                .filter(one -> withdrawn.containsKey(one.pseudonym())
                                        && consents.allows(one.pseudonym(), Purpose.PERSONALIZATION)
                                        && consents.of(one.pseudonym()).version() > withdrawn.get(one.pseudonym()))
                                .toList(),
                        now);
            });
        }
    }

    private String write(AllocateOffers.Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report is always JSON", e);
        }
    }
}
