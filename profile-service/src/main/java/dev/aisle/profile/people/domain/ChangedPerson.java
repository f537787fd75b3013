package dev.aisle.profile.people.domain;

/**
 * A person after a change.
 *
 * @param version grows with every change; orders the states of a person
 * @param events all that there is, with those of the browsers that only this person uses; {@link PersonEvents#NONE} of a browser whose
 *     events are that person's now
 */
public record ChangedPerson(String pseudonym, long version, PersonEvents events) {}
