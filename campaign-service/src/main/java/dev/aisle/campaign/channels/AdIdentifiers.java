package dev.aisle.campaign.channels;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/** By which digests ad platforms know people: asked of the vault of privacy-service, which decides and audits each. */
public interface AdIdentifiers {
    /**
     * Of people who come into a campaign's audience; who doesn't allow targeted ads, or has no address, isn't in the answer.
     *
     * @param pseudonyms at most 500, and enough of them that nobody is singled out
     * @return SHA-256 of the address by pseudonym
     * @throws IOException when there is no answer
     */
    Map<String, String> joining(Collection<String> pseudonyms, String campaign) throws IOException;

    /** Of people who leave it; who was erased isn't in the answer. */
    Map<String, String> leaving(Collection<String> pseudonyms, String campaign) throws IOException;
}
