package dev.aisle.privacy.graph.domain;

import java.util.List;

/**
 * The browsers of a person.
 *
 * @param browsers the pseudonyms of those that only this person uses, in their order
 * @param shared how many are known to be used by others too: these go with nobody
 * @param held how many are under a legal hold
 */
public record PersonGraph(List<String> browsers, int shared, int held) {
    public PersonGraph {
        browsers = List.copyOf(browsers);
    }
}
