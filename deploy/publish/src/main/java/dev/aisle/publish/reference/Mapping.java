package dev.aisle.publish.reference;

import java.util.List;

/**
 * The keys of one interface.
 *
 * @param module the service, or {@code platform} for all of them
 * @param prefix what its keys begin with
 * @param told   what it is about
 */
record Mapping(String module, String prefix, String told, List<Key> keys) {
    Mapping {
        keys = List.copyOf(keys);
    }
}
