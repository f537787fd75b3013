package dev.aisle.privacy.rights.request.domain;

import dev.aisle.algorithms.privacy.Purpose;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request is about beside its type. It is kept with the request, so nothing in it may identify the person.
 *
 * @param purposes what an objection is against
 * @param corrections what a rectification sets: field to new value; of a field that this suite can't correct only its name is kept
 */
public record RequestDetails(List<Purpose> purposes, Map<String, String> corrections) {
    /** Of a request whose type says it all. */
    public static final RequestDetails NONE = new RequestDetails(List.of(), Map.of());

    public RequestDetails {
        purposes = List.copyOf(purposes);
        corrections = Map.copyOf(corrections);
    }

    /** The same text for the same details. */
    public String canonical() {
        return purposes.stream().sorted().toList() + "|" + new TreeMap<>(corrections);
    }
}
