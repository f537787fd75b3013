package dev.aisle.campaign.feedback.domain;

/** Asks what somebody has said, for whoever decides what the person gets. */
@FunctionalInterface
public interface Wishes {
    /** What holds now. */
    SaidByPerson of(String pseudonym);
}
