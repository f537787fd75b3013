package dev.aisle.campaign.reports.usecase;

import dev.aisle.campaign.reports.domain.Assigned;
import dev.aisle.campaign.reports.store.ContactRepository;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import jakarta.inject.Singleton;

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
        if (!assigned.campaign().isEmpty() && consents.allows(assigned.pseudonym(), Purpose.ANALYTICS)) {
            contacts.assign(assigned);
        }
    }
}
