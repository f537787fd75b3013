package dev.aisle.privacy.rights.opendsr.reading;

import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.shared.people.SubjectReference;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * A request as OpenDSR 2.0, 7.1.1 describes it.
 *
 * @param subjects the identities that were sent as they are, as this service names people
 * @param unmatchable how many more were sent as hashes: a pseudonym is made with a secret key from the identifier itself, so a plain
 *     hash of it leads to nobody
 */
public record OpenDsrRequest(
        UUID id,
        RequestType type,
        String regulation,
        String apiVersion,
        List<SubjectReference> subjects,
        int unmatchable,
        List<URI> callbacks) {
    public OpenDsrRequest {
        subjects = List.copyOf(subjects);
        callbacks = List.copyOf(callbacks);
    }
}
