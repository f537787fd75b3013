package dev.aisle.recommender.interactions;

/** A person is about to be erased, in this transaction: all that is known of him or her is still there. */
public record PersonErasing(String pseudonym) {}
