package dev.aisle.campaign.delivery.feedback;

import dev.aisle.campaign.campaigns.contacts.SaidByPerson;

/** Asks what somebody has said, for whoever decides what the person gets. */
@FunctionalInterface
public interface Wishes {
    /** What holds now. */
    SaidByPerson of(String pseudonym);
}
