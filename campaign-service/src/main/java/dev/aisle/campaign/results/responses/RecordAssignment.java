package dev.aisle.campaign.results.responses;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Notes who was assigned to which arm, in the transaction of whoever decided it and under its lock of the person: who gets a campaign and who is held
 * out alike. Of people who don't allow analytics nothing is noted, in either arm.
 */
@Singleton
public class RecordAssignment {
    private final ContactRepository contacts;
    private final ConsentView consents;

    RecordAssignment(ContactRepository contacts, ConsentView consents) {
        this.contacts = contacts;
        this.consents = consents;
    }

    /** Notes it; the same contact again changes nothing. */
    public void record(Assigned assigned) {
        record(List.of(assigned));
    }

    /** Notes several. */
    public void record(List<Assigned> all) {
        List<Assigned> allowed = all.stream()
                .filter(one -> !one.campaign().isEmpty() && consents.allows(one.pseudonym(), Purpose.ANALYTICS))
                .toList();
        if (!allowed.isEmpty()) {
            contacts.assign(allowed);
        }
    }
}
