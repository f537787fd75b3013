package dev.aisle.privacy.rights.graph;

import java.util.List;

/**
 * The browsers of a person.
 *
 * @param browsers the pseudonyms of those that only this person uses, in their order
 * @param shared how many are known to be used by others too: these go with nobody
 * @param held how many are under a legal hold
 */
public record PersonGraph(List<String> browsers, int shared, int held) {
    /** Of somebody of whom no browser is known. */
    public static final PersonGraph NOBODY = new PersonGraph(List.of(), 0, 0);

    public PersonGraph {
        browsers = List.copyOf(browsers);
    }
}
